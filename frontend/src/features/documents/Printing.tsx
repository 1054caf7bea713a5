import { useEffect, useRef, useState } from "preact/hooks";
import { documents, type Fault, toFault } from "../../bridge";
import { isMac } from "../../lib/keys";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { onceRendered } from "../../ui/focus";
import type { Page } from "./pdf";
import { layOut } from "./printview";

interface Props {
	pages: readonly Page[];
	onClose: () => void;
	/** Records that it was printed. */
	onPrinted: () => Promise<void>;
}

/** WebKit on the Mac has no dialog of its own for a page: Go opens it there. */
const openDialog = async () => {
	if (isMac) await documents.Print();
	else window.print();
};

/** The system's dialog for printing, then the question whether it was printed: no system tells. */
export function Printing({ pages, onClose, onPrinted }: Props) {
	const [drawn, setDrawn] = useState(0);
	const [asked, setAsked] = useState(false);
	const [fault, setFault] = useState<Fault>();
	const yes = useRef<HTMLButtonElement>(null);
	const busy = useRef(false);

	useEffect(() => {
		let gone = false;
		let remove = () => {};
		const run = async () => {
			remove = await layOut(pages, setDrawn);
			if (gone) return remove();
			await openDialog();
			setAsked(true);
			onceRendered(() => yes.current?.focus());
		};
		void run().catch((reason) => setFault(toFault(reason)));
		return () => {
			gone = true;
			remove();
		};
	}, []);

	const record = async () => {
		if (busy.current) return;
		busy.current = true;
		try {
			await onPrinted();
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			busy.current = false;
		}
	};
	return (
		<Dialog label={asked ? "Was it printed?" : "Printing"} onClose={onClose}>
			{asked ? (
				<p>
					Snowfield is not told what the printer did. Say yes if paper came out: then it is written
					into the client’s disclosures.
				</p>
			) : (
				<p role="status">{`Drawing page ${Math.min(drawn + 1, pages.length)} of ${pages.length}`}</p>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				{asked && (
					<Button kind="primary" buttonRef={yes} onClick={() => void record()}>
						Yes, record it
					</Button>
				)}
				<Button keys="Esc" onClick={onClose}>
					{asked ? "No" : "Cancel"}
				</Button>
			</div>
		</Dialog>
	);
}
