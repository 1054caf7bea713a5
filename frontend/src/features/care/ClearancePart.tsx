import "./clearance.css";
import "./files.css";
import { useEffect, useState } from "preact/hooks";
import { type ClearanceView, clearances } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { ClearanceFacts } from "./ClearanceFacts";
import { ClearanceForm, draftOf } from "./ClearanceForm";
import type { PartProps } from "./part";
import { suspensionOf } from "./SuspendForm";

/** What prescribers cleared a client for: the rows, and the one that is open. */
export function ClearancePart({ client, onChanged }: PartProps) {
	const { data: view, fault, set } = useLoad(client.id, () => clearances.Get(client.id));
	// The id of the one that is open; "new" for one being written.
	const [open, setOpen] = useState("");
	const [last, setLast] = useState("");

	const show = (id: string) => {
		setOpen(id);
		if (id) setLast(id);
	};
	const begin = () => show("new");
	useUnfinished(
		view && [
			draftOf(client.id),
			...view.rows.map((r) => draftOf(client.id, r.clearance.id)),
			...view.rows.map((r) => suspensionOf(r.clearance.id)),
		],
		(key) => show(view?.rows.find((r) => key.endsWith(r.clearance.id))?.clearance.id ?? "new"),
	);
	const toLibrary = () => go({ screen: "library" });
	const noPrescriber = view?.prescribers.length === 0;
	useCommands(
		noPrescriber
			? [
					{
						id: "to-prescribers",
						label: "Add a prescriber in the Library",
						keys: ["N"],
						scope: "this chart",
						run: toLibrary,
					},
				]
			: [
					{
						id: "new-clearance",
						label: "Record a clearance",
						keys: ["N"],
						scope: "this chart",
						run: begin,
					},
				],
	);
	// Once closed, its row has the focus.
	useEffect(() => {
		if (!open && last) document.getElementById(`clearance-${last}`)?.focus();
	}, [open, view]);

	const changed = async (now: ClearanceView, id: string) => {
		set(now);
		setOpen("");
		setLast(id);
		await onChanged();
	};

	if (!view) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;
	return (
		<section aria-labelledby="part-title">
			<header class="title-row">
				<h2 id="part-title">Clearance</h2>
				{!noPrescriber && open !== "new" && (
					<Button icon="plus" keys="N" onClick={begin}>
						Record a clearance
					</Button>
				)}
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{noPrescriber && (
				<Empty text="A clearance names its prescriber, and the Library has none yet.">
					<Button keys="N" onClick={toLibrary}>
						Add a prescriber in the Library
					</Button>
				</Empty>
			)}
			{open === "new" && (
				<ClearanceForm
					client={client.id}
					view={view}
					onView={set}
					onSaved={changed}
					onClose={() => show("")}
				/>
			)}
			{view.rows.length === 0 && !noPrescriber && open !== "new" && (
				<Empty text="No clearance yet. A dosing session starts under one." />
			)}
			{view.rows.length > 0 && (
				<Rows label="Clearances" class="care-rows">
					{view.rows.map((row) => {
						const id = row.clearance.id;
						const shown = open === id;
						return (
							<li key={id}>
								<button
									type="button"
									data-row
									id={`clearance-${id}`}
									class="care-row"
									aria-expanded={shown}
									onClick={() => show(shown ? "" : id)}
								>
									<span>
										<span class="name">{row.prescriber}</span>
										<br />
										<span class="small faint">{row.dates_text}</span>
									</span>
									<span>
										{row.limits_text}
										<br />
										<span class="small muted">{row.used_text}</span>
									</span>
									<span class={row.state === "in_force" ? "muted" : ""}>{row.state_text}</span>
								</button>
								{shown &&
									(row.editable ? (
										<ClearanceForm
											client={client.id}
											row={row}
											view={view}
											onView={set}
											onSaved={changed}
											onClose={() => show("")}
										/>
									) : (
										<ClearanceFacts row={row} view={view} onChanged={(now) => changed(now, id)} />
									))}
							</li>
						);
					})}
				</Rows>
			)}
		</section>
	);
}
