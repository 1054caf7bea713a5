import { textLost } from "../../state/vault";
import { Button } from "../../ui/Button";

/** That text was lost when the records locked, until it was read. */
export function LostNotice() {
	const close = () => {
		textLost.value = false;
		document.getElementById("main")?.focus();
	};
	return (
		<div class="notices" role="status">
			{textLost.value && (
				<div class="notice">
					<p>
						When the records locked, what you had typed last could not be written to the disk and is
						lost. All that was said to be saved is there. Check the disk’s free space, then write it
						again.
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
