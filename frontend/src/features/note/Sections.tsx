import { type ComponentChildren, Fragment } from "preact";
import type { Note } from "../../bridge";
import { Field } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { risks } from "./risk";

interface Props {
	note: Note;
	/** The methods that can be named; none where a note of this kind names none. */
	methods: readonly string[];
	onChange: (part: Partial<Note>) => void;
	/** The text area that has the caret. */
	onFocus: (area: HTMLTextAreaElement) => void;
	onBlur: () => void;
	/** What was taken on; it stands under what is carried into the week, else after the last section. */
	children: ComponentChildren;
}

/** The sections of a draft as growing text areas, the methods used, and the question about risk. */
export function Sections({ note, methods, onChange, onFocus, onBlur, children }: Props) {
	const week = note.sections.findIndex((s) => s.key === "week");
	const above = week < 0 ? note.sections.length - 1 : week;
	return (
		<>
			{note.sections.map((s, i) => (
				<Fragment key={s.key}>
					<div class="note-section">
						<h2>
							<label for={`note-${s.key}`}>{s.title}</label>
						</h2>
						<TextArea
							id={`note-${s.key}`}
							class="note-area"
							markdown
							placeholder={s.placeholder}
							value={s.body}
							onValue={(body) =>
								onChange({ sections: note.sections.map((o, j) => (j === i ? { ...o, body } : o)) })
							}
							onFocus={(e) => onFocus(e.currentTarget)}
							onBlur={onBlur}
						/>
					</div>
					{i === above && children}
				</Fragment>
			))}
			{methods.length > 0 && (
				<fieldset class="note-section note-methods">
					<legend>
						<h2>Methods used</h2>
					</legend>
					{methods.map((name) => (
						<label class="check" key={name}>
							<input
								type="checkbox"
								checked={note.methods.includes(name)}
								onChange={(e) =>
									onChange({
										methods: methods.filter((m) =>
											m === name ? e.currentTarget.checked : note.methods.includes(m),
										),
									})
								}
								onBlur={onBlur}
							/>
							{name}
						</label>
					))}
				</fieldset>
			)}
			<div class="note-section risk">
				<h2 id="risk-title">Risk reviewed today</h2>
				<Segmented
					name="risk"
					label="Risk reviewed today"
					quiet
					options={risks}
					value={note.risk as (typeof risks)[number]["value"] | ""}
					onValue={(risk) => onChange({ risk })}
				/>
				{note.risk !== "" && (note.risk !== "no_concern" || note.risk_text !== "") && (
					<Field id="note-risk" label="What was seen, and what was done">
						{(control) => (
							<TextArea
								{...control}
								class="note-area"
								markdown
								value={note.risk_text}
								onValue={(risk_text) => onChange({ risk_text })}
								onFocus={(e) => onFocus(e.currentTarget)}
								onBlur={onBlur}
							/>
						)}
					</Field>
				)}
			</div>
		</>
	);
}
