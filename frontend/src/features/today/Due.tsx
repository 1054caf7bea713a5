import { useState } from "preact/hooks";
import { type TodayView, toFault, vault } from "../../bridge";
import { practice, refreshPractice } from "../../state/practice";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

/** What the practice should do. */
export function Due({ rows, onDone }: { rows: TodayView["due"]; onDone: () => Promise<void> }) {
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<string>();

	const backUp = async () => {
		setBusy(true);
		setError(undefined);
		try {
			if (!practice.value?.settings.backup_folder && !(await vault.ChooseBackupFolder())) return;
			await vault.BackupNow();
			await Promise.all([refreshPractice(), onDone()]);
		} catch (reason) {
			setError(toFault(reason).message);
		} finally {
			setBusy(false);
		}
	};

	return (
		<section aria-labelledby="due-title">
			<h2 id="due-title">Due</h2>
			<ul class="list">
				{rows.map((r) => (
					<li key={r.kind}>
						<div>
							<p class="name">{r.text}</p>
							<p class="small muted">{r.hint}</p>
						</div>
						{r.kind === "backup" && (
							<Button onClick={() => void backUp()} disabled={busy}>
								{busy ? "Backing up" : "Back up now"}
							</Button>
						)}
					</li>
				))}
			</ul>
			{error && <ErrorLine text={error} />}
		</section>
	);
}
