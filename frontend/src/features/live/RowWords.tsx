import { useRef } from "preact/hooks";
import type { LogLine } from "../../bridge";
import { focusOnMount } from "../../ui/focus";

/** The words that follow a mark, written into its own row. Leaving the field keeps them as well. */
export function RowWords({
	line,
	onDone,
}: {
	line: LogLine;
	/** Gets the words; empty where the mark stays as it is. */
	onDone: (text: string) => void;
}) {
	const told = useRef(false);
	const done = (text: string) => {
		if (told.current) return;
		told.current = true; // taking the field away takes the focus from it once more
		onDone(text.trim());
	};
	return (
		<input
			ref={focusOnMount}
			class="row-words"
			aria-label={`Words for ${line.label}`}
			placeholder="Its words, then Enter"
			maxLength={2000}
			onKeyDown={(e) => {
				if (e.isComposing || (e.key !== "Enter" && e.key !== "Escape")) return;
				e.preventDefault();
				e.stopPropagation();
				done(e.currentTarget.value);
				document.getElementById("main")?.focus();
			}}
			onBlur={(e) => done(e.currentTarget.value)}
		/>
	);
}
