import { type Clearance, type ClearanceView, clearances } from "../../bridge";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field } from "../../ui/Field";
import { focusOnMount } from "../../ui/focus";
import { TextArea } from "../../ui/TextArea";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";

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
	const { form, fault, submit } = useSubmit();
	const value = draft.value;

	const suspend = () =>
		submit(async () => {
			if (!value) return;
			const view = await clearances.Suspend(clearance.id, value.reason);
			await draft.discard();
			await onDone(view);
		});
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
