import { useEffect, useRef, useState } from "preact/hooks";
import { type Client, clients, type Fault, toFault } from "../../bridge";
import { isMac, matches } from "../../lib/keys";
import { type Draft, useDraft } from "../../state/draft";
import { leaving } from "../../state/leaving";
import { onFlush } from "../../state/vault";
import { ErrorLine } from "../../ui/ErrorLine";
import { NotSaved } from "../../ui/NotSaved";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";

const answers = [
	{ value: "none_known", label: "None known" },
	{ value: "listed", label: "A list" },
	{ value: "unknown", label: "Unknown" },
] as const;

/** What was chosen and typed and is not the client's yet. */
interface Typed {
	answer?: string | undefined;
	list?: string | undefined;
}

export interface AllergyAnswer {
	/** What is on the screen; undefined until what was left unfinished has been read. */
	shown: { answer: string; list: string } | undefined;
	/** Whether the client has an answer. */
	given: boolean;
	fault: Fault | undefined;
	draft: Pick<Draft<Typed>, "fault" | "retry">;
	change: (part: Typed) => void;
	/** Makes what is on the screen the client's; rejects when Go refuses it. */
	keep: () => Promise<void>;
}

/**
 * The answer about allergies. It belongs to the client and is an act of its own in the audit trail, so
 * it is kept when its field is left and not at every pause; until then the words are a draft on disk.
 */
export function useAllergies(client: Client, onChanged: () => Promise<void>): AllergyAnswer {
	const draft = useDraft<Typed>(`screening-allergies:${client.id}`, {});
	const [fault, setFault] = useState<Fault>();
	const typed = useRef<Typed>({});
	typed.current = draft.value ?? {};
	const stored = useRef(client);
	if (client.version > stored.current.version) stored.current = client;
	const turn = useRef<Promise<void>>(Promise.resolve());

	const change = (part: Typed) => {
		typed.current = { ...typed.current, ...part };
		draft.change(part);
		setFault(undefined);
	};
	const write = async () => {
		const was = typed.current;
		if (was.answer === undefined) return;
		const { answer, list } = shownOf(was, stored.current);
		const allergies = answer === "listed" ? list.trim() : "";
		const now = stored.current;
		if (answer !== now.allergy_answer || allergies !== now.allergies) {
			try {
				stored.current = await clients.Save({ ...now, allergy_answer: answer, allergies });
			} catch (reason) {
				setFault(toFault(reason));
				throw reason;
			}
		}
		setFault(undefined);
		if (typed.current === was) {
			// The list stays at hand for someone who comes back to it.
			draft.change({ answer: undefined, ...(answer === "listed" && { list: undefined }) });
			await draft.discard();
		}
		if (stored.current !== now) await onChanged();
	};
	const keep = () => {
		turn.current = turn.current.catch(() => {}).then(write);
		return turn.current;
	};
	const latest = useRef(keep);
	latest.current = keep;

	useEffect(() => {
		// What Go refuses stays a draft, which is on disk.
		const quietly = () => latest.current().catch(() => {});
		const withdraw = onFlush(quietly);
		return () => {
			withdraw();
			leaving(quietly());
		};
	}, []);

	return {
		shown: draft.value && shownOf(draft.value, stored.current),
		given: stored.current.allergy_answer !== "",
		fault,
		draft,
		change,
		keep,
	};
}

/** A list counts with the answer it was typed for. */
function shownOf({ answer, list }: Typed, client: Client) {
	return answer === undefined
		? { answer: client.allergy_answer, list: client.allergies }
		: { answer, list: list ?? client.allergies };
}

interface Props {
	of: AllergyAnswer;
	/** Why the screening is not complete without it. */
	error: string | undefined;
	/** Enter in the list: on to the next field. */
	onNext: () => void;
}

/** The required answer about allergies, kept when it is chosen or its list is left. */
export function Allergies({ of, error, onNext }: Props) {
	const { shown, fault, change, keep } = of;
	if (!shown) return null;
	const quietly = () => void keep().catch(() => {});
	const wrong = fault?.fields.allergies;
	return (
		<div
			class="allergies"
			onFocusOut={(e) => {
				if (!e.currentTarget.contains(e.relatedTarget as Node | null)) quietly();
			}}
		>
			<Segmented
				name="screening-allergies"
				label="Allergies"
				options={answers}
				value={shown.answer as (typeof answers)[number]["value"]}
				error={fault?.fields.allergy_answer ?? (of.given ? undefined : error)}
				onValue={(answer) => {
					change({ answer });
					if (answer !== "listed") quietly();
				}}
			/>
			{shown.answer === "listed" && (
				<div class="question-words">
					<TextArea
						id="screening-allergies-list"
						aria-label="Which allergies"
						aria-invalid={wrong ? true : undefined}
						aria-describedby={wrong ? "screening-allergies-error" : undefined}
						placeholder="Which, and what happens"
						value={shown.list}
						onValue={(list) => change({ answer: "listed", list })}
						onKeyDown={(e) => {
							if (e.isComposing || !matches(e, "Enter", isMac)) return;
							e.preventDefault();
							onNext();
						}}
					/>
					{wrong && <ErrorLine id="screening-allergies-error" text={wrong} />}
				</div>
			)}
			{fault && Object.keys(fault.fields).length === 0 ? (
				<ErrorLine text={fault.message} reference={fault.ref} />
			) : (
				of.draft.fault && <NotSaved reason={of.draft.fault.message} onRetry={of.draft.retry} />
			)}
		</div>
	);
}
