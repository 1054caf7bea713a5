import type { TodayView } from "../../bridge";
import { Button } from "../../ui/Button";
import { Rows } from "../../ui/Rows";

/** Windows that closed without a contact, and nobody has spoken with the client since. */
export function Missed({
	rows,
	keyed,
	onWrite,
}: {
	rows: TodayView["missed"];
	/** The client whose check-in the key writes. */
	keyed: string | undefined;
	onWrite: (client: string) => void;
}) {
	return (
		<section aria-labelledby="missed-title">
			<h2 id="missed-title">Window missed</h2>
			<Rows label="Missed windows" class="list">
				{rows.map((r) => (
					<li key={r.dosing_session_id + r.client_id}>
						<div>
							<p class="name" id={`missed-${r.dosing_session_id}-${r.client_id}`}>
								{r.client_name}
							</p>
							<p class="small overdue">{r.text}</p>
						</div>
						<Button
							data-row
							data-check-in={r.client_id}
							aria-describedby={`missed-${r.dosing_session_id}-${r.client_id}`}
							{...(r.client_id === keyed && { keys: "W" })}
							onClick={() => onWrite(r.client_id)}
						>
							Write check-in
						</Button>
					</li>
				))}
			</Rows>
		</section>
	);
}
