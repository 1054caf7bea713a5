import "./work.css";
import { closeWithBackup, closeWithoutBackup, closing, stayOpen } from "../../state/closing";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusOnMount } from "../../ui/focus";
import { WorkLine } from "./WorkLine";

/** Over the window while it closes: the backup that is made first, or why there is none. It can always be closed. */
export function Closing() {
	const now = closing.value;
	if (!now) return null;
	const without = () => void closeWithoutBackup();
	if (!now.failed)
		return (
			<Dialog key="running" label="One backup before closing." kind="whole" onClose={without}>
				<p class="muted">Everything you wrote is saved. Snowfield closes by itself.</p>
				<WorkLine kinds={["backup"]} fixed />
				<div class="actions">
					<Button keys="Esc" onClick={without} buttonRef={focusOnMount}>
						Close without it
					</Button>
				</div>
			</Dialog>
		);
	const stay = () => void stayOpen();
	return (
		<Dialog
			key="failed"
			label={now.unsaved ? "Not everything is saved." : "The backup was not made."}
			kind="whole"
			onClose={stay}
		>
			<ErrorLine text={now.failed} />
			<p class="muted">
				{now.unsaved
					? "What you typed last is still on the screen behind this one."
					: "Everything you wrote is saved. Only the backup is missing."}
			</p>
			<div class="actions">
				<Button
					kind="primary"
					keys="Enter"
					onClick={() => void closeWithBackup()}
					buttonRef={focusOnMount}
				>
					Try again
				</Button>
				<Button onClick={without}>{now.unsaved ? "Close and lose it" : "Close without it"}</Button>
				<Button keys="Esc" onClick={stay}>
					Stay here
				</Button>
			</div>
		</Dialog>
	);
}
