import { useState } from "preact/hooks";
import { type Fault, toFault, vault } from "../../bridge";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

/** A recovery code in its groups, to be written down, copied or saved as a sheet. */
export function ShownCode({ code }: { code: string }) {
	const [done, setDone] = useState("");
	const [fault, setFault] = useState<Fault>();

	const run = async (act: () => Promise<string>) => {
		setFault(undefined);
		setDone("");
		try {
			setDone(await act());
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	const copy = () =>
		run(async () => {
			await vault.CopyRecoveryCode(code);
			return "Copied. The clipboard is cleared after a minute.";
		});
	const save = () =>
		run(async () =>
			(await vault.SaveRecoverySheet(code))
				? "Saved. Print it, keep the paper away from this computer, then delete the file and empty the bin."
				: "",
		);

	return (
		<>
			<ol class="code" aria-label="Recovery code">
				{code.split(" ").map((g, i) => (
					<li key={i}>
						<span class="small faint">{i + 1}</span>
						<span class="name">{g}</span>
					</li>
				))}
			</ol>
			<div class="actions">
				<Button icon="file-down" onClick={() => void save()}>
					Save recovery sheet…
				</Button>
				<Button icon="copy" onClick={() => void copy()}>
					Copy
				</Button>
			</div>
			<p class="small muted" role="status">
				{done}
			</p>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</>
	);
}
