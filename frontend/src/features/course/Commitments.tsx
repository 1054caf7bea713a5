import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type CommitmentRow, commitments, type Fault, toFault } from "../../bridge";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useLoad } from "../../state/load";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { focusWrong, onceRendered } from "../../ui/focus";
import { NotSaved } from "../../ui/NotSaved";
import { CommitmentRows } from "./CommitmentRows";

interface Typed {
	id: string;
	text: string;
	due: string;
	/** Of the commitment that is changed; 0 for a new one. */
	version: number;
}

const empty = (): Typed => ({ id: newId(), text: "", due: "", version: 0 });

/** In a note: what was taken on before and still stands, and what is taken on now. */
export function Commitments({
	participant,
	client,
	signed,
	finish,
}: {
	participant: string;
	client: string;
	signed: boolean;
	/** Takes the act that adds what is typed and not added yet; false when that was refused. */
	finish?: { current: (() => Promise<boolean>) | undefined };
}) {
	const { data, fault, reload, set } = useLoad(`${participant} ${signed}`, () =>
		commitments.In(participant),
	);
	const draft = useDraft<Typed>(`commitment:${participant}`, empty());
	const [failed, setFailed] = useState<Fault>();
	const form = useRef<HTMLFormElement>(null);
	const busy = useRef(false);
	const typed = draft.value;

	const attempt = async (act: () => Promise<void>): Promise<boolean> => {
		if (busy.current) return false;
		busy.current = true;
		try {
			await act();
			setFailed(undefined);
			return true;
		} catch (reason) {
			setFailed(toFault(reason));
			onceRendered(() => focusWrong(form.current));
			return false;
		} finally {
			busy.current = false;
		}
	};
	const keep = () =>
		attempt(async () => {
			if (!typed) return;
			const saved = await commitments.Save({
				id: typed.id,
				client_id: client,
				participant_id: participant,
				text: typed.text,
				due_on: typed.due,
				state: "",
				settled_at: "",
				settled_in: "",
				created_at: "",
				updated_at: "",
				version: typed.version,
			});
			set(saved);
			draft.change(empty());
			await draft.discard();
		});
	const add = async () => {
		if (await keep()) form.current?.querySelector("input")?.focus();
	};
	const settle = ({ commitment: m }: CommitmentRow, state: string) =>
		attempt(async () => {
			await commitments.Settle(m.id, m.version, state, state === "open" ? "" : participant);
			await reload();
		});

	// Before the next key press: it must know the last letter.
	useLayoutEffect(() => {
		if (!finish) return;
		finish.current = async () => !(typed?.text || typed?.due) || keep();
	});

	if (!data || !typed)
		return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : null;
	const { carried, made, locked } = data;
	if (locked && carried.length + made.length === 0) return null;
	const errors = failed?.fields ?? {};

	const acts = (row: CommitmentRow) =>
		!locked &&
		(row.commitment.state === "open" ? (
			<>
				<Button
					aria-label={`Kept: ${row.commitment.text}`}
					onClick={() => void settle(row, "kept")}
				>
					Kept
				</Button>
				<Button
					kind="quiet"
					aria-label={`Let go: ${row.commitment.text}`}
					onClick={() => void settle(row, "let_go")}
				>
					Let go
				</Button>
			</>
		) : (
			<Button
				kind="quiet"
				aria-label={`Open again: ${row.commitment.text}`}
				onClick={() => void settle(row, "open")}
			>
				Open again
			</Button>
		));

	return (
		<section class="note-section commitments" aria-labelledby="commitments-title">
			<h2 id="commitments-title">Practices and commitments</h2>
			{carried.length > 0 && (
				<CommitmentRows label="Taken on before" rows={carried}>
					{acts}
				</CommitmentRows>
			)}
			{made.length > 0 && (
				<CommitmentRows label="Taken on in this session" rows={made}>
					{(row) => (
						<>
							{!locked && row.commitment.state === "open" && (
								<Button
									kind="quiet"
									aria-label={`Change: ${row.commitment.text}`}
									onClick={() => {
										const { id, text, due_on, version } = row.commitment;
										draft.change({ id, text, due: due_on, version });
										form.current?.querySelector("input")?.focus();
									}}
								>
									Change
								</Button>
							)}
							{acts(row)}
						</>
					)}
				</CommitmentRows>
			)}
			{!locked && (
				<form
					ref={form}
					class="commitment-form"
					onSubmit={(e) => {
						e.preventDefault();
						void add();
					}}
				>
					<TextField
						id="commitment-text"
						label="A practice or a step"
						value={typed.text}
						error={errors.text}
						onValue={(text) => draft.change({ text })}
					/>
					<DateField
						id="commitment-due"
						label="For which day"
						leaning="future"
						zone={zone()}
						now={now.value}
						value={typed.due}
						error={errors.due_on}
						onValue={(due) => draft.change({ due })}
					/>
					{failed ? (
						<ErrorLine text={failed.message} reference={failed.ref} />
					) : (
						draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />
					)}
					<div class="actions">
						<Button type="submit" keys="Enter">
							{typed.version > 0 ? "Keep the change" : "Add"}
						</Button>
					</div>
				</form>
			)}
		</section>
	);
}
