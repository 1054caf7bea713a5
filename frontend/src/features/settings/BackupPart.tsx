import { useEffect, useRef, useState } from "preact/hooks";
import { type Settings, settings as settingsApi, vault } from "../../bridge";
import { asked, backUpNow, backups, refreshBackups } from "../../state/backup";
import { working } from "../../state/work";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { Icon } from "../../ui/Icon";
import { Segmented } from "../../ui/Segmented";
import { WorkLine } from "../work/WorkLine";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

const schedules = [
	{ value: "1", label: "Each day" },
	{ value: "7", label: "Each week" },
	{ value: "0", label: "By hand only" },
] as const;

/** Where backups go and when, when the last was made, and one now. */
export function BackupPart({
	settings,
	onChanged,
}: {
	settings: Settings;
	onChanged: () => Promise<void>;
}) {
	const { busy, fault, done, run } = useSaving();
	const status = backups.value;
	const folder = settings.backup_folder;
	// What was chosen is shown at once; the choices go to disk one after the other.
	const [own, setOwn] = useState(settings);
	const writes = useRef<Promise<unknown>>(Promise.resolve());
	const waiting = useRef(0);
	useEffect(() => {
		if (waiting.current === 0) setOwn(settings);
	}, [settings]);

	const changed = async () => {
		await Promise.all([onChanged(), refreshBackups()]);
	};
	const choose = () =>
		run(async () => {
			if (!(await vault.ChooseBackupFolder())) return "";
			await changed();
			return "Backups go there from now on.";
		});
	const keep = (part: Partial<Settings>) => {
		const next = { ...own, ...part };
		setOwn(next);
		waiting.current++;
		writes.current = writes.current
			.catch(() => {})
			.then(() => settingsApi.SaveSettings(next))
			.finally(() => {
				waiting.current--;
			});
		const written = writes.current;
		return run(async () => {
			try {
				await written;
			} catch (reason) {
				setOwn(settings);
				throw reason;
			}
			await changed();
			return "Kept.";
		});
	};

	return (
		<section aria-labelledby="backup-title">
			<h2 id="backup-title">Backup</h2>
			{status && (
				<p class={status.overdue ? "warned" : undefined}>
					{status.overdue && <Icon name="triangle-alert" />}
					<span>
						{status.last_text}.{status.overdue && status.last_at && " It is time for another."}
					</span>
				</p>
			)}
			{status?.failed_text && <ErrorLine text={status.failed_text} />}
			<WorkLine kinds={["backup"]} />
			<div class="actions">
				<Button
					icon="hard-drive"
					keys="Ctrl Shift B"
					onClick={() => void backUpNow().then(changed)}
					disabled={asked.value.running || working.value !== null}
				>
					{asked.value.running ? "Backing up" : "Back up now"}
				</Button>
				<Outcome
					done={asked.value.done ?? ""}
					fault={status?.failed_text ? undefined : asked.value.fault}
				/>
			</div>

			<h3 id="backup-folder">Where they go</h3>
			{folder ? (
				<div>
					<p class="small folder">{folder}</p>
					<p class="small muted">
						Snowfield keeps 7 daily, 4 weekly and 12 monthly backups here and removes older ones,
						never the last good one.
						{status && status.count > 0 && ` ${count(status.count)} there now.`}
					</p>
				</div>
			) : (
				<p class="muted">
					No folder is chosen yet. Another disk, a USB stick or a cloud folder is best: a backup is
					encrypted like your records.
				</p>
			)}
			{status?.folder_missing && (
				<ErrorLine text="This folder is not there now. Connect the drive it is on, or choose another folder." />
			)}
			<div class="actions">
				<Button icon="folder" onClick={() => void choose()} disabled={busy}>
					{folder ? "Choose another folder" : "Choose a folder"}
				</Button>
			</div>

			<Segmented
				name="backup-every"
				label="Made by itself"
				options={schedules}
				value={String(own.backup_every_days) as (typeof schedules)[number]["value"]}
				error={fault?.fields.backup_every_days}
				onValue={(days) => void keep({ backup_every_days: Number(days) })}
			/>
			<label class="check">
				<input
					type="checkbox"
					checked={own.backup_on_close}
					onChange={(e) => void keep({ backup_on_close: e.currentTarget.checked })}
				/>
				Also when Snowfield closes and something was changed
			</label>
			<Overdue
				days={own.backup_overdue_days}
				error={fault?.fields.backup_overdue_days}
				onKeep={(backup_overdue_days) => void keep({ backup_overdue_days })}
			/>
			<Outcome
				done={done}
				fault={fault && Object.keys(fault.fields).length > 0 ? undefined : fault}
			/>
		</section>
	);
}

const count = (n: number): string => (n === 1 ? "One is" : `${n} are`);

/** After how many days without a backup it is said so; kept when the field is left or Enter is pressed. */
function Overdue({
	days,
	error,
	onKeep,
}: {
	days: number;
	error: string | undefined;
	onKeep: (days: number) => void;
}) {
	const [text, setText] = useState(String(days));
	const wrong = !/^\d{1,3}$/.test(text.trim());
	const leave = () => {
		// After a refusal the old number is kept once more, so that the refusal goes.
		if (!wrong && (error || Number(text) !== days)) onKeep(Number(text));
	};
	return (
		<form
			class="narrow-field"
			onSubmit={(e) => {
				e.preventDefault();
				leave();
			}}
		>
			<TextField
				id="backup-overdue"
				label="Warn after days"
				hint="1 to 90 days without a backup."
				value={text}
				error={wrong ? "Write a whole number of days." : error}
				onValue={setText}
				onBlur={leave}
			/>
		</form>
	);
}
