import { useRef } from "preact/hooks";
import type { MarkSet } from "../../bridge";
import { keptKey } from "../../lib/kept";
import { newId } from "../../lib/uuid";
import { useCommands } from "../../state/keys";
import { sessionInstant } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { Kbd } from "../../ui/Kbd";
import { newEntry } from "../session/entries";
import { useLive } from "./context";

/** The keys in the order of the marks. */
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

/** Within how long the same key means words for the mark it made, in milliseconds. */
const again = 2000;

type Mark = MarkSet["marks"][number];

/** Ten marks, one for each digit key. The same digit twice opens the row for words. */
export function Marks({ set, onNext }: { set: number; onNext: () => void }) {
	const { view, part, labelOf, record, writeWords, open } = useLive();
	const sets = view.mark_sets;
	const shown = sets[set % Math.max(1, sets.length)];
	const last = useRef({ digit: "", id: "", at: Number.NEGATIVE_INFINITY });
	const marks = digits.map((digit, i) => ({ digit, mark: usable(shown?.marks[i], part.left_out) }));

	const press = (digit: string, mark: Mark) => {
		const at = performance.now();
		if (last.current.digit === digit && at - last.current.at <= again) {
			last.current.at = Number.NEGATIVE_INFINITY;
			writeWords(last.current.id);
			return;
		}
		const id = newId();
		last.current = { digit, id, at };
		record({
			observation: {
				entry: { ...newEntry(part.participant_id, sessionInstant()), id },
				kind: mark.word,
				text: mark.word ? "" : mark.text,
				client_words: false,
			},
		});
	};
	const label = (mark: Mark) => (mark.word ? labelOf(mark.word) : mark.text);

	useCommands(
		marks.flatMap(({ digit, mark }) =>
			mark
				? [
						{
							id: `mark-${digit}`,
							label: label(mark),
							keys: [digit],
							scope: "this session",
							run: () => press(digit, mark),
						},
					]
				: [],
		),
	);

	return (
		<div class="live-marks" role="group" aria-label={`Marks: ${shown?.name ?? ""}`} data-region>
			{marks.map(({ digit, mark }) =>
				mark ? (
					<button
						key={digit}
						type="button"
						aria-keyshortcuts={keptKey.value(digit)}
						onClick={() => press(digit, mark)}
					>
						<Kbd keys={digit} />
						<span>{label(mark)}</span>
					</button>
				) : (
					<span key={digit} class="live-mark-none" />
				),
			)}
			<div class="live-more">
				<Button kind="quiet" keys="M" onClick={() => open({ sheet: "words" })}>
					Words
				</Button>
				{sets.length > 1 && (
					<Button kind="quiet" keys="S" onClick={onNext}>
						{shown?.name}, next set
					</Button>
				)}
			</div>
		</div>
	);
}

/** A mark that writes something, and nothing of touch that was not agreed. */
function usable(mark: Mark | undefined, leftOut: readonly string[]): Mark | undefined {
	if (!mark || (!mark.word && !mark.text)) return undefined;
	return leftOut.includes(mark.word) ? undefined : mark;
}
