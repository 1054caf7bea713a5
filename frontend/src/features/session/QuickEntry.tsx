import "./quick.css";
import { useEffect, useState } from "preact/hooks";
import { type LogChange, live, type QuickLine } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { Sheet } from "./Sheet";

const pause = 250;

interface Props {
	session: string;
	participant: string;
	onSaved: (change: LogChange) => void;
	onClose: () => void;
}

/** A paper log typed in afterwards: one entry a line, and beneath it how each is understood before it is kept. */
export function QuickEntry({ session, participant, onSaved, onClose }: Props) {
	const draft = useDraft(`quick:${participant}`, { text: "", batch: newId() });
	const typed = draft.value;
	const lines = useRead(session, participant, typed);
	if (!typed) return null;

	return (
		<Sheet
			label="Quick entry"
			act="Keep these entries"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={async () => {
				const change = await live.RecordLines(session, participant, typed.batch, typed.text);
				await draft.discard();
				onSaved(change);
			}}
		>
			{(errors) => (
				<>
					<Field
						id="quick-text"
						label="From the paper log, one entry on each line"
						hint="The time first: 13:12 dose 200 sublingual · 13:22 128/82 72 97 · 13:27 eyes open · 13:38 “It is so wide.”"
						error={errors.text}
					>
						{(control) => (
							<TextArea
								{...control}
								class="input quick-text"
								spellcheck={false}
								value={typed.text}
								onValue={(text) => draft.change({ text })}
							/>
						)}
					</Field>
					{lines.length > 0 && (
						<ol class="quick-lines" aria-label="As it is understood">
							{lines.map((l) => (
								<li key={l.number} class={l.wrong ? "wrong" : ""}>
									<span class="small faint">{l.number}</span>
									<span>{l.wrong ? `Line ${l.number}: ${l.wrong}` : l.reads}</span>
								</li>
							))}
						</ol>
					)}
					<p class="sr" role="status">
						{said(lines)}
					</p>
				</>
			)}
		</Sheet>
	);
}

function said(lines: readonly QuickLine[]): string {
	const wrong = lines.filter((l) => l.wrong).length;
	if (lines.length === 0) return "";
	return wrong === 0
		? "Every line is understood."
		: `${wrong} of ${lines.length} lines need a look.`;
}

/** How Go understands what is typed, shortly after the last key. */
function useRead(
	session: string,
	participant: string,
	typed: { text: string; batch: string } | undefined,
): readonly QuickLine[] {
	const [lines, setLines] = useState<readonly QuickLine[]>([]);
	useEffect(() => {
		if (!typed) return;
		let stale = false;
		const timer = setTimeout(() => {
			live.ReadLines(session, participant, typed.batch, typed.text).then(
				(read) => {
					if (!stale) setLines(read);
				},
				() => {}, // what is wrong is told when it is kept
			);
		}, pause);
		return () => {
			stale = true;
			clearTimeout(timer);
		};
	}, [typed?.text]);
	return lines;
}
