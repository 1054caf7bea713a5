import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Fault, toFault } from "../../bridge";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusWrong } from "../../ui/focus";

interface Props {
	label: string;
	act: string;
	onClose: () => void;
	/** Throws a Fault when the entry cannot be saved; its fields are told beside theirs. */
	onSave: () => Promise<void>;
	children: (errors: Readonly<Record<string, string>>) => ComponentChildren;
}

/** A sheet over the session: Enter saves, Esc leaves what was typed for later. */
export function Sheet({ label, act, onClose, onSave, children }: Props) {
	const [fault, setFault] = useState<Fault>();
	const form = useRef<HTMLFormElement>(null);
	const busy = useRef(false);

	const save = async () => {
		if (busy.current) return;
		busy.current = true;
		try {
			await onSave();
		} catch (reason) {
			setFault(toFault(reason));
			requestAnimationFrame(() => focusWrong(form.current));
		} finally {
			busy.current = false;
		}
	};

	return (
		<Dialog label={label} onClose={onClose}>
			<form
				ref={form}
				class="session-sheet"
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				{children(fault?.fields ?? {})}
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				<div class="actions">
					<Button kind="primary" type="submit" keys="Enter">
						{act}
					</Button>
					<Button keys="Esc" onClick={onClose}>
						Close
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
