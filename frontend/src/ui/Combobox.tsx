import "./combobox.css";
import * as combobox from "@zag-js/combobox";
import { normalizeProps, useMachine } from "@zag-js/preact";
import type { InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import { focusOnMount } from "./focus";
import { Icon } from "./Icon";
import type { IconName } from "./icon-names";

export interface Choice {
	id: string;
	label: string;
	icon: IconName;
	/** A word or key at the row's end. */
	end: string;
}

/** A search field with its results always open beneath; the focus stays in the field. */
export function Combobox({
	label,
	choices,
	query,
	onQuery,
	onChoose,
}: {
	label: string;
	/** Already filtered, best first. */
	choices: readonly Choice[];
	query: string;
	onQuery: (query: string) => void;
	onChoose: (id: string) => void;
}) {
	const id = useId();
	const service = useMachine(combobox.machine, {
		id,
		collection: combobox.collection({
			items: [...choices],
			itemToValue: (c) => c.id,
			itemToString: (c) => c.label,
		}),
		open: true,
		inputValue: query,
		value: [],
		inputBehavior: "autohighlight",
		selectionBehavior: "preserve",
		disableLayer: true,
		translations: { triggerLabel: label },
		onInputValueChange: (d) => onQuery(d.inputValue),
		onValueChange: (d) => d.value[0] && onChoose(d.value[0]),
	});
	const api = combobox.connect(service, normalizeProps);
	return (
		<>
			<input
				// Zag's input props are wider than what Preact 11 allows for one input type.
				{...(api.getInputProps() as InputHTMLAttributes<HTMLInputElement> as object)}
				// Zag writes the field's value back after a render, and a letter typed in between is lost.
				// Under an id it does not know, the field keeps its own text and Zag only reads it.
				id={`${id}-field`}
				ref={focusOnMount}
				class="combobox-input"
				aria-label={label}
				placeholder={label}
				spellcheck={false}
				// Zag would only close its list, which stays open here: Esc is for the dialog around it.
				onKeyDownCapture={(e) => {
					if (e.key === "Escape") e.stopPropagation();
				}}
			/>
			<div {...api.getContentProps()} role="listbox" class="combobox-list" aria-label="Results">
				{choices.map((c) => (
					<div key={c.id} {...api.getItemProps({ item: c })}>
						<Icon name={c.icon} />
						<span>{c.label}</span>
						<span class="end">{c.end}</span>
					</div>
				))}
			</div>
			{choices.length === 0 && (
				<p class="combobox-none small muted" role="status">
					Nothing by that name.
				</p>
			)}
		</>
	);
}
