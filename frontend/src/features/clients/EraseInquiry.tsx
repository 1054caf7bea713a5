import { useState } from "preact/hooks";
import { type Fault, toFault } from "../../bridge";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";

interface Props {
	onErase: () => Promise<void>;
	onClose: () => void;
}

/** Asks once before an inquiry is gone for good: one of the few acts that cannot be undone. */
export function EraseInquiry({ onErase, onClose }: Props) {
	const [fault, setFault] = useState<Fault>();
	const erase = async () => {
		try {
			await onErase();
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	return (
		<Dialog label="Erase this inquiry?" onClose={onClose}>
			<p>
				It is gone for good from these records. The audit trail keeps that an inquiry was erased,
				not whose. Backups made before still hold it.
			</p>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				<Button keys="Esc" onClick={onClose}>
					Keep it
				</Button>
				<Button kind="danger" onClick={() => void erase()}>
					Erase
				</Button>
			</div>
		</Dialog>
	);
}
