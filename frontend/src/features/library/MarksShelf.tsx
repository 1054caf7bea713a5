import { type KeyMark, library, type MarkSet, type ShelvedMarks } from "../../bridge";
import { newId } from "../../lib/uuid";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";

const newSet = (): MarkSet => ({
	key: newId(),
	name: "",
	marks: Array.from({ length: 10 }, () => ({ word: "", text: "" })),
	offered: true,
});

/** The sets of marks: what each digit writes into the log of a session. */
export function MarksShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.mark_sets.find((s) => s.item.key === item);
	if (item === "new" || chosen)
		return <SetForm key={item} view={view} onKept={onKept} chosen={chosen} />;
	return (
		<ShelfRows
			shelf="marks"
			title="Marks"
			lead="While a session runs each digit writes a mark with its time. A session begins with the first set that is offered; the others are a press away. What was written keeps its words."
			add="Add a set"
			rows={view.mark_sets.map((s) => ({
				key: s.item.key,
				title: s.item.name,
				line: s.line,
				text: s.text,
			}))}
		/>
	);
}

function SetForm({ view, onKept, chosen }: ShelfProps & { chosen: ShelvedMarks | undefined }) {
	return (
		<ShelfForm<MarkSet>
			kind="mark_set"
			id={chosen?.item.key ?? "new"}
			title={chosen ? `Marks: ${chosen.item.name}` : "New set of marks"}
			text={chosen?.text ?? ""}
			version={chosen?.version ?? 0}
			kept={chosen?.item ?? newSet()}
			shipped={chosen?.shipped}
			keep={library.KeepMarks}
			onKept={onKept}
			onClose={() => openOn("marks")}
		>
			{({ value, change, errors }) => (
				<>
					<TextField
						id="set-name"
						label="Name"
						required
						value={value.name}
						error={errors.name}
						onValue={(name) => change({ name })}
					/>
					<fieldset class="field key-marks">
						<legend>Marks</legend>
						<ol>
							{value.marks.map((mark, i) => (
								<MarkFields
									key={i}
									digit={(i + 1) % 10}
									mark={mark}
									words={view.mark_words}
									error={errors[`marks.${i}`]}
									onMark={(next) => change({ marks: value.marks.with(i, next) })}
								/>
							))}
						</ol>
						{errors.marks && <ErrorLine text={errors.marks} />}
					</fieldset>
					<label class="check">
						<input
							type="checkbox"
							checked={value.offered}
							onChange={(e) => change({ offered: e.currentTarget.checked })}
						/>
						Offered in a session
					</label>
				</>
			)}
		</ShelfForm>
	);
}

interface MarkProps {
	digit: number;
	mark: KeyMark;
	words: ShelfProps["view"]["mark_words"];
	error: string | undefined;
	onMark: (mark: KeyMark) => void;
}

/** What one digit writes: a ready word, or words of one's own. */
function MarkFields({ digit, mark, words, error, onMark }: MarkProps) {
	const described = error
		? { "aria-describedby": `mark-${digit}-error`, "aria-invalid": true }
		: {};
	return (
		<li>
			<span class="small faint" aria-hidden="true">
				{digit}
			</span>
			<select
				class="input"
				id={`mark-${digit}`}
				aria-label={`Word of key ${digit}`}
				{...described}
				value={mark.word}
				onChange={(e) => onMark({ word: e.currentTarget.value, text: "" })}
			>
				<option value="">Own words, or nothing</option>
				{words.map((w) => (
					<option key={w.id} value={w.id}>
						{w.label}
					</option>
				))}
			</select>
			{mark.word === "" && (
				<input
					class="input"
					autocomplete="off"
					aria-label={`Own words of key ${digit}`}
					{...described}
					value={mark.text}
					onInput={(e) => onMark({ word: "", text: e.currentTarget.value })}
				/>
			)}
			{error && <ErrorLine id={`mark-${digit}-error`} text={error} />}
		</li>
	);
}
