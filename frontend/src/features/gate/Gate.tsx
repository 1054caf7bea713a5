import "./gate.css";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { sessionShown } from "../../state/appearance";
import { way } from "../../state/gate";
import { onForget, refreshVault, unreadable, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { later } from "../../ui/later";
import { Damaged } from "./Damaged";
import { LastBackup } from "./LastBackup";
import { Restore } from "./Restore";
import { Unlock } from "./Unlock";
import { UseCode } from "./UseCode";

const Recover = later(async () => (await import("./Recover")).Recover);

const toUnlock = () => {
	way.value = { to: "unlock" };
};

/** Whether a session was shown, or its cover, when the records locked: its room is dark still. */
let fromSession = false;

onForget(() => {
	fromSession = sessionShown.peek();
	return false;
});

/** Everything before the records are open. */
export function Gate() {
	useLayoutEffect(() => {
		if (!fromSession) return;
		sessionShown.value = true;
		return () => {
			sessionShown.value = false;
		};
	}, []);
	// The next time, the way in begins at the passphrase again.
	useEffect(() => toUnlock, []);
	return (
		<main class="gate" id="main" data-region tabIndex={-1}>
			<div class={`gate-column ${way.value.to === "unlock" ? "" : "wide"}`}>
				<WayIn />
			</div>
		</main>
	);
}

function WayIn() {
	if (unreadable.value) return <Trouble />;
	const here = way.value;
	switch (here.to) {
		case "recover":
			return <Recover onBack={toUnlock} />;
		case "restore":
			return <Restore from={here.from} onBack={toUnlock} />;
		case "damaged":
			return <Damaged fault={here.fault} onBack={toUnlock} />;
		case "unlock":
			return vaultState.value?.state === "locked" ? <Unlock /> : <Trouble />;
	}
}

const troubles: Record<string, [title: string, text: string]> = {
	in_use: [
		"Snowfield is open already.",
		"Another Snowfield window holds these records. Close it there, or work there; nothing is lost.",
	],
	key_missing: [
		"The key file is missing.",
		"The records are here, but the file key.age that opens them is not. Nothing was changed. Open them with the recovery code, put the file back into the folder below, or restore a backup.",
	],
	records_missing: [
		"The records are missing.",
		"The key is here, but the records it opens are not. Nothing was changed. Put them back into the folder below, or restore a backup.",
	],
};

function Trouble() {
	const vault = vaultState.value;
	const state = vault?.state ?? "";
	const title = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => title.current?.focus(), [state]);
	const only = state === "in_use" || unreadable.value !== null;
	const again = (
		<Button kind={only ? "primary" : "plain"} onClick={() => void refreshVault()}>
			Try again
		</Button>
	);
	const [name, text] = unreadable.value
		? ["The folder of the records cannot be read.", unreadable.value.message]
		: (troubles[state] ?? ["The records cannot be opened.", ""]);
	return (
		<>
			<h1 ref={title} tabIndex={-1}>
				{name}
			</h1>
			<ErrorLine text={text} reference={unreadable.value?.ref} />
			{vault?.place_warning && <p class="small muted">{vault.place_warning}</p>}
			<p class="small muted folder">{vault?.folder}</p>
			{state === "key_missing" && !only && <UseCode />}
			{only ? <div class="actions">{again}</div> : <LastBackup>{again}</LastBackup>}
		</>
	);
}
