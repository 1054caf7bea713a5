import "./plan.css";
import { useRef, useState } from "preact/hooks";
import { type DueView, type Fault, measures, toFault } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";

type Row = DueView["forms"][number];

interface Props {
	client: string;
	due: DueView;
}

/** What is asked of the client now, the next one by a key, and what was missed. */
export function DueForms({ client, due }: Props) {
	const [fault, setFault] = useState<Fault>();
	// Pressed twice, it begins one form.
	const ids = useRef<Record<string, string>>({});
	const first = due.forms[0];
	/** Begins the questionnaire, or goes on with the form that is begun. */
	const fill = async (form: Row) => {
		try {
			let id = form.begun;
			if (!id) {
				const fresh = ids.current[form.instrument_id] ?? newId();
				ids.current[form.instrument_id] = fresh;
				const { response } = await measures.Begin({
					id: fresh,
					client_id: client,
					instrument_id: form.instrument_id,
					by: form.has_items ? "asked" : "paper",
					answered_at: "",
				});
				id = response.id;
			}
			go({ screen: "form", id });
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	useCommands(
		first
			? [
					{
						id: "fill-due",
						label: `Fill in: ${first.title}`,
						keys: ["N"],
						scope: "this chart",
						run: () => void fill(first),
					},
				]
			: [],
	);
	if (due.forms.length === 0 && due.missed.length === 0) return null;
	return (
		<section class="due-forms" aria-labelledby="due-forms-title">
			<h3 id="due-forms-title">{first ? "Due" : "Not filled in"}</h3>
			{first && (
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
							<Button keys={f === first ? "N" : undefined} onClick={() => void fill(f)}>
								{f.begun ? "Go on" : "Fill in"}
								<span class="sr">: {f.title}</span>
							</Button>
						</li>
					))}
				</ul>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{due.missed.map((text) => (
				<p key={text} class="small muted">
					{text}
				</p>
			))}
		</section>
	);
}
