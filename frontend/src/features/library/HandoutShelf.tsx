import { library, type ShelvedHandout } from "../../bridge";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";
import { TextPreview } from "./TextPreview";

/** What the practice gives a client to read before a dosing session. */
export function HandoutShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.handouts.find((h) => h.item.place === item);
	if (chosen) return <HandoutForm key={item} view={view} onKept={onKept} chosen={chosen} />;
	return (
		<ShelfRows
			shelf="handout"
			title="What to expect"
			lead="What a client reads before a dosing session: how to prepare, the day, the hours after. It is opened from a client’s documents, filled with what was agreed. Read it with your prescriber before you give it to anybody."
			rows={view.handouts.map((h) => ({
				key: h.item.place,
				title: h.label,
				line: h.line,
				text: h.text,
			}))}
		/>
	);
}

function HandoutForm({ view, onKept, chosen }: ShelfProps & { chosen: ShelvedHandout }) {
	return (
		<ShelfForm
			kind="handout"
			id={chosen.item.place}
			title={chosen.label}
			text={chosen.text}
			version={chosen.version}
			kept={chosen.item}
			shipped={chosen.shipped}
			keep={library.KeepHandout}
			onKept={onKept}
			onClose={() => openOn("handout")}
		>
			{({ value, change, errors }) => (
				<>
					<Field
						id="handout-text"
						label="Text"
						hint="Who to call stands below it, with the numbers."
						required
						error={errors.text}
					>
						{(control) => (
							<TextArea
								{...control}
								markdown
								value={value.text}
								onValue={(text) => change({ text })}
							/>
						)}
					</Field>
					<TextPreview text={value.text} />
					<section aria-labelledby="placeholders-title">
						<h3 id="placeholders-title">Placeholders</h3>
						<p class="small muted">
							Typed with their braces, each is filled in for the client. Where something is not
							known a line is left to write on, and the preview says so.
						</p>
						<dl class="placeholders">
							{view.placeholders.map((p) => (
								<div key={p.name}>
									<dt>{`{${p.name}}`}</dt>
									<dd>{p.means}</dd>
								</div>
							))}
						</dl>
					</section>
				</>
			)}
		</ShelfForm>
	);
}
