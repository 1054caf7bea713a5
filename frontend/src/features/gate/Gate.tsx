import "./gate.css";
import { useState } from "preact/hooks";
import { refreshVault, vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { later } from "../../ui/later";
import { Restore } from "./Restore";
import { Unlock } from "./Unlock";

const Recover = later(async () => (await import("./Recover")).Recover);

/** Everything before the records are open. */
export function Gate() {
	const [way, setWay] = useState<"unlock" | "recover" | "restore">("unlock");
	const toUnlock = () => setWay("unlock");
	const state = vaultState.value?.state;
	return (
		<main class="gate" id="main" data-region tabIndex={-1}>
			<div class="gate-column">
				{way === "recover" ? (
					<Recover onBack={toUnlock} />
				) : way === "restore" ? (
					<Restore onBack={toUnlock} />
				) : state === "locked" ? (
					<Unlock onRecover={() => setWay("recover")} onRestore={() => setWay("restore")} />
				) : (
					<Trouble onRecover={() => setWay("recover")} onRestore={() => setWay("restore")} />
				)}
			</div>
		</main>
	);
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

function Trouble({ onRecover, onRestore }: { onRecover: () => void; onRestore: () => void }) {
	const vault = vaultState.value;
	const [title, text] = troubles[vault?.state ?? ""] ?? ["The records cannot be opened.", ""];
	return (
		<>
			<h1>{title}</h1>
			<ErrorLine text={text} />
			<p class="small muted folder">{vault?.folder}</p>
			<div class="actions">
				<Button kind="primary" onClick={() => void refreshVault()}>
					Try again
				</Button>
				{vault?.state === "key_missing" && <Button onClick={onRecover}>Use recovery code</Button>}
				{vault?.state !== "in_use" && <Button onClick={onRestore}>Restore a backup</Button>}
			</div>
		</>
	);
}
