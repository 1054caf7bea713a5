import type { ComponentChildren } from "preact";
import { machineZone, whenWords } from "../../lib/time";
import { now } from "../../state/clock";
import { way } from "../../state/gate";
import { vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";

/** The last good backup, as far as it is known without opening anything, and the ways to restore one. */
export function LastBackup({
	primary,
	children,
}: {
	primary?: boolean;
	/** Other ways on, beside these. */
	children: ComponentChildren;
}) {
	const last = vaultState.value?.last_backup;
	const known = last?.path ? last : undefined;
	const when = known && whenWords(known.made_at, machineZone(), now.value);
	return (
		<>
			{known && (
				<div>
					<p>
						{known.there
							? `The last verified backup was made ${when}.`
							: `The last verified backup was made ${when}, but it is not there now. Connect the drive it is on, or choose another.`}
					</p>
					<p class="small muted folder">{known.path}</p>
				</div>
			)}
			<div class="actions">
				{known?.there && (
					<Button
						kind={primary ? "primary" : "plain"}
						onClick={() => {
							way.value = { to: "restore", from: known };
						}}
					>
						Restore the last backup
					</Button>
				)}
				<Button
					onClick={() => {
						way.value = { to: "restore" };
					}}
				>
					{known?.there ? "Choose another backup" : "Restore a backup"}
				</Button>
				{children}
			</div>
		</>
	);
}
