import { type SettingsView, vault } from "../../bridge";
import { whenWords } from "../../lib/time";
import { now } from "../../state/clock";
import { Button } from "../../ui/Button";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** Where backups go, when the last was made, and one now. */
export function BackupPart({
	view,
	onChanged,
}: {
	view: SettingsView;
	onChanged: () => Promise<void>;
}) {
	const { busy, fault, done, run } = useSaving();
	const folder = view.settings.backup_folder;

	const choose = () =>
		run(async () => {
			if (!(await vault.ChooseBackupFolder())) return "";
			await onChanged();
			return "Backups go there from now on.";
		});
	const backUp = () =>
		run(async () => {
			if (!folder && !(await vault.ChooseBackupFolder())) return "";
			await vault.BackupNow();
			await onChanged();
			return "Backed up, and the backup was read back.";
		});

	return (
		<section aria-labelledby="backup-title">
			<h2 id="backup-title">Backup</h2>
			<p>
				{view.last_backup
					? `The last backup was made ${whenWords(view.last_backup, view.practice.zone, now.value)}.`
					: "No backup was made yet."}
			</p>
			{folder && <p class="small muted folder">{folder}</p>}
			<div class="actions">
				<Button icon="hard-drive" onClick={() => void backUp()} disabled={busy}>
					{busy ? "Backing up" : "Back up now"}
				</Button>
				<Button icon="folder" onClick={() => void choose()} disabled={busy}>
					{folder ? "Choose another folder" : "Choose a folder"}
				</Button>
				<Outcome done={done} fault={fault} />
			</div>
		</section>
	);
}
