import { useLayoutEffect, useState } from "preact/hooks";
import { type Fault, toFault, vault } from "../../bridge";
import { way } from "../../state/gate";
import { unlocked } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { CodeFields, useCode } from "./CodeFields";
import { NewPassphrase, noSecret, secretErrors } from "./NewPassphrase";

/** Opens the records with the recovery code, then takes a new passphrase. */
export function Recover({ onBack }: { onBack: () => void }) {
	const code = useCode();
	const [checked, setChecked] = useState(false);
	const [fault, setFault] = useState<Fault>();
	const [secret, setSecret] = useState(noSecret);
	const [secretFaults, setSecretFaults] = useState({});
	const [busy, setBusy] = useState(false);

	const submit = async () => {
		if (busy) return;
		const wrong = checked ? secretErrors(secret, []) : {};
		setSecretFaults(wrong);
		if (Object.keys(wrong).length > 0) return;
		setBusy(true);
		setFault(undefined);
		try {
			if (checked) await unlocked(await vault.UnlockWithCode(code.text, secret.passphrase));
			else setChecked(await code.check());
		} catch (reason) {
			const told = toFault(reason);
			if (told.code === "corrupt") way.value = { to: "damaged", fault: told };
			else setFault(told);
		} finally {
			setBusy(false);
		}
	};

	useLayoutEffect(() => {
		if (checked) document.getElementById("new-passphrase")?.focus();
	}, [checked]);

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
				<CodeFields code={code} />
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				<Button kind="primary" type="submit" keys="Enter" disabled={busy}>
					{checked ? "Open the records" : "Check the code"}
				</Button>
				<Button onClick={checked ? () => setChecked(false) : onBack}>Back</Button>
			</div>
		</form>
	);
}
