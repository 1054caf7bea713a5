import type { Client, RequestRow, RequestsView } from "../../bridge";
import { requests } from "../../bridge";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { Sheet } from "../session/Sheet";

interface Props {
	client: Client;
	view: RequestsView;
	/** The open request that is changed; absent for a new one. */
	row: RequestRow | undefined;
	onSaved: (view: RequestsView, id: string) => Promise<void>;
	onClose: () => void;
}

/** Where an unfinished request is kept. */
export const requestOf = (client: string, id = "new"): string => `request:${client}:${id}`;

/** Who asked for what, and on which day. */
export function RequestSheet({ client, view, row, onSaved, onClose }: Props) {
	const kept = row?.request;
	const draft = useDraft(requestOf(client.id, kept?.id), {
		id: kept?.id ?? newId(),
		askedOn: kept?.asked_on ?? view.today,
		askedBy: kept?.asked_by ?? "client",
		asker: kept?.asker ?? "",
		askedFor: kept?.asked_for ?? "copies",
		what: kept?.what ?? "",
	});
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const next = await requests.Save({
			id: typed.id,
			client_id: client.id,
			asked_on: typed.askedOn,
			asked_by: typed.askedBy,
			asker: typed.asker,
			asked_for: typed.askedFor,
			what: typed.what,
			version: kept?.version ?? 0,
		} as Parameters<typeof requests.Save>[0]);
		await draft.discard();
		await onSaved(next, typed.id);
	};
	const term = view.terms.find((t) => t.asked_for === typed.askedFor);
	return (
		<Sheet
			label={kept ? "Change a request for records" : "Record a request for records"}
			act={kept ? "Keep the changes" : "Record it"}
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<DateField
						id="asked-on"
						label="Asked on"
						leaning="past"
						zone={view.zone}
						now={now.value}
						required
						value={typed.askedOn}
						error={errors.asked_on}
						onValue={(askedOn) => draft.change({ askedOn })}
					/>
					<Segmented
						name="asked-for"
						label="Asked for"
						options={view.terms.map((t) => ({ value: t.asked_for, label: t.label }))}
						value={typed.askedFor}
						error={errors.asked_for}
						hint={
							kept
								? `Due by the rule it was recorded under: ${kept.rule.name}.`
								: term && `Due by ${view.rule_name}: ${term.text}. Settings chooses the rule.`
						}
						onValue={(askedFor) => draft.change({ askedFor })}
					/>
					<Segmented
						name="asked-by"
						label="Asked by"
						options={view.asked_bys.map((a) => ({ value: a.id, label: a.label }))}
						value={typed.askedBy}
						error={errors.asked_by}
						hint={
							typed.askedBy === "other"
								? "Anybody but the client and who stands for the client by law needs the client’s release."
								: undefined
						}
						onValue={(askedBy) => draft.change({ askedBy })}
					/>
					{typed.askedBy !== "client" && (
						<TextField
							id="asker"
							label="Who that is"
							required
							value={typed.asker}
							error={errors.asker}
							onValue={(asker) => draft.change({ asker })}
						/>
					)}
					<Field
						id="request-what"
						label="What"
						hint="Such as the whole chart, or the summaries of this year"
						error={errors.what}
						required
					>
						{(control) => (
							<TextArea
								{...control}
								value={typed.what}
								onValue={(what) => draft.change({ what })}
							/>
						)}
					</Field>
				</>
			)}
		</Sheet>
	);
}
