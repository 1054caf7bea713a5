import { useLayoutEffect, useRef } from "preact/hooks";
import type { Fault } from "../../bridge";
import { vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { LastBackup } from "./LastBackup";
import { UseCode } from "./UseCode";

/** The passphrase was right, or could not be tried, and the records did not open: what is damaged, and the ways out. */
export function Damaged({ fault, onBack }: { fault: Fault; onBack: () => void }) {
	const title = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => title.current?.focus(), []);
	const key = "key_file" in fault.fields;
	const name = key ? "The key file is damaged." : "The records are damaged.";
	return (
		<>
			<h1 ref={title} tabIndex={-1}>
				{name}
			</h1>
			{/* The message may begin with what the title says. */}
			<ErrorLine text={fault.message.replace(`${name} `, "")} reference={fault.ref} />
			<p class="small muted folder">Your records are in {vaultState.value?.folder}</p>
			{key && <UseCode />}
			<LastBackup primary={!key}>
				<Button onClick={onBack}>Back</Button>
			</LastBackup>
		</>
	);
}
