import { useLive } from "./context";

export function LiveLog() {
	const { part } = useLive();
	return (
		<ol class="live-log">
			{part.log.map((l) => (
				<li key={l.entry.id}>
					{l.time_text} {l.label} {l.text}
				</li>
			))}
		</ol>
	);
}
