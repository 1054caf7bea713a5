import { clock } from "../../lib/time";
import { entriesLost } from "../../state/outbox";
import { zone } from "../../state/practice";
import { textLost } from "../../state/vault";
import { Button } from "../../ui/Button";

/** That text was lost when the records locked, until it was read. */
export function LostNotice() {
	const entries = entriesLost.value;
	const close = () => {
		textLost.value = false;
		entriesLost.value = [];
		document.getElementById("main")?.focus();
	};
	return (
		<div class="notices" role="status">
			{textLost.value && (
				<div class="notice">
					<p>
						{entries.length === 0
							? "When the records locked, what you had typed last could not be written to the disk and is lost. All that was said to be saved is there. Check the disk’s free space, then write it again."
							: `When the records locked, ${lostText(entries)} All that was said to be saved is there. Check the disk’s free space, then write them again, and see that what you typed last is still there.`}
					</p>
					<div class="actions">
						<Button kind="quiet" onClick={close}>
							Close
						</Button>
					</div>
				</div>
			)}
		</div>
	);
}

/** "2 entries of the session could not be written to the disk and are lost: those of 13:42 and 13:43." */
function lostText(entries: readonly string[]): string {
	const times = [...new Set(entries.map((at) => clock(at, zone())))];
	const last = times.pop();
	const said = times.length > 0 ? `${times.join(", ")} and ${last}` : last;
	return entries.length === 1
		? `1 entry of the session could not be written to the disk and is lost: that of ${said}.`
		: `${entries.length} entries of the session could not be written to the disk and are lost: those of ${said}.`;
}
