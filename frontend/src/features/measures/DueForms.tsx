import "./plan.css";
import type { DueView } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Tag } from "../../ui/bits";

interface Props {
	due: DueView;
	/** Begins the questionnaire, or goes on with the form that is begun. */
	onFill: (instrument: string, begun: string) => void;
}

/** What is asked of the client now, the next one by a key, and what was missed. */
export function DueForms({ due, onFill }: Props) {
	const first = due.forms[0];
	const fill = (form: DueView["forms"][number]) => onFill(form.instrument_id, form.begun);
	useCommands(
		first
			? [
					{
						id: "fill-due",
						label: `Fill in: ${first.title}`,
						keys: ["N"],
						scope: "this chart",
						run: () => fill(first),
					},
				]
			: [],
	);
	if (due.forms.length === 0 && due.missed.length === 0) return null;
	return (
		<section class="due-forms" aria-labelledby="due-forms-title">
			<h2 id="due-forms-title">{due.forms.length > 0 ? "Due" : "Not filled in"}</h2>
			{due.forms.length > 0 && (
				<ul class="list">
					{due.forms.map((f) => (
						<li key={f.instrument_id}>
							<div>
								<p class="name">
									{f.title} {f.overdue && <Tag kind="danger">Overdue</Tag>}
								</p>
								<p class="small muted">
									{f.text}
									{f.begun && ". Begun, not complete"}
									{f.blank && ". A form with blank items is there; it does not count"}
								</p>
							</div>
							<Button keys={f === first ? "N" : undefined} onClick={() => fill(f)}>
								{f.begun ? "Go on" : "Fill in"}
								<span class="sr">: {f.title}</span>
							</Button>
						</li>
					))}
				</ul>
			)}
			{due.missed.map((text) => (
				<p key={text} class="small muted">
					{text}
				</p>
			))}
		</section>
	);
}
