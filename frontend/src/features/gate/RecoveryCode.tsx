import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";

/** The groups that are typed back to show that the code was kept, counted from 1. */
const asked = [3, 7] as const;

/** Shows the recovery code this once, and goes on when two of its groups were typed back. */
export function RecoveryCode({
	title,
	code,
	onDone,
	onBack,
}: {
	title: RefObject<HTMLHeadingElement | null>;
	code: string;
	onDone: () => void;
	onBack: () => void;
}) {
	const groups = code.split(" ");
	const [typed, setTyped] = useState<Record<number, string>>({});
	const [wrong, setWrong] = useState<number[]>([]);
	const [copied, setCopied] = useState(false);

	const submit = () => {
		const bad = asked.filter((n) => typed[n]?.trim().toUpperCase() !== groups[n - 1]);
		setWrong(bad);
		if (bad.length === 0) onDone();
		else {
			const field = document.getElementById(`group-${bad[0]}`);
			field?.focus();
			if (field instanceof HTMLInputElement) field.select();
		}
	};

	return (
		<form
			onSubmit={(e) => {
				e.preventDefault();
				submit();
			}}
		>
			<h1 ref={title} tabIndex={-1}>
				Keep this recovery code.
			</h1>
			<p class="lede">
				Without the passphrase or this code nobody can open these records. Not us, not anyone.
			</p>
			<ol class="code" aria-label="Recovery code">
				{groups.map((g, i) => (
					<li key={i}>
						<span class="small faint">{i + 1}</span>
						<span class="name">{g}</span>
					</li>
				))}
			</ol>
			<div class="actions">
				<Button
					icon="copy"
					onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
				>
					Copy
				</Button>
				<span class="small muted" role="status">
					{copied && "Copied. Paste it where only you can find it, then copy something else."}
				</span>
			</div>
			<div class="code-fields">
				{asked.map((n) => (
					<TextField
						key={n}
						id={`group-${n}`}
						label={`Type group ${n}`}
						value={typed[n] ?? ""}
						onValue={(v) => setTyped({ ...typed, [n]: v })}
						spellcheck={false}
						error={wrong.includes(n) ? "Not the same as above." : undefined}
					/>
				))}
			</div>
			<div class="actions">
				<Button kind="primary" type="submit">
					I have kept it
				</Button>
				<Button onClick={onBack}>Back</Button>
			</div>
		</form>
	);
}
