import { library, type NoteOutline, type ShelvedOutline } from "../../bridge";
import { TextField } from "../../ui/Field";
import { Select } from "../session/Select";
import type { ShelfProps } from "./Library";
import { Ordered } from "./Ordered";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";

const fresh = { key: "", title: "", placeholder: "", body: "" };

/** What a new note of each kind of session begins with. */
export function OutlinesShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.outlines.find((o) => o.item.kind === item);
	if (chosen) return <OutlineForm key={item} view={view} onKept={onKept} chosen={chosen} />;
	return (
		<ShelfRows
			shelf="outlines"
			title="Note outlines"
			lead="The sections a new note begins with. Notes that have begun keep their sections; a section left empty is in no document. Risk is asked in every note."
			rows={view.outlines.map((o) => ({
				key: o.item.kind,
				title: o.item.format === o.label ? o.label : `${o.label}: ${o.item.format}`,
				line: o.line,
				text: o.text,
			}))}
		/>
	);
}

function OutlineForm({ view, onKept, chosen }: ShelfProps & { chosen: ShelvedOutline }) {
	return (
		<ShelfForm<NoteOutline>
			kind="note_outline"
			id={chosen.item.kind}
			title={`Outline: ${chosen.label}`}
			text={chosen.text}
			version={chosen.version}
			kept={chosen.item}
			shipped={chosen.shipped}
			keep={library.KeepOutline}
			onKept={onKept}
			onClose={() => openOn("outlines")}
		>
			{({ value, change, errors }) => (
				<>
					<Select
						id="outline-format"
						label="Begin with a known form"
						none="As it stands"
						options={view.formats.map((f) => ({ id: f.format, label: f.format }))}
						value=""
						onValue={(name) => {
							const format = view.formats.find((f) => f.format === name);
							if (format) change({ format: format.format, sections: format.sections });
						}}
					/>
					<TextField
						id="outline-name"
						label="Name"
						required
						value={value.format}
						error={errors.format}
						onValue={(format) => change({ format })}
					/>
					<Ordered
						id="section"
						legend="Sections"
						noun="section"
						items={value.sections}
						fresh={fresh}
						error={errors.sections}
						onItems={(sections) => change({ sections })}
					>
						{(section, put, field) => (
							<>
								<input
									class="input"
									autocomplete="off"
									{...field}
									value={section.title}
									onInput={(e) => put({ ...section, title: e.currentTarget.value })}
								/>
								<input
									class="input small"
									autocomplete="off"
									aria-label={`What ${field["aria-label"]} asks for`}
									placeholder="What it asks for"
									value={section.placeholder}
									onInput={(e) => put({ ...section, placeholder: e.currentTarget.value })}
								/>
							</>
						)}
					</Ordered>
				</>
			)}
		</ShelfForm>
	);
}
