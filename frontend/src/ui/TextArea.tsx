import type { Ref, TextareaHTMLAttributes } from "preact";
import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import { continueList, type Edit, toggleWrap } from "../lib/editing";
import { isMac, matches } from "../lib/keys";
import { htmlToNote, textToNote } from "../lib/paste";

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onInput" | "value"> {
	value: string;
	onValue: (value: string) => void;
	/** Lists continue on Enter, Ctrl B and Ctrl I wrap, and pasted pages become plain text. */
	markdown?: boolean;
	areaRef?: Ref<HTMLTextAreaElement>;
}

/** A text area as high as its text; the height is set by script, since older webviews have no field-sizing. */
export function TextArea({ value, onValue, markdown, areaRef, class: extra, ...rest }: Props) {
	const own = useRef<HTMLTextAreaElement>(null);
	// The same at every render: a new one would be given the area again, and take the focus again.
	const ref = useCallback(
		(el: HTMLTextAreaElement | null) => {
			own.current = el;
			if (typeof areaRef === "function") areaRef(el);
			else if (areaRef) areaRef.current = el;
		},
		[areaRef],
	);

	useLayoutEffect(() => {
		const area = own.current;
		if (!area) return;
		const fit = () => {
			area.style.height = "auto";
			area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
		};
		fit();
		let width = area.clientWidth;
		const resized = new ResizeObserver(() => {
			if (area.clientWidth === width) return;
			width = area.clientWidth;
			fit();
		});
		resized.observe(area);
		return () => resized.disconnect();
	}, [value]);

	const edit = (area: HTMLTextAreaElement, change: (e: Edit) => Edit | null): boolean => {
		const before = { text: area.value, start: area.selectionStart, end: area.selectionEnd };
		const after = change(before);
		if (!after) return false;
		replace(area, after);
		return true;
	};

	return (
		<textarea
			rows={1}
			spellcheck
			{...rest}
			class={`${extra ?? "input"}`}
			ref={ref}
			value={value}
			onInput={(e) => onValue(e.currentTarget.value)}
			onKeyDown={(e) => {
				rest.onKeyDown?.(e);
				if (!markdown || e.defaultPrevented || e.isComposing) return;
				const area = e.currentTarget;
				const done =
					(matches(e, "Enter", isMac) && edit(area, continueList)) ||
					(matches(e, "Ctrl B", isMac) && edit(area, (x) => toggleWrap(x, "**"))) ||
					(matches(e, "Ctrl I", isMac) && edit(area, (x) => toggleWrap(x, "*")));
				if (done) e.preventDefault();
			}}
			onPaste={(e) => {
				const data = e.clipboardData;
				if (!markdown || !data) return;
				e.preventDefault();
				const html = data.getData("text/html");
				const text = (html && htmlToNote(html)) || textToNote(data.getData("text/plain"));
				edit(e.currentTarget, ({ text: old, start, end }) => ({
					text: old.slice(0, start) + text + old.slice(end),
					start: start + text.length,
					end: start + text.length,
				}));
			}}
		/>
	);
}

/**
 * Changes the text through the platform's own editing command, so that it stays in the area's undo
 * history; only the part that differs is replaced.
 */
function replace(area: HTMLTextAreaElement, after: Edit): void {
	const before = area.value;
	let from = 0;
	while (from < before.length && from < after.text.length && before[from] === after.text[from])
		from++;
	let tail = 0;
	while (
		tail < before.length - from &&
		tail < after.text.length - from &&
		before[before.length - 1 - tail] === after.text[after.text.length - 1 - tail]
	)
		tail++;
	const insert = after.text.slice(from, after.text.length - tail);
	area.setSelectionRange(from, before.length - tail);
	const done = insert
		? document.execCommand?.("insertText", false, insert)
		: document.execCommand?.("delete");
	if (!done) {
		area.setRangeText(insert, from, before.length - tail, "end");
		area.dispatchEvent(new Event("input", { bubbles: true }));
	}
	area.setSelectionRange(after.start, after.end);
}
