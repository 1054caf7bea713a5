import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { ShownCode } from "./ShownCode";

/** The groups that are typed back to show that the code was kept, counted from 1. */
const asked = [3, 7] as const;

/** A new recovery code; it goes on when two of its groups were typed back. */
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

	const submit = () => {
		const bad = asked.filter((n) => typed[n]?.trim().toUpperCase() !== groups[n - 1]);
		setWrong(bad);
		if (bad.length === 0) return onKept();
		const field = document.getElementById(`kept-${bad[0]}`);
		field?.focus();
		if (field instanceof HTMLInputElement) field.select();
	};

	return (
		<form
			onSubmit={(e) => {
				e.preventDefault();
				submit();
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
			<div class="actions">
				<Button kind="primary" type="submit" keys="Enter">
					I have kept it
				</Button>
				{children}
			</div>
		</form>
	);
}
