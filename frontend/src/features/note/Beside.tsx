import type { LogLine, NoteView } from "../../bridge";
import { plusText } from "../../lib/entry";
import { Button } from "../../ui/Button";
import { LiftWords } from "../prepare/LiftWords";
import { EventText } from "../session/EventText";
import { LogText } from "../session/LogText";

const mark = (line: LogLine) => (line.t_plus == null ? "" : plusText(line.t_plus));

/** The session's log beside the note, and the client's words ready to be quoted. */
export function Beside({
	reference,
	onQuote,
}: {
	reference: NonNullable<NoteView["reference"]>;
	/** Absent once the note is signed. */
	onQuote: ((words: string, mark: string) => void) | undefined;
}) {
	const lines = reference.log.filter((l) => !l.entry.struck_at);
	return (
		// Scrolls by itself, so it must take the focus where it holds no button.
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
		<aside class="beside" aria-labelledby="beside-title" data-region tabIndex={0}>
			<h2 id="beside-title">{reference.title}</h2>
			<p class="small muted">{reference.subline}</p>
			{reference.left_text && <p class="small">{reference.left_text}</p>}
			{reference.events.length > 0 && (
				<section aria-labelledby="beside-events-title">
					<h3 id="beside-events-title">Adverse events</h3>
					<ul>
						{reference.events.map((line) => (
							<li key={line.event.id}>
								<span class="small faint">{line.time_text}</span>
								<div>
									<EventText line={line} />
								</div>
							</li>
						))}
					</ul>
				</section>
			)}
			{reference.lifted.length > 0 && (
				<section aria-labelledby="beside-start-title">
					<h3 id="beside-start-title">At the start</h3>
					<ul>
						{reference.lifted.map((check) => (
							<li key={check.key}>
								<span class="small faint">{check.lift ? "Lifted" : "In the way"}</span>
								<div>
									{check.text}
									{check.lift && <LiftWords lift={check.lift} />}
								</div>
							</li>
						))}
					</ul>
				</section>
			)}
			<ul>
				{lines.map((line) => (
					<li key={line.entry.id}>
						<span class="small faint">{mark(line) || line.time_text}</span>
						<div>
							<LogText line={line} />
							{line.client_words && onQuote && (
								<Button
									kind="quiet"
									class="quote small"
									onMouseDown={(e) => e.preventDefault()}
									onClick={() => onQuote(line.text, mark(line))}
								>
									Quote in note
								</Button>
							)}
						</div>
					</li>
				))}
			</ul>
			{reference.prepared.length > 0 && (
				<section aria-labelledby="beside-prepared-title">
					<h3 id="beside-prepared-title">From preparation</h3>
					<dl>
						{reference.prepared.map((l) => (
							<div key={l.label}>
								<dt class="small faint">{l.label}</dt>
								<dd>
									{l.client_words ? <span class="log-said">“{l.text}”</span> : l.text}
									{l.client_words && onQuote && (
										<Button
											kind="quiet"
											class="quote small"
											onMouseDown={(e) => e.preventDefault()}
											onClick={() => onQuote(l.text, `${l.label}, from preparation`)}
										>
											Quote in note
										</Button>
									)}
								</dd>
							</div>
						))}
					</dl>
				</section>
			)}
		</aside>
	);
}
