import { useState } from "preact/hooks";
import { type CommitmentRow, commitments, toFault } from "../../bridge";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { offerUndo } from "../../ui/Toast";
import { CommitmentRows } from "../course/CommitmentRows";

/** What clients have taken on: of those in their window all, of the others what is due. */
export function Promised({
	rows,
	onChanged,
}: {
	rows: readonly CommitmentRow[];
	onChanged: () => Promise<void>;
}) {
	const [error, setError] = useState<string>();
	const settle = async (id: string, version: number, state: string, said: string) => {
		try {
			const { commitment } = await commitments.Settle(id, version, state, "");
			setError(undefined);
			await onChanged();
			if (said) offerUndo(said, () => void settle(id, commitment.version, "open", ""));
		} catch (reason) {
			setError(toFault(reason).message);
		}
	};
	return (
		<section aria-labelledby="promised-title">
			<h2 id="promised-title">Practices and commitments</h2>
			<CommitmentRows label="Practices and commitments" rows={rows} named>
				{({ commitment: m }) => (
					<>
						<Button
							aria-label={`Kept: ${m.text}`}
							onClick={() => void settle(m.id, m.version, "kept", "It was kept.")}
						>
							Kept
						</Button>
						<Button
							kind="quiet"
							aria-label={`Let go: ${m.text}`}
							onClick={() => void settle(m.id, m.version, "let_go", "It was let go.")}
						>
							Let go
						</Button>
					</>
				)}
			</CommitmentRows>
			{error && <ErrorLine text={error} />}
		</section>
	);
}
