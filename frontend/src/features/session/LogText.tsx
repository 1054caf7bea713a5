import type { LogLine } from "../../bridge";
import { Icon } from "../../ui/Icon";

const alarming = ["hold", "emergency"];

/** One entry of a log in words, as it stands in the session and beside a note. */
export function LogText({ line }: { line: LogLine }) {
	if (line.dose)
		return line.dose.not_given ? (
			<>
				<span class="log-dose">Dose not given:</span> {line.dose.reason}
			</>
		) : (
			<>
				<span class="log-dose">{line.label}</span> {line.text}
				{line.ways.map((way) => (
					<span key={way} class="log-finding small alarming">
						{way}
					</span>
				))}
			</>
		);
	if (line.vitals)
		return (
			<>
				<span class="muted">{line.text}</span>
				{line.judgement?.findings.map((f) => (
					<span
						key={f.field}
						class={`log-finding small ${alarming.includes(f.level) ? "alarming" : ""}`}
					>
						{f.text}
					</span>
				))}
			</>
		);
	return (
		<span class={line.emergency ? "log-emergency" : undefined}>
			{line.emergency && <Icon name="triangle-alert" />}
			{line.label && (line.text ? `${line.label}: ` : line.label)}
			{line.client_words ? <q class="log-said">{line.text}</q> : line.text}
		</span>
	);
}
