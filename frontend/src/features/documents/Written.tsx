import "./export.css";
import { useEffect, useState } from "preact/hooks";
import { documents, type Exported, type Fault, toFault } from "../../bridge";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

/** How long after an export Go still deletes its file. */
const takeBackWithin = 10 * 60_000;

/** Where a document was written, once it was, with what can still be done about it. */
export function Written({ of }: { of: Exported | undefined }) {
	const [deleted, setDeleted] = useState("");
	const [late, setLate] = useState(false);
	const [fault, setFault] = useState<Fault>();
	useEffect(() => {
		setDeleted("");
		setLate(false);
		setFault(undefined);
		const timer = setTimeout(() => setLate(true), takeBackWithin);
		return () => clearTimeout(timer);
	}, [of]);
	const attempt = async (act: () => Promise<void>) => {
		try {
			await act();
			setFault(undefined);
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	return (
		<div class="written">
			<p role="status">{deleted || of?.sentence}</p>
			{of && !deleted && (
				<div class="actions">
					<Button
						kind="quiet"
						icon="folder"
						onClick={() => void attempt(() => documents.Reveal(of.path))}
					>
						Show in folder
					</Button>
					{!late && (
						<Button
							kind="quiet"
							onClick={() => void attempt(async () => setDeleted(await documents.Delete(of.path)))}
						>
							Delete it
						</Button>
					)}
				</div>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</div>
	);
}
