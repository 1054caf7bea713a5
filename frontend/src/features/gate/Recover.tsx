import { useEffect, useRef, useState } from "preact/hooks";
import { toFault, vault } from "../../bridge";
import { unlocked } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { NewPassphrase, noSecret, secretErrors } from "./NewPassphrase";

const groupCount = 8;
const groupLength = 7;

/** Opens the records with the recovery code, then takes a new passphrase. */
export function Recover({ onBack }: { onBack: () => void }) {
	const [groups, setGroups] = useState<string[]>(Array(groupCount).fill(""));
	const [checked, setChecked] = useState(false);
	const [error, setError] = useState<string>();
	const [secret, setSecret] = useState(noSecret);
	const [secretFaults, setSecretFaults] = useState({});
	const [busy, setBusy] = useState(false);
	const fields = useRef<(HTMLInputElement | null)[]>([]);
	const code = groups.join(" ");

	useEffect(() => fields.current[0]?.focus(), []);

	/** One paste fills every field; typing moves on when a group is full. */
	const enter = (i: number, text: string) => {
		const clean = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
		const next = [...groups];
		let at = i;
		for (let rest = clean; at < groupCount; at++) {
			next[at] = rest.slice(0, groupLength);
			rest = rest.slice(groupLength);
			if (!rest) break;
		}
		setGroups(next);
		setError(undefined);
		if ((next[at]?.length ?? 0) === groupLength && clean.length >= groupLength)
			fields.current[Math.min(at + 1, groupCount - 1)]?.focus();
	};

	const run = async (act: () => Promise<void>) => {
		setBusy(true);
		try {
			await act();
		} catch (reason) {
			setError(toFault(reason).message);
		} finally {
			setBusy(false);
		}
	};

	const submit = () => {
		if (!checked)
			return run(async () => {
				await vault.CheckRecoveryCode(code);
				setChecked(true);
				setError(undefined);
			});
		const faults = secretErrors(secret, []);
		setSecretFaults(faults);
		if (Object.keys(faults).length > 0) return;
		return run(async () => {
			await unlocked(await vault.UnlockWithCode(code, secret.passphrase));
		});
	};

	return (
		<form
			onSubmit={(e) => {
				e.preventDefault();
				void submit();
			}}
		>
			<h1>{checked ? "A new passphrase." : "Use your recovery code."}</h1>
			<p class="lede">
				{checked
					? "The code is complete. From now on this passphrase opens your records."
					: "Eight groups of seven characters. You can paste all of it into the first field."}
			</p>
			{checked ? (
				<NewPassphrase value={secret} onValue={setSecret} known={[]} errors={secretFaults} />
			) : (
				<fieldset class="code-fields">
					<legend class="sr">Recovery code</legend>
					{groups.map((g, i) => (
						<TextField
							key={i}
							id={`group-${i + 1}`}
							label={`Group ${i + 1}`}
							value={g}
							onValue={(v) => enter(i, v)}
							spellcheck={false}
							inputRef={(el) => {
								fields.current[i] = el;
							}}
						/>
					))}
				</fieldset>
			)}
			{error && <ErrorLine text={error} />}
			<div class="actions">
				<Button kind="primary" type="submit" disabled={busy}>
					{checked ? "Open the records" : "Check the code"}
				</Button>
				<Button onClick={checked ? () => setChecked(false) : onBack}>Back</Button>
			</div>
		</form>
	);
}
