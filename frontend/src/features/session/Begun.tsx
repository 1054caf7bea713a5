import { clock } from "../../lib/time";
import type { Timed } from "./entries";

/** Says of what was typed in an earlier minute that it would be saved with the time of now. */
export function Begun({ typed, zone }: { typed: Timed; zone: string }) {
	if (!typed.begun || clock(typed.begun, zone) === clock(typed.at, zone)) return null;
	return (
		<p class="small muted">
			Begun at {clock(typed.begun, zone)} and not saved. See that it still holds, and at which time.
		</p>
	);
}
