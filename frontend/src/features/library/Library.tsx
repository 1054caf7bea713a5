import "./library.css";
import type { ComponentType } from "preact";
import { type LibraryView, library } from "../../bridge";
import { digitOf } from "../../lib/keys";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go, type Shelf } from "../../state/route";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { PartNav } from "../../ui/PartNav";
import { ConsentsShelf } from "./ConsentsShelf";
import { CoursesShelf } from "./CoursesShelf";
import { EmergencyShelf } from "./EmergencyShelf";
import { FeesShelf } from "./FeesShelf";
import { HandoutShelf } from "./HandoutShelf";
import { LeavingShelf } from "./LeavingShelf";
import { MarksShelf } from "./MarksShelf";
import { MeasuresShelf } from "./MeasuresShelf";
import { MethodsShelf } from "./MethodsShelf";
import { OutlinesShelf } from "./OutlinesShelf";
import { PrescribersShelf } from "./PrescribersShelf";
import { RecordsShelf } from "./RecordsShelf";
import { ScreeningShelf } from "./ScreeningShelf";
import { SessionShelf } from "./SessionShelf";

/** What a shelf is given. */
export interface ShelfProps {
	view: LibraryView;
	/** Takes the Library that keeping something returned. */
	onKept: (view: LibraryView) => void;
}

const shelves: readonly {
	shelf?: Shelf;
	label: string;
	show: ComponentType<ShelfProps> | undefined;
	/** Its command and key, where the digits have run out. */
	command?: { id: string; keys: [string] };
}[] = [
	{ label: "Prescribers", show: undefined },
	{ shelf: "screening", label: "Screening", show: ScreeningShelf },
	{ shelf: "consents", label: "Consents", show: ConsentsShelf },
	{ shelf: "courses", label: "Courses", show: CoursesShelf },
	{ shelf: "outlines", label: "Note outlines", show: OutlinesShelf },
	{ shelf: "emergency", label: "Emergency plan", show: EmergencyShelf },
	{ shelf: "methods", label: "Methods", show: MethodsShelf },
	{ shelf: "session", label: "Dosing session", show: SessionShelf },
	{ shelf: "marks", label: "Marks", show: MarksShelf },
	{ shelf: "leaving", label: "Leaving", show: LeavingShelf },
	{
		shelf: "handout",
		label: "What to expect",
		show: HandoutShelf,
		command: { id: "shelf-handout", keys: ["W"] },
	},
	{
		shelf: "measures",
		label: "Questionnaires",
		show: MeasuresShelf,
		command: { id: "shelf-measures", keys: ["Q"] },
	},
	{ shelf: "fees", label: "Fees", show: FeesShelf, command: { id: "shelf-fees", keys: ["F"] } },
	{
		shelf: "records",
		label: "Records requests",
		show: RecordsShelf,
		command: { id: "shelf-records", keys: ["R"] },
	},
];

const open = (shelf: Shelf | undefined) => go({ screen: "library", ...(shelf && { shelf }) });

/** What the practice works from: prescribers, questions, consents, plans, outlines, the emergency plan. */
export function Library({ shelf }: { shelf: Shelf | undefined }) {
	useCommands(
		shelves.map((s, i) => ({
			id: `shelf-${s.shelf ?? "prescribers"}`,
			keys: [digitOf(i)],
			...s.command,
			label: s.label,
			scope: "the Library",
			run: () => open(s.shelf),
		})),
	);
	const Shown = shelves.find((s) => s.shelf === shelf)?.show;
	return (
		<div class="page library">
			<h1 tabIndex={-1}>Library</h1>
			<PartNav
				label="Shelves"
				parts={shelves.map((s) => ({
					label: s.label,
					current: s.shelf === shelf,
					onOpen: () => open(s.shelf),
					...(s.command && { letter: s.command.keys[0] }),
				}))}
			/>
			{Shown ? <Loaded Shown={Shown} /> : <PrescribersShelf />}
		</div>
	);
}

function Loaded({ Shown }: { Shown: ComponentType<ShelfProps> }) {
	const { data, fault, set } = useLoad("library", library.Get);
	const view = useKept(data);
	if (!view)
		return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading rows={8} />;
	return <Shown view={view} onKept={set} />;
}
