import "./gate.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Fault, type Practice, settings, toFault, vault } from "../../bridge";
import { machineZone } from "../../lib/time";
import { refreshVault, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { focusOnMount } from "../../ui/focus";
import { WorkLine } from "../work/WorkLine";
import { KeptCode } from "./KeptCode";
import { NewPassphrase, noSecret, secretErrors } from "./NewPassphrase";
import { Restore } from "./Restore";

const noPractice = (): Practice => ({
	therapist_name: "",
	credential: "",
	license: "",
	practice_name: "",
	address: "",
	phone: "",
	email: "",
	npi: "",
	zone: machineZone(),
});

/** Five steps, one question each. Nothing is written before the passphrase is settled. */
export function FirstRun({
	onBegin,
	onDone,
}: {
	/** The vault was made. */
	onBegin: () => Promise<void>;
	onDone: () => void;
}) {
	const [step, setStep] = useState(1);
	const [restoring, setRestoring] = useState(false);
	const [practice, setPractice] = useState(noPractice);
	const [secret, setSecret] = useState(noSecret);
	const [secretFaults, setSecretFaults] = useState({});
	const [code, setCode] = useState("");
	/** The passphrase the vault has now, once it was made. */
	const [made, setMade] = useState("");
	const [fault, setFault] = useState<Fault>();
	const [busy, setBusy] = useState(false);
	const title = useRef<HTMLHeadingElement>(null);
	const refused = vaultState.value?.place_refused;

	// Each step is a screen of its own: its title is read, and Tab begins there.
	useEffect(() => {
		if (step > 1) title.current?.focus();
	}, [step]);

	const run = async (act: () => Promise<void>) => {
		setBusy(true);
		setFault(undefined);
		try {
			await act();
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			setBusy(false);
		}
	};
	const to = (n: number) => {
		setFault(undefined);
		setStep(n);
	};

	const known = [practice.therapist_name, practice.practice_name];
	const settlePassphrase = () => {
		const faults = secretErrors(secret, known);
		setSecretFaults(faults);
		if (Object.keys(faults).length > 0) return;
		return run(async () => {
			if (!made) {
				const created = await vault.Create({ passphrase: secret.passphrase, practice });
				setCode(created.recovery_code);
				await onBegin();
			} else {
				// Gone back after the vault was made: bring it in step with what was changed.
				if (made !== secret.passphrase) await vault.ChangePassphrase(made, secret.passphrase);
				await settings.SavePractice(practice);
			}
			setMade(secret.passphrase);
			setStep(4);
		});
	};
	const finish = async () => {
		await refreshVault();
		onDone();
	};
	const backUp = () =>
		run(async () => {
			if (!(await vault.ChooseBackupFolder())) return;
			await vault.BackupNow();
			await finish();
		});

	if (restoring)
		return (
			<Page>
				<Restore
					onBack={() => {
						setRestoring(false);
						void refreshVault();
					}}
				/>
			</Page>
		);

	return (
		<Page>
			{step === 1 && (
				<>
					<h1>Your records stay on this computer.</h1>
					<p class="lede">
						Snowfield is a chart for your practice. It keeps everything in one encrypted folder
						here. There is no account, and nothing is sent anywhere.
					</p>
					<p class="muted">
						It records what the prescriber ordered and what you saw. It never advises a dose.
					</p>
					{refused && <ErrorLine text={refused} />}
					<div class="actions">
						<Button
							kind="primary"
							onClick={() => to(2)}
							disabled={Boolean(refused)}
							buttonRef={focusOnMount}
						>
							Start
						</Button>
						<Button onClick={() => setRestoring(true)}>Restore a backup</Button>
					</div>
				</>
			)}
			{step === 2 && (
				<form
					onSubmit={(e) => {
						e.preventDefault();
						to(3);
					}}
				>
					<h1 ref={title} tabIndex={-1}>
						Who is writing?
					</h1>
					<p class="lede">For the head of your documents. All of it can wait.</p>
					<TextField
						id="therapist-name"
						label="Your name"
						value={practice.therapist_name}
						onValue={(therapist_name) => setPractice({ ...practice, therapist_name })}
					/>
					<TextField
						id="credential"
						label="Credential"
						placeholder="LMFT"
						value={practice.credential}
						onValue={(credential) => setPractice({ ...practice, credential })}
					/>
					<TextField
						id="practice-name"
						label="Practice name"
						value={practice.practice_name}
						onValue={(practice_name) => setPractice({ ...practice, practice_name })}
					/>
					<div class="actions">
						<Button kind="primary" type="submit">
							Go on
						</Button>
						<Button onClick={() => to(1)}>Back</Button>
					</div>
				</form>
			)}
			{step === 3 && (
				<form
					onSubmit={(e) => {
						e.preventDefault();
						void settlePassphrase();
					}}
				>
					<h1 ref={title} tabIndex={-1}>
						Choose a passphrase.
					</h1>
					<p class="lede">It opens your records each time. Nobody can look it up for you.</p>
					<NewPassphrase value={secret} onValue={setSecret} known={known} errors={secretFaults} />
					{fault && <ErrorLine text={words(fault)} reference={fault.ref} />}
					<div class="actions">
						<Button kind="primary" type="submit" disabled={busy}>
							{busy ? "Making the vault" : "Go on"}
						</Button>
						<Button onClick={() => to(2)} disabled={busy}>
							Back
						</Button>
					</div>
				</form>
			)}
			{step === 4 && (
				<>
					<h1 ref={title} tabIndex={-1}>
						Keep this recovery code.
					</h1>
					<p class="lede">
						Without the passphrase or this code nobody can open these records. Not us, not anyone.
					</p>
					<KeptCode code={code} onKept={() => to(5)}>
						<Button onClick={() => to(3)}>Back</Button>
					</KeptCode>
				</>
			)}
			{step === 5 && (
				<>
					<h1 ref={title} tabIndex={-1}>
						Where should backups go?
					</h1>
					<p class="lede">
						A folder on another disk or a USB stick is best. A backup is encrypted with the same
						passphrase; the first one is made now.
					</p>
					{fault && <ErrorLine text={words(fault)} reference={fault.ref} />}
					<WorkLine kinds={["backup"]} />
					<div class="actions">
						<Button kind="primary" icon="folder" onClick={() => void backUp()} disabled={busy}>
							{busy ? "Backing up" : "Choose the folder"}
						</Button>
						<Button onClick={() => void finish()} disabled={busy}>
							Later
						</Button>
						<Button onClick={() => to(4)} disabled={busy}>
							Back
						</Button>
					</div>
				</>
			)}
			<p class="small faint">Step {step} of 5</p>
		</Page>
	);
}

function Page({ children }: { children: preact.ComponentChildren }) {
	return (
		<main class="gate" id="main" data-region tabIndex={-1}>
			<div class="gate-column wide">{children}</div>
		</main>
	);
}

const words = (fault: Fault): string => [fault.message, ...Object.values(fault.fields)].join(" ");
