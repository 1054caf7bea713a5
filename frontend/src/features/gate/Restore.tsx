import { useLayoutEffect, useRef, useState } from "preact/hooks";
import {
	type BackupInfo,
	type Fault,
	type RestoreResult,
	toFault,
	type VaultState,
	vault,
} from "../../bridge";
import { machineZone, whenWords } from "../../lib/time";
import { now } from "../../state/clock";
import { unlocked, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusOnMount } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { WorkLine } from "../work/WorkLine";
import { CodeFields, useCode } from "./CodeFields";
import { NewPassphrase, noSecret, secretErrors } from "./NewPassphrase";
import { Secret } from "./Secret";

const keys = [
	{ value: "passphrase", label: "Its passphrase" },
	{ value: "code", label: "Its recovery code" },
] as const;

/** Brings the records back from a backup file: choose, look inside, then replace. */
export function Restore({
	from,
	onBack,
}: {
	/** The backup that is offered from the start. */
	from?: VaultState["last_backup"] | undefined;
	onBack: () => void;
}) {
	const [path, setPath] = useState(from?.path ?? "");
	const [by, setBy] = useState<(typeof keys)[number]["value"]>("passphrase");
	const [passphrase, setPassphrase] = useState("");
	const code = useCode();
	const [info, setInfo] = useState<BackupInfo>();
	const [secret, setSecret] = useState(noSecret);
	const [secretFaults, setSecretFaults] = useState({});
	const [done, setDone] = useState<RestoreResult>();
	const [fault, setFault] = useState<Fault>();
	const [busy, setBusy] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const form = useRef<HTMLFormElement>(null);
	const state = vaultState.value;
	const replaces = state?.state !== "empty";
	const byCode = by === "code";
	const key = byCode
		? { passphrase: "", recovery_code: code.text }
		: { passphrase, recovery_code: "" };

	const asksPassphrase = path !== "" && !info && !byCode;
	useLayoutEffect(() => {
		if (asksPassphrase) field.current?.focus();
	}, [asksPassphrase]);

	// What was looked into is decided on next.
	useLayoutEffect(() => {
		if (!info || busy) return;
		const next = byCode ? "#new-passphrase" : "[type=submit]";
		form.current?.querySelector<HTMLElement>(next)?.focus();
	}, [info, busy]);

	const run = async (act: () => Promise<void>) => {
		if (busy) return;
		setBusy(true);
		setFault(undefined);
		try {
			await act();
		} catch (reason) {
			setFault(toFault(reason));
			field.current?.focus();
			field.current?.select();
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
	const inspect = () =>
		run(async () => {
			if (byCode && !(await code.check())) return;
			setInfo(await vault.InspectBackup(path, key));
		});
	const finish = () =>
		unlocked({ place: "", failed_attempts: 0, check_needed: false, session: "", form: "" });
	const replace = () => {
		const wrong = byCode ? secretErrors(secret, []) : {};
		setSecretFaults(wrong);
		if (Object.keys(wrong).length > 0) return;
		return run(async () => {
			const result = await vault.RestoreBackup(path, key, byCode ? secret.passphrase : "");
			if (result.kept_aside || result.backup_folder_text) setDone(result);
			else await finish();
		});
	};

	if (done)
		return (
			<>
				<h1>Your records are back.</h1>
				{done.kept_aside && (
					<div>
						<p>The records that were here before are kept aside, untouched:</p>
						<p class="small muted folder">{done.kept_aside}</p>
					</div>
				)}
				{done.backup_folder_text && <p>{done.backup_folder_text}</p>}
				<div class="actions">
					<Button kind="primary" onClick={() => void finish()} buttonRef={focusOnMount}>
						Go on
					</Button>
				</div>
			</>
		);

	// A wrong passphrase is told beside its field, a wrong code beneath the groups.
	const atField = fault?.code === "wrong_passphrase" && !byCode ? fault.message : undefined;
	return (
		<form
			ref={form}
			onSubmit={(e) => {
				e.preventDefault();
				void (info ? replace() : path ? inspect() : choose());
			}}
		>
			<h1>Restore a backup.</h1>
			<p class="lede">
				{from && path === from.path
					? `The last verified one, made ${madeWords(from.made_at)}.`
					: "Choose a file that ends in .snowfield."}
			</p>
			{state?.place_refused && <ErrorLine text={state.place_refused} />}
			<div class="actions">
				<Button
					icon="folder"
					kind={path ? "plain" : "primary"}
					onClick={() => void choose()}
					disabled={busy}
					buttonRef={path ? undefined : focusOnMount}
				>
					{path ? "Choose another file" : "Choose the file"}
				</Button>
			</div>
			{path && <p class="small muted folder">{path}</p>}
			{path && !info && (
				<>
					<Segmented
						name="opened-by"
						label="Open it with"
						options={keys}
						value={by}
						onValue={(v) => {
							setBy(v);
							setFault(undefined);
						}}
					/>
					{byCode ? (
						<CodeFields code={code} />
					) : (
						<Secret
							id="backup-passphrase"
							label="Passphrase of that backup"
							hint="The one that was in use when it was made."
							value={passphrase}
							onValue={setPassphrase}
							error={atField}
							inputRef={field}
						/>
					)}
				</>
			)}
			{info && (
				<>
					<p>
						Made {madeWords(info.made_at)} with Snowfield {info.app_version}:{" "}
						{count(info.clients, "client")}, {count(info.sessions, "session")}.
					</p>
					{byCode && (
						<>
							<p>Choose the passphrase that opens these records from now on.</p>
							<NewPassphrase value={secret} onValue={setSecret} known={[]} errors={secretFaults} />
						</>
					)}
					{replaces && (
						<p>
							Replace the records on this computer with it? They are kept aside, and you will be
							told where.
						</p>
					)}
				</>
			)}
			{fault && !atField && <Told fault={fault} />}
			<WorkLine kinds={["inspect", "restore"]} />
			<div class="actions">
				{path && (
					<Button
						kind="primary"
						type="submit"
						keys="Enter"
						disabled={busy || (info !== undefined && state?.place_refused !== "")}
					>
						{info ? (replaces ? "Replace the records" : "Restore the records") : "Look inside"}
					</Button>
				)}
				<Button onClick={onBack} disabled={busy}>
					Back
				</Button>
			</div>
		</form>
	);
}

/** What went wrong; that something was stopped on purpose is no error. */
function Told({ fault }: { fault: Fault }) {
	if (fault.code !== "cancelled") return <ErrorLine text={fault.message} reference={fault.ref} />;
	return (
		<p class="small muted" role="status">
			{fault.message}
		</p>
	);
}

const madeWords = (iso: string): string => whenWords(iso, machineZone(), now.value);

const count = (n: number, what: string): string => (n === 1 ? `1 ${what}` : `${n} ${what}s`);
