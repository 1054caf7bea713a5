import { useState } from "preact/hooks";
import { type BackupInfo, toFault, vault } from "../../bridge";
import { dayMonth, localDate, longDate, machineZone } from "../../lib/time";
import { unlocked, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusOnMount } from "../../ui/focus";
import { Secret } from "./Secret";

/** Brings the records back from a backup file: choose, look inside, then replace. */
export function Restore({ onBack, onRestored }: { onBack: () => void; onRestored?: () => void }) {
	const [path, setPath] = useState("");
	const [passphrase, setPassphrase] = useState("");
	const [info, setInfo] = useState<BackupInfo>();
	const [kept, setKept] = useState<string>();
	const [error, setError] = useState<string>();
	const [busy, setBusy] = useState(false);
	const replaces = vaultState.value?.state !== "empty";

	const run = async (act: () => Promise<void>) => {
		setBusy(true);
		setError(undefined);
		try {
			await act();
		} catch (reason) {
			setError(toFault(reason).message);
		} finally {
			setBusy(false);
		}
	};

	const choose = () =>
		run(async () => {
			const chosen = await vault.ChooseBackup();
			if (!chosen) return;
			setPath(chosen);
			setInfo(undefined);
		});
	const inspect = () => run(async () => setInfo(await vault.InspectBackup(path, passphrase)));
	const finish = async () => {
		onRestored?.();
		await unlocked({ place: "", failed_attempts: 0 });
	};
	const replace = () =>
		run(async () => {
			const result = await vault.RestoreBackup(path, passphrase);
			if (result.kept_aside) setKept(result.kept_aside);
			else await finish();
		});

	if (kept)
		return (
			<>
				<h1>Your records are back.</h1>
				<p>The records that were here before are kept aside, untouched:</p>
				<p class="small muted folder">{kept}</p>
				<div class="actions">
					<Button kind="primary" onClick={() => void finish()}>
						Go on
					</Button>
				</div>
			</>
		);

	return (
		<form
			onSubmit={(e) => {
				e.preventDefault();
				void (info ? replace() : path ? inspect() : choose());
			}}
		>
			<h1>Restore a backup.</h1>
			<p class="lede">Choose a file that ends in .snowfield.</p>
			<div class="actions">
				<Button icon="folder" onClick={() => void choose()} disabled={busy}>
					{path ? "Choose another file" : "Choose the file"}
				</Button>
			</div>
			{path && <p class="small muted folder">{path}</p>}
			{path && !info && (
				<Secret
					id="backup-passphrase"
					label="Passphrase of that backup"
					hint="The one that was in use when it was made."
					value={passphrase}
					onValue={setPassphrase}
					inputRef={focusOnMount}
				/>
			)}
			{info && (
				<div>
					<p>
						Made {madeOn(info.made_at)} with Snowfield {info.app_version}:{" "}
						{count(info.clients, "client")}, {count(info.sessions, "session")}.
					</p>
					{replaces && (
						<p>
							Replace the records on this computer with it? They are kept aside, and you will be
							told where.
						</p>
					)}
				</div>
			)}
			{error && <ErrorLine text={error} />}
			<div class="actions">
				{path && (
					<Button kind="primary" type="submit" disabled={busy}>
						{info ? (replaces ? "Replace the records" : "Restore the records") : "Look inside"}
					</Button>
				)}
				<Button onClick={onBack}>Back</Button>
			</div>
		</form>
	);
}

const count = (n: number, what: string): string => (n === 1 ? `1 ${what}` : `${n} ${what}s`);

function madeOn(iso: string): string {
	const at = new Date(iso);
	const zone = machineZone();
	const date = localDate(at, zone);
	return date.slice(0, 4) === localDate(new Date(), zone).slice(0, 4)
		? dayMonth(at, zone)
		: longDate(date);
}
