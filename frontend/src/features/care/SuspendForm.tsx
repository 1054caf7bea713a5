import { useRef, useState } from "preact/hooks";
import { type Clearance, type ClearanceView, clearances, type Fault, toFault } from "../../bridge";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field } from "../../ui/Field";
import { focusOnMount, focusWrong } from "../../ui/focus";
import { TextArea } from "../../ui/TextArea";
import { useCancel } from "../form/useCancel";

interface Props {
	clearance: Clearance;
	onDone: (view: ClearanceView) => Promise<void>;
	onClose: () => void;
	/** Opens this form again. */
	onReopen: () => void;
}

/** Where an unfinished reason is kept. */
export const suspensionOf = (clearance: string): string => `suspend:${clearance}`;

/** Why a clearance is put out of force. Only a new one ends that. */
export function SuspendForm({ clearance, onDone, onClose, onReopen }: Props) {
	const draft = useDraft(suspensionOf(clearance.id), { reason: "" });
	const [fault, setFault] = useState<Fault>();
	const form = useRef<HTMLFormElement>(null);
	const value = draft.value;

	const suspend = async () => {
		if (!value) return;
		try {
			const view = await clearances.Suspend(clearance.id, value.reason);
			await draft.discard();
			await onDone(view);
		} catch (reason) {
			setFault(toFault(reason));
			requestAnimationFrame(() => focusWrong(form.current));
		}
	};
	const cancel = useCancel(draft, onClose, onReopen);
	useCommands([
		{
			id: "suspend",
			label: "Suspend it",
			keys: ["Ctrl Enter"],
			scope: "this form",
			run: () => void suspend(),
		},
	]);
	if (!value) return null;
	return (
		<form
			ref={form}
			class="care-form"
			onSubmit={(e) => {
				e.preventDefault();
				void suspend();
			}}
		>
			<Field
				id="suspend-reason"
				label="Why it is suspended"
				hint="No dosing session starts under it until a new clearance is recorded."
				error={fault?.fields.reason}
				required
			>
				{(control) => (
					<TextArea
						{...control}
						areaRef={focusOnMount}
						value={value.reason}
						onValue={(reason) => draft.change({ reason })}
					/>
				)}
			</Field>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				<Button kind="primary" type="submit" keys="Ctrl Enter">
					Suspend it
				</Button>
				<Button keys="Esc" onClick={cancel}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
