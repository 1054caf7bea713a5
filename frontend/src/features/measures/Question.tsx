import type { Instrument } from "../../bridge";
import { Kbd } from "../../ui/Kbd";

type Item = Instrument["items"][number];
type Choice = Instrument["choices"][number];

interface Props {
	/** Of the form. */
	id: string;
	item: Item;
	/** Its place, from 1. */
	number: number;
	choices: readonly Choice[];
	value: number | undefined;
	onAnswer: (value: number) => void;
}

/** One question with its choices: native radio buttons, walked with the arrows. */
export function Question({ id, item, number, choices, value, onAnswer }: Props) {
	const name = `form-${id}-${item.link_id}`;
	const first = choices[0];
	const last = choices.at(-1);
	const ends = item.low || item.high;
	return (
		<fieldset
			class="form-item"
			data-item={item.link_id}
			aria-describedby={ends ? `${name}-ends` : undefined}
		>
			<legend>
				<span class="num faint">{number}</span>
				<span>{item.text}</span>
			</legend>
			<div class={`segmented ${ends ? "scale" : ""}`}>
				{choices.map((c) => (
					<label key={c.value}>
						<input
							type="radio"
							id={`${name}-${c.value}`}
							name={name}
							value={c.value}
							checked={c.value === value}
							onChange={() => onAnswer(c.value)}
						/>
						{c.label ? <span class="num faint">{c.value}</span> : c.value}
						{c.label && <span>{c.label}</span>}
						{c.value === 10 && <Kbd keys="T" />}
					</label>
				))}
			</div>
			{ends && first && last && (
				<p class="form-ends small faint" id={`${name}-ends`}>
					<span>
						{first.value} {item.low}
					</span>{" "}
					<span>
						{last.value} {item.high}
					</span>
				</p>
			)}
		</fieldset>
	);
}
