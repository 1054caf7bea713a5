import type { Autosaved } from "../../state/autosaved";
import { SaveLine } from "../note/SaveLine";

/** Whether a form that saves itself is on disk; `at` is when it was written last. */
export function SavedLine({
	of,
	at,
}: {
	of: Pick<Autosaved<unknown, { version: number }>, "fault" | "running" | "flush">;
	at: string;
}) {
	return (
		<div class="saved-line">
			<SaveLine
				saving={{ at, version: 0, running: of.running, error: of.fault?.message }}
				onRetry={() => void of.flush().catch(() => {})}
			/>
		</div>
	);
}
