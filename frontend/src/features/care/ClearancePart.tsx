import "./clearance.css";
import "./files.css";
import { useLayoutEffect, useState } from "preact/hooks";
import { type ClearanceView, clearances } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { ReferralLink } from "../documents/ReferralLink";
import { ClearanceFacts } from "./ClearanceFacts";
import { ClearanceForm, draftOf } from "./ClearanceForm";
import type { PartProps } from "./part";
import { suspensionOf } from "./SuspendForm";

/** What prescribers cleared a client for: the rows, and the one that is open. */
export function ClearancePart({ client, asked, adding, onChanged }: PartProps) {
	const { data: view, fault, set } = useLoad(client.id, () => clearances.Get(client.id));
	/** The one that is read, or changed. */
	const [open, setOpen] = useState<{ id: string; editing?: boolean }>();
	const [last, setLast] = useState("");

	const show = (id: string, editing = false) => {
		setOpen({ id, editing });
		setLast(id);
	};
	const here = { screen: "client", id: client.id, part: "clearance" } as const;
	const begin = () => go({ ...here, item: "new" });
	const close = () => {
		setOpen(undefined);
		go(here);
	};
	useUnfinished(
		view && [
			draftOf(client.id),
			...view.rows.map((r) => draftOf(client.id, r.clearance.id)),
			...view.rows.map((r) => suspensionOf(r.clearance.id)),
		],
		(key) => {
			const row = view?.rows.find((r) => key.endsWith(r.clearance.id));
			if (row) show(row.clearance.id, row.editable && key === draftOf(client.id, row.clearance.id));
			else begin();
		},
	);
	const toLibrary = () => go({ screen: "library", item: "new", back: client.id });
	const noPrescriber = view?.prescribers.length === 0;
	const writing = adding && !noPrescriber;
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
	useLayoutEffect(() => {
		if (!adding && !open?.editing && last) document.getElementById(`clearance-${last}`)?.focus();
	}, [adding, open, view]);

	const changed = async (now: ClearanceView, id: string) => {
		set(now);
		setLast(id);
		close();
		await onChanged();
	};

	if (!view) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;
	return (
		<section aria-labelledby="part-title">
			<header class="title-row">
				<h2 id="part-title">Clearance</h2>
				{!noPrescriber && !writing && (
					<Button kind={asked ? "primary" : "plain"} icon="plus" keys="N" onClick={begin}>
						Record a clearance
					</Button>
				)}
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{noPrescriber && (
				<Empty text="A clearance names its prescriber, and the Library has none yet.">
					<Button kind={asked ? "primary" : "plain"} keys="N" onClick={toLibrary}>
						Add a prescriber in the Library
					</Button>
				</Empty>
			)}
			{writing && (
				<ClearanceForm
					client={client.id}
					view={view}
					onView={set}
					onSaved={changed}
					onClose={close}
					onReopen={begin}
				/>
			)}
			{view.rows.length === 0 && !noPrescriber && !writing && (
				<Empty text="No clearance yet. A dosing session starts under one." />
			)}
			{!noPrescriber && !writing && <ReferralLink client={client.id} />}
			{view.rows.length > 0 && (
				<Rows label="Clearances" class="care-rows">
					{view.rows.map((row) => {
						const id = row.clearance.id;
						const shown = !writing && open?.id === id;
						return (
							<li key={id}>
								<button
									type="button"
									data-row
									id={`clearance-${id}`}
									class="care-row"
									aria-expanded={shown}
									onClick={() => (shown ? close() : show(id))}
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
								{shown && open.editing && (
									<ClearanceForm
										client={client.id}
										row={row}
										view={view}
										onView={set}
										onSaved={changed}
										onClose={() => show(id)}
										onReopen={() => show(id, true)}
									/>
								)}
								{shown && !open.editing && (
									<ClearanceFacts
										row={row}
										view={view}
										onChanged={(now) => changed(now, id)}
										onEdit={() => show(id, true)}
										onClose={close}
									/>
								)}
							</li>
						);
					})}
				</Rows>
			)}
		</section>
	);
}
