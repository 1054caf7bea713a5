import "./gate.css";
import { useState } from "preact/hooks";
import { type Fault, type Practice, settings, toFault, vault } from "../../bridge";
import { machineZone } from "../../lib/time";
import { useCommands } from "../../state/keys";
import { refreshVault, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { focusOnMount, giveBack, onceRendered } from "../../ui/focus";
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
	ein: "",
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
	const refused = vaultState.value?.place_refused;

	const run = async (act: () => Promise<void>) => {
		if (busy) return;
		const before = document.activeElement;
		setBusy(true);
		setFault(undefined);
		try {
			await act();
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			setBusy(false);
			onceRendered(() => giveBack(before));
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

	const key = (id: string, label: string, combo: string, run: () => void) => ({
		id,
		label,
		keys: [combo],
		scope: "this screen",
		keysOnly: true,
		run,
	});
	useCommands([
		...(step > 1 && !busy ? [key("back-step", "Back", "Esc", () => to(step - 1))] : []),
		...(step === 5 && !busy ? [key("later", "Later", "L", () => void finish())] : []),
	]);

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
					{/* Where Start can do nothing, the title has the focus in its place. */}
					<h1 tabIndex={-1} ref={refused ? focusOnMount : undefined}>
						Your records stay on this computer.
					</h1>
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
					<Title>Who is writing?</Title>
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
						<Button kind="primary" type="submit" keys="Enter">
							Go on
						</Button>
						<Button keys="Esc" onClick={() => to(1)}>
							Back
						</Button>
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
					<Title>Choose a passphrase.</Title>
					<p class="lede">It opens your records each time. Nobody can look it up for you.</p>
					<NewPassphrase value={secret} onValue={setSecret} known={known} errors={secretFaults} />
					{fault && <ErrorLine text={words(fault)} reference={fault.ref} />}
					<div class="actions">
						<Button kind="primary" type="submit" keys="Enter" disabled={busy}>
							{busy ? "Making the vault" : "Go on"}
						</Button>
						<Button keys="Esc" onClick={() => to(2)} disabled={busy}>
							Back
						</Button>
					</div>
				</form>
			)}
			{step === 4 && (
				<>
					<Title>Keep this recovery code.</Title>
					<p class="lede">
						Without the passphrase or this code nobody can open these records. Not us, not anyone.
					</p>
					<KeptCode code={code} onKept={() => to(5)}>
						<Button keys="Esc" onClick={() => to(3)}>
							Back
						</Button>
					</KeptCode>
				</>
			)}
			{step === 5 && (
				<form
					onSubmit={(e) => {
						e.preventDefault();
						void backUp();
					}}
				>
					<Title>Where should backups go?</Title>
					<p class="lede">
						A folder on another disk or a USB stick is best. A backup is encrypted with the same
						passphrase; the first one is made now.
					</p>
					{fault && <ErrorLine text={words(fault)} reference={fault.ref} />}
					<WorkLine kinds={["backup"]} />
					<div class="actions">
						<Button kind="primary" type="submit" icon="folder" keys="Enter" disabled={busy}>
							{busy ? "Backing up" : "Choose the folder"}
						</Button>
						<Button keys="L" onClick={() => void finish()} disabled={busy}>
							Later
						</Button>
						<Button keys="Esc" onClick={() => to(4)} disabled={busy}>
							Back
						</Button>
					</div>
				</form>
			)}
			<p class="small faint">Step {step} of 5</p>
		</Page>
	);
}

/** Each step is a screen of its own: its title is read, Tab begins there, and Enter goes on from there. */
function Title({ children }: { children: string }) {
	return (
		<h1
			ref={focusOnMount}
			tabIndex={-1}
			onKeyDown={(e) => {
				if (e.key === "Enter" && !e.repeat) e.currentTarget.closest("form")?.requestSubmit();
			}}
		>
			{children}
		</h1>
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
