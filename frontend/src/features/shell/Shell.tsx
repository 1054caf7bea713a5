import "./shell.css";
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { rail } from "../../state/appearance";
import { backUpNow, refreshBackups } from "../../state/backup";
import { useCommands } from "../../state/keys";
import { refreshPractice } from "../../state/practice";
import { stepRegion } from "../../state/regions";
import { back, forward, go, type Route, route } from "../../state/route";
import { focusIsFree } from "../../ui/focus";
import { ToastRegion, undoLast } from "../../ui/Toast";
import { Chart } from "../chart/Chart";
import { Clients } from "../clients/Clients";
import { InquiryForm } from "../clients/InquiryForm";
import { Preview } from "../documents/Preview";
import { Library } from "../library/Library";
import { LiveScreen } from "../live/LiveScreen";
import { FormScreen } from "../measures/FormScreen";
import { NoteScreen } from "../note/NoteScreen";
import { PrepareRoom } from "../prepare/PrepareRoom";
import { Plan } from "../session/Plan";
import { SessionScreen } from "../session/SessionScreen";
import { Settings } from "../settings/Settings";
import { Today } from "../today/Today";
import { CheckNotice } from "./CheckNotice";
import { LostNotice } from "./LostNotice";
import { Palette } from "./Palette";
import { Sidebar } from "./Sidebar";
import { Strip } from "./Strip";

/** The room around every screen: sidebar, screen, palette and toasts. */
export function Shell() {
	const palette = useSignal(false);
	const here = route.value;

	useEffect(() => {
		void refreshPractice();
		void refreshBackups();
	}, [here]);

	// A screen to read takes the focus its opener left, so that keys scroll it and Tab begins in it.
	useLayoutEffect(() => {
		if (!isForm(here) && focusIsFree()) document.getElementById("main")?.focus();
	}, [here]);

	useCommands([
		{
			id: "search",
			label: "Search",
			keys: ["Ctrl K"],
			scope: "everywhere",
			keysOnly: true,
			run: () => {
				palette.value = true;
			},
		},
		{
			id: "today",
			label: "Today",
			keys: ["Ctrl 1"],
			scope: "everywhere",
			run: () => go({ screen: "today" }),
		},
		{
			id: "clients",
			label: "Clients",
			keys: ["Ctrl 2"],
			scope: "everywhere",
			run: () => go({ screen: "clients" }),
		},
		{
			id: "library",
			label: "Library",
			keys: ["Ctrl 3"],
			scope: "everywhere",
			run: () => go({ screen: "library" }),
		},
		{
			id: "settings",
			label: "Settings",
			keys: ["Ctrl ,"],
			scope: "everywhere",
			run: () => go({ screen: "settings" }),
		},
		{
			id: "paper-log",
			label: "Blank paper log",
			keys: [],
			scope: "everywhere",
			run: () => go({ screen: "document", kind: "paper_log" }),
		},
		{
			id: "new-client",
			label: "Add client",
			keys: ["Ctrl Shift N"],
			scope: "everywhere",
			run: () => go({ screen: "clients", adding: true }),
		},
		{
			id: "new-inquiry",
			label: "New inquiry",
			keys: [],
			scope: "everywhere",
			run: () => go({ screen: "inquiry" }),
		},
		{
			id: "backup",
			label: "Back up now",
			keys: ["Ctrl Shift B"],
			scope: "everywhere",
			run: () => void backUpNow(),
		},
		{
			id: "undo",
			label: "Undo",
			keys: ["Ctrl Z"],
			scope: "everywhere",
			notInFields: true,
			keysOnly: true,
			run: () => undoLast(),
		},
		{
			id: "back",
			label: "Back",
			keys: ["Alt Left"],
			scope: "everywhere",
			keysOnly: true,
			run: back,
		},
		{
			id: "forward",
			label: "Forward",
			keys: ["Alt Right"],
			scope: "everywhere",
			keysOnly: true,
			run: forward,
		},
		{
			id: "next-region",
			label: "Next region",
			keys: ["F6"],
			scope: "everywhere",
			keysOnly: true,
			run: () => stepRegion(1),
		},
		{
			id: "previous-region",
			label: "Region before",
			keys: ["Shift F6"],
			scope: "everywhere",
			keysOnly: true,
			run: () => stepRegion(-1),
		},
	]);

	const alone = here.screen === "live";
	const narrow = rail.value || here.screen === "note" || here.screen === "document" || isRead(here);
	return (
		<div class={`shell ${alone ? "alone" : narrow ? "narrow" : ""}`}>
			<button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
				Skip to content
			</button>
			{!alone && (
				<Sidebar
					onSearch={() => {
						palette.value = true;
					}}
				/>
			)}
			<div class="room">
				<Strip nameless={isRead(here)} />
				{!alone && <CheckNotice />}
				<LostNotice />
				<main class="main" id="main" data-region tabIndex={-1}>
					<CurrentScreen />
				</main>
			</div>
			<ToastRegion />
			{palette.value && (
				<Palette
					onClose={() => {
						palette.value = false;
					}}
				/>
			)}
		</div>
	);
}

/** A screen a client reads and signs: no other client's name stands beside it. */
function isRead(here: Route): boolean {
	return here.screen === "client" && here.part === "consent" && here.item === "new";
}

/** A screen that puts the focus into its own first field. */
function isForm(here: Route): boolean {
	switch (here.screen) {
		case "plan":
		case "inquiry":
		case "document":
			return true;
		case "clients":
			return here.adding ?? false;
		case "client":
			return here.editing ?? here.item !== undefined;
		case "library":
			return here.item !== undefined;
		default:
			return false;
	}
}

function CurrentScreen() {
	const here = route.value;
	switch (here.screen) {
		case "today":
			return <Today />;
		case "clients":
			return <Clients adding={here.adding ?? false} inquiries={here.inquiries ?? false} />;
		case "client":
			return (
				<Chart
					key={here.id}
					id={here.id}
					editing={here.editing ?? false}
					part={here.part}
					adding={here.item === "new"}
				/>
			);
		case "inquiry":
			return <InquiryForm key={here.id} id={here.id} />;
		case "prepare":
			return <PrepareRoom key={here.id} id={here.id} />;
		case "library":
			return <Library shelf={here.shelf} />;
		case "settings":
			return <Settings />;
		case "plan":
			return <Plan key={here.client} client={here.client} ahead={here.ahead} />;
		case "session":
			return <SessionScreen key={here.id} id={here.id} record={here.record ?? false} />;
		case "live":
			return <LiveScreen key={here.id} id={here.id} />;
		case "note":
			return <NoteScreen key={here.participant} participant={here.participant} />;
		case "form":
			return <FormScreen key={here.id} id={here.id} />;
		case "document":
			return (
				<Preview
					key={[here.kind, here.client, here.participant, here.event, here.instrument].join(" ")}
					of={here}
				/>
			);
	}
}
