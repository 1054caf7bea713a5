import { useState } from "preact/hooks";
import { type Client, clients, type Fault, toFault } from "../../bridge";
import { isMac, matches } from "../../lib/keys";
import { useDraft } from "../../state/draft";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { NotSaved } from "../../ui/NotSaved";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";

const answers = [
	{ value: "none_known", label: "None known" },
	{ value: "listed", label: "A list" },
	{ value: "unknown", label: "Unknown" },
] as const;

type Answer = (typeof answers)[number]["value"];

interface Props {
	client: Client;
	/** Why the screening is not complete without it. */
	error: string | undefined;
	onChanged: () => Promise<void>;
}

/** The answer about allergies, which belongs to the client and is required. */
export function Allergies({ client, error, onChanged }: Props) {
	const draft = useDraft(`screening-allergies:${client.id}`, {
		answer: client.allergy_answer,
		list: client.allergies,
	});
	const [fault, setFault] = useState<Fault>();
	if (!draft.value) return null;
	const { answer, list } = draft.value;

	const keep = async (allergy_answer: string, allergies: string) => {
		try {
			await clients.Save({ ...client, allergy_answer, allergies });
			setFault(undefined);
			await draft.discard();
			await onChanged();
		} catch (reason) {
			setFault(toFault(reason));
		}
	};

	return (
		<div class="allergies">
			<Segmented
				name="screening-allergies"
				label="Allergies"
				options={answers}
				value={answer as Answer}
				error={fault?.fields.allergy_answer ?? (client.allergy_answer ? undefined : error)}
				onValue={(chosen) => {
					draft.change({ answer: chosen });
					if (chosen !== "listed") void keep(chosen, "");
				}}
			/>
			{answer === "listed" && (
				<div class="question-words">
					<TextArea
						id="screening-allergies-list"
						aria-label="Which allergies"
						aria-invalid={fault?.fields.allergies ? true : undefined}
						aria-describedby={fault?.fields.allergies ? "screening-allergies-error" : undefined}
						placeholder="Which, and what happens"
						value={list}
						onValue={(text) => draft.change({ list: text })}
						onKeyDown={(e) => {
							if (e.isComposing || !matches(e, "Enter", isMac)) return;
							e.preventDefault();
							void keep("listed", list);
						}}
					/>
					{fault?.fields.allergies && (
						<ErrorLine id="screening-allergies-error" text={fault.fields.allergies} />
					)}
					{(client.allergy_answer !== "listed" || client.allergies !== list.trim()) && (
						<Button keys="Enter" onClick={() => void keep("listed", list)}>
							Keep the list
						</Button>
					)}
				</div>
			)}
			{fault && Object.keys(fault.fields).length === 0 ? (
				<ErrorLine text={fault.message} reference={fault.ref} />
			) : (
				draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />
			)}
		</div>
	);
}
