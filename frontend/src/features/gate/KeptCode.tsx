import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Fault, toFault, vault } from "../../bridge";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { ShownCode } from "./ShownCode";

/** The groups that are typed back to show that the code was kept, counted from 1. */
const asked = [3, 7] as const;

/** A recovery code that nobody has shown to have kept; it is confirmed when two of its groups were typed back. */
export function KeptCode({
	code,
	onKept,
	children,
}: {
	code: string;
	onKept: () => void;
	/** Other ways on, beside the button. */
	children?: ComponentChildren;
}) {
	const groups = code.split(" ");
	const [typed, setTyped] = useState<Record<number, string>>({});
	const [wrong, setWrong] = useState<number[]>([]);

	const [fault, setFault] = useState<Fault>();

	const submit = async () => {
		const bad = asked.filter((n) => typed[n]?.trim().toUpperCase() !== groups[n - 1]);
		setWrong(bad);
		setFault(undefined);
		if (bad.length === 0) {
			try {
				await vault.ConfirmRecoveryCode(code);
				onKept();
			} catch (reason) {
				setFault(toFault(reason));
			}
			return;
		}
		const field = document.getElementById(`kept-${bad[0]}`);
		field?.focus();
		if (field instanceof HTMLInputElement) field.select();
	};

	return (
		<form
			onSubmit={(e) => {
				e.preventDefault();
				void submit();
			}}
		>
			<ShownCode code={code} />
			<div class="code-fields">
				{asked.map((n) => (
					<TextField
						key={n}
						id={`kept-${n}`}
						label={`Type group ${n}`}
						value={typed[n] ?? ""}
						onValue={(v) => setTyped({ ...typed, [n]: v })}
						spellcheck={false}
						error={wrong.includes(n) ? "Not the same as above." : undefined}
					/>
				))}
			</div>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				<Button kind="primary" type="submit" keys="Enter">
					I have kept it
				</Button>
				{children}
			</div>
		</form>
	);
}
