import { useState } from "preact/hooks";
import { Button } from "../../ui/Button";
import { NewPassphrase, noSecret, secretErrors } from "../gate/NewPassphrase";
import { Secret } from "../gate/Secret";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** A new passphrase for the same records; the recovery code stays as it is. */
export function PassphrasePart({
	known,
	change,
}: {
	known: string[];
	change: (current: string, next: string) => Promise<void>;
}) {
	const [open, setOpen] = useState(false);
	const [current, setCurrent] = useState("");
	const [secret, setSecret] = useState(noSecret);
	const [errors, setErrors] = useState({});
	const { busy, fault, done, run } = useSaving();

	const close = () => {
		setOpen(false);
		setCurrent("");
		setSecret(noSecret);
		setErrors({});
	};
	const submit = () => {
		const found = secretErrors(secret, known);
		setErrors(found);
		if (Object.keys(found).length > 0) return;
		void run(async () => {
			await change(current, secret.passphrase);
			close();
			return "From now on the new passphrase opens your records. Backups made before keep the old one.";
		});
	};

	return (
		<section aria-labelledby="passphrase-title">
			<h2 id="passphrase-title">Passphrase</h2>
			{open ? (
				<form
					onSubmit={(e) => {
						e.preventDefault();
						submit();
					}}
				>
					<Secret
						id="current-passphrase"
						label="Passphrase now"
						value={current}
						onValue={setCurrent}
						error={fault?.code === "wrong_passphrase" ? fault.message : undefined}
					/>
					<NewPassphrase value={secret} onValue={setSecret} known={known} errors={errors} />
					<div class="actions">
						<Button kind="primary" type="submit" disabled={busy}>
							{busy ? "Changing" : "Change the passphrase"}
						</Button>
						<Button onClick={close}>Cancel</Button>
						<Outcome done="" fault={fault?.code === "wrong_passphrase" ? undefined : fault} />
					</div>
				</form>
			) : (
				<div class="actions">
					<Button icon="key" onClick={() => setOpen(true)}>
						Change the passphrase
					</Button>
					<Outcome done={done} fault={undefined} />
				</div>
			)}
		</section>
	);
}
