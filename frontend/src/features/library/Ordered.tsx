import type { ComponentChildren } from "preact";
import { isMac, matches } from "../../lib/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { onceRendered } from "../../ui/focus";
import { Kbd } from "../../ui/Kbd";

interface Props<T> {
	id: string;
	legend: string;
	/** What one line is called: "step", "clause". */
	noun: string;
	items: readonly T[];
	onItems: (items: T[]) => void;
	/** A line with nothing in it. */
	fresh: T;
	error?: string | undefined;
	/** The fields of a line; the first carries the id. */
	children: (
		item: T,
		put: (item: T) => void,
		field: { id: string; "aria-label": string; "aria-describedby": string | undefined },
	) => ComponentChildren;
}

/** A list whose order matters: lines are added, moved and removed, by keys as well. */
export function Ordered<T>(props: Props<T>) {
	const { id, legend, noun, items, onItems, fresh, error, children } = props;
	/** Gives the focus to a line once it is there. */
	const focusLine = (at: number) =>
		onceRendered(() => document.getElementById(`${id}-${at}`)?.focus());
	const add = (at: number) => {
		onItems([...items.slice(0, at), fresh, ...items.slice(at)]);
		focusLine(at);
	};
	const remove = (at: number) => {
		onItems(items.filter((_, i) => i !== at));
		if (items.length > 1) focusLine(Math.max(0, at - 1));
		else onceRendered(() => document.getElementById(`${id}-add`)?.focus());
	};
	const move = (at: number, by: 1 | -1) => {
		const to = at + by;
		const item = items[at];
		if (item === undefined || to < 0 || to >= items.length) return;
		onItems(items.filter((_, i) => i !== at).toSpliced(to, 0, item));
		focusLine(to);
	};

	return (
		<fieldset class="ordered field">
			<legend>{legend}</legend>
			<ol>
				{items.map((item, i) => (
					<li
						key={i}
						onKeyDown={(e) => {
							const inField = e.target instanceof HTMLInputElement;
							if (matches(e, "Alt Up", isMac)) move(i, -1);
							else if (matches(e, "Alt Down", isMac)) move(i, 1);
							else if (inField && matches(e, "Enter", isMac)) add(i + 1);
							else return;
							e.preventDefault();
						}}
					>
						<span class="small faint" aria-hidden="true">
							{i + 1}
						</span>
						<div class="ordered-fields">
							{children(item, (next) => onItems(items.with(i, next)), {
								id: `${id}-${i}`,
								"aria-label": `${noun} ${i + 1}`,
								"aria-describedby": error ? `${id}-error` : `${id}-keys`,
							})}
						</div>
						<div class="ordered-acts">
							<Button
								kind="quiet"
								icon="chevron-left"
								class="up"
								title={`Move ${noun} ${i + 1} up`}
								aria-label={`Move ${noun} ${i + 1} up`}
								disabled={i === 0}
								onClick={() => move(i, -1)}
							>
								{null}
							</Button>
							<Button
								kind="quiet"
								icon="chevron-right"
								class="down"
								title={`Move ${noun} ${i + 1} down`}
								aria-label={`Move ${noun} ${i + 1} down`}
								disabled={i === items.length - 1}
								onClick={() => move(i, 1)}
							>
								{null}
							</Button>
							<Button
								kind="quiet"
								icon="x"
								title={`Remove ${noun} ${i + 1}`}
								aria-label={`Remove ${noun} ${i + 1}`}
								onClick={() => remove(i)}
							>
								{null}
							</Button>
						</div>
					</li>
				))}
			</ol>
			{error && <ErrorLine id={`${id}-error`} text={error} />}
			<div class="actions">
				<Button id={`${id}-add`} icon="plus" onClick={() => add(items.length)}>
					Add a {noun}
				</Button>
				<p class="small faint" id={`${id}-keys`}>
					<Kbd keys="Enter" /> adds one below, <Kbd keys="Alt Up" /> and <Kbd keys="Alt Down" />{" "}
					move it.
				</p>
			</div>
		</fieldset>
	);
}
