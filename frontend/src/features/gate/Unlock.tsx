import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { toFault, vault } from "../../bridge";
import { greeting } from "../../lib/time";
import { now } from "../../state/clock";
import { way } from "../../state/gate";
import { refreshVault, unlocked, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { WorkLine } from "../work/WorkLine";
import { Secret } from "./Secret";
import { useCountdown } from "./useCountdown";

/** The lock screen. */
export function Unlock() {
	const [passphrase, setPassphrase] = useState("");
	const [error, setError] = useState<string>();
	const [busy, setBusy] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const warning = vaultState.value?.place_warning;
	const wait = useCountdown();

	useLayoutEffect(() => field.current?.focus(), []);

	const submit = async () => {
		if (busy || wait > 0) return;
		setBusy(true);
		try {
			await unlocked(await vault.Unlock(passphrase));
		} catch (reason) {
			const fault = toFault(reason);
			await refreshVault();
			if (fault.code === "corrupt") {
				way.value = { to: "damaged", fault };
				return;
			}
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
			<h1>{greeting(now.value.getHours())}</h1>
			<p class="lede">Your records are locked.</p>
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
				{busy ? "Opening" : "Unlock"}
			</Button>
			<WorkLine kinds={["update"]} fixed />
			<p class="links">
				<Button
					kind="quiet"
					onClick={() => {
						way.value = { to: "recover" };
					}}
				>
					Use recovery code
				</Button>
				<Button
					kind="quiet"
					onClick={() => {
						way.value = { to: "restore" };
					}}
				>
					Restore a backup
				</Button>
			</p>
			{warning && (
				<p class="place-warning small muted">
					<Icon name="triangle-alert" />
					<span>{warning}</span>
				</p>
			)}
		</form>
	);
}
