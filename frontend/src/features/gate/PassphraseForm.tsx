import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Fault, toFault, type UnlockResult } from "../../bridge";
import { refreshVault, unlocked } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Secret } from "./Secret";
import { useCountdown } from "./useCountdown";

interface Props {
	/** What the passphrase does: the words of the button. */
	act: string;
	open: (passphrase: string) => Promise<UnlockResult>;
	/** Takes a refusal that leads elsewhere; any other is told at the field. */
	elsewhere?: (fault: Fault) => boolean;
	/** Leaves the focus where it is. */
	unfocused?: boolean;
	/** Above the field. */
	lead?: ComponentChildren;
	/** Below the button. */
	children?: ComponentChildren;
}

/** The passphrase that opens the records, or takes off what lies over them: a wrong one stays, selected, and has to wait. */
export function PassphraseForm({ act, open, elsewhere, unfocused, lead, children }: Props) {
	const [passphrase, setPassphrase] = useState("");
	const [error, setError] = useState<string>();
	const [busy, setBusy] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const wait = useCountdown();

	useLayoutEffect(() => {
		if (!unfocused) field.current?.focus();
	}, []);

	const submit = async () => {
		if (busy || wait > 0) return;
		setBusy(true);
		try {
			await unlocked(await open(passphrase));
		} catch (reason) {
			const fault = toFault(reason);
			await refreshVault();
			if (elsewhere?.(fault)) return;
			setError(fault.message);
			setBusy(false);
			field.current?.focus();
			field.current?.select();
		}
	};

	return (
		<form
			onSubmit={(e) => {
				e.preventDefault();
				void submit();
			}}
		>
			{lead}
			<Secret
				id="passphrase"
				label="Passphrase"
				value={passphrase}
				onValue={setPassphrase}
				error={error}
				inputRef={field}
			/>
			{wait > 0 && (
				<p class="small muted" role="timer">
					{wait === 1 ? "Try again in 1 second." : `Try again in ${wait} seconds.`}
				</p>
			)}
			<Button kind="primary" class="wide" type="submit" keys="Enter" disabled={busy || wait > 0}>
				{busy ? "Opening" : act}
			</Button>
			{children}
		</form>
	);
}
