import { useEffect, useState } from "preact/hooks";
import { aria, isMac } from "../../lib/keys";
import { asked, backUpNow, backups } from "../../state/backup";
import { route } from "../../state/route";
import { running } from "../../state/running";
import { cover } from "../../state/vault";
import { working } from "../../state/work";
import { Icon } from "../../ui/Icon";
import { Kbd } from "../../ui/Kbd";
import { WorkLine } from "../work/WorkLine";

/** At the foot of the sidebar: the long task that runs, the last backup, and Lock. */
export function Foot() {
	return (
		<div class="foot">
			{/* Settings and a document's preview show it where it was begun. */}
			{route.value.screen !== "settings" && !ownWork() && <WorkLine />}
			<LastBackup />
			<button
				type="button"
				class="lock"
				onClick={() => void cover()}
				aria-keyshortcuts={aria("Ctrl L", isMac)}
			>
				<Icon name="lock" />
				<span class="wide-only">{running.value.length > 0 ? "Cover" : "Lock"}</span>
				<Kbd keys="Ctrl L" />
			</button>
		</div>
	);
}

const ownWork = () => route.value.screen === "document" && working.value?.kind === "document";

/** What was just cancelled, said until another screen is opened. */
function useCancelled(): boolean {
	const [left, setLeft] = useState(asked.value);
	useEffect(() => setLeft(asked.value), [route.value]);
	return asked.value.cancelled === true && asked.value !== left;
}

/** When the last verified backup was made; pressed, it makes one. Quiet unless something is wrong. */
function LastBackup() {
	const status = backups.value;
	const cancelled = useCancelled();
	if (!status || working.value?.kind === "backup") return null;
	// Why one failed that was asked for just now stands here, of others in Settings.
	const failed =
		asked.value.fault?.message ?? (status.failed_text && `Backup failed. ${status.last_text}`);
	const wrong = failed ? "failed" : status.overdue ? "overdue" : "";
	return (
		<button
			type="button"
			class={`foot-line small ${wrong}`}
			onClick={() => void backUpNow()}
			disabled={asked.value.running}
			aria-keyshortcuts={aria("Ctrl Shift B", isMac)}
			title="Back up now (Ctrl Shift B)"
		>
			<Icon name={failed ? "circle-alert" : wrong ? "triangle-alert" : "hard-drive"} />
			<span class="wide-only" role="status">
				{failed || (cancelled && "Backup cancelled. Nothing was kept of it.") || status.last_text}
			</span>
		</button>
	);
}
