import "./prepared.css";
import type { PreparedLine } from "../../bridge";

/** What was agreed before the dosing session, as it stood when the session began. */
export function Prepared({ lines }: { lines: readonly PreparedLine[] }) {
	if (lines.length === 0) return null;
	return (
		<details class="prepared" open>
			<summary>From preparation</summary>
			<dl>
				{lines.map((l) => (
					<div key={l.label}>
						<dt class="faint">{l.label}</dt>
						<dd>{l.client_words ? <span class="said">“{l.text}”</span> : l.text}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}
