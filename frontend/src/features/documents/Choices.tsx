import type { DocumentView } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Kbd } from "../../ui/Kbd";
import { Days } from "./Days";
import { fixed, grouped, toggled, usual } from "./parts";
import type { Choice } from "./useDocument";

interface Props {
	view: DocumentView;
	choice: Choice;
	onChoose: (change: Choice) => void;
}

/** For whom a document is and what it holds, each part by its digit. */
export function Choices({ view, choice, onChoose }: Props) {
	const held = choice.parts ?? view.parts.filter((p) => p.in).map((p) => p.part);
	const groups = grouped(view.parts);
	const free = groups.flatMap((g) => g.parts);
	const toggle = (part: string) => onChoose({ parts: toggled(view.parts, held, part) });
	const minimum = usual(view.parts);
	const changed = free.some((p) => held.includes(p.part) !== minimum.includes(p.part));
	const include = () => onChoose({ parts: [...held, ...view.last_parts] });
	const digit = (part: string) => {
		const i = free.findIndex((p) => p.part === part);
		return i < 9 ? String(i + 1) : undefined;
	};

	useCommands([
		...free.slice(0, 9).map((p, i) => ({
			id: `part-${i + 1}`,
			label: `${held.includes(p.part) ? "Leave out" : "Include"} ${p.label}`,
			keys: [String(i + 1)],
			scope: "this document",
			run: () => toggle(p.part),
		})),
		...(view.last_time
			? [
					{
						id: "include-again",
						label: "Include them again",
						keys: ["I"],
						scope: "this document",
						run: include,
					},
				]
			: []),
		...(changed
			? [
					{
						id: "minimum-parts",
						label: "Only what is usual",
						keys: ["U"],
						scope: "this document",
						run: () => onChoose({ parts: minimum }),
					},
				]
			: []),
	]);

	return (
		<>
			{view.readers.length > 0 && (
				<Field id="document-reader" label="For">
					{(control) => (
						<select
							{...control}
							class="input"
							value={choice.reader ?? view.reader}
							onChange={(e) => onChoose({ reader: e.currentTarget.value })}
						>
							{view.readers.map((r) => (
								<option key={r.reader} value={r.reader}>
									{r.label}
								</option>
							))}
						</select>
					)}
				</Field>
			)}
			{view.from && <Days view={view} onChoose={onChoose} />}
			{view.as_last_time && <p class="small muted">{view.as_last_time}</p>}
			{view.last_time && (
				<div class="preview-last small">
					<p>{view.last_time}</p>
					<Button keys="I" onClick={include}>
						Include them again
					</Button>
				</div>
			)}
			{fixed(view.parts) && <p class="small muted">Always inside: {fixed(view.parts)}.</p>}
			{groups.map((g) => (
				<fieldset key={g.title} class="preview-parts">
					<legend class="small muted">{g.title}</legend>
					{g.parts.map((p) => {
						const key = digit(p.part);
						return (
							<label key={p.part} class="check">
								<input
									type="checkbox"
									checked={held.includes(p.part)}
									aria-keyshortcuts={key}
									onChange={() => toggle(p.part)}
								/>
								<span>{p.label}</span>
								{key && <Kbd keys={key} />}
							</label>
						);
					})}
				</fieldset>
			))}
			{changed && (
				<Button kind="quiet" keys="U" onClick={() => onChoose({ parts: minimum })}>
					Only what is usual
				</Button>
			)}
		</>
	);
}
