import { useRef, useState } from "preact/hooks";
import {
	type ClearanceRow,
	type ClearanceView,
	clearances,
	type Fault,
	toFault,
} from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { onceRendered } from "../../ui/focus";
import { FileField } from "./FileField";
import { SuspendForm, suspensionOf } from "./SuspendForm";

interface Props {
	row: ClearanceRow;
	view: ClearanceView;
	onChanged: (view: ClearanceView) => Promise<void>;
	onEdit: () => void;
	onClose: () => void;
}

/** A clearance to read: its facts, its document, and the ways to change and to suspend it. */
export function ClearanceFacts({ row, view, onChanged, onEdit, onClose }: Props) {
	const [suspending, setSuspending] = useState(false);
	useUnfinished([suspensionOf(row.clearance.id)], () => setSuspending(row.suspendable));
	const [fault, setFault] = useState<Fault>();
	const suspend = useRef<HTMLButtonElement>(null);
	const c = row.clearance;

	const act = async (what: () => Promise<ClearanceView>) => {
		try {
			await onChanged(await what());
			setFault(undefined);
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	const command = (id: string, label: string, key: string, run: () => void) => ({
		id,
		label,
		keys: [key],
		scope: "this clearance",
		run,
	});
	useCommands(
		suspending
			? []
			: [
					command("leave-clearance", "Close", "Esc", onClose),
					...(row.editable ? [command("edit-clearance", "Edit this clearance", "E", onEdit)] : []),
					...(row.suspendable
						? [
								command("suspend-clearance", "Suspend this clearance", "S", () =>
									setSuspending(true),
								),
							]
						: []),
				],
	);

	const facts: readonly (readonly [string, string])[] = [
		["Limits", row.limits_text],
		["Dose", row.dose_text],
		["Covers", row.covers.join("\n")],
		["Conditions", c.conditions],
		["Pharmacy", c.pharmacy],
		["Document", row.file_title],
	];
	return (
		<div class="clearance-open">
			<dl class="care-facts">
				{facts
					.filter(([, text]) => text)
					.map(([label, text]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{text}</dd>
						</div>
					))}
			</dl>
			{!row.editable && !c.suspended_at && (
				<>
					<p class="small muted">
						A session began under it, so it stays as it is. A new clearance takes its place.
					</p>
					<FileField
						id={`document-${c.id}`}
						label="Its document"
						client={c.client_id}
						kind="clearance"
						files={view.files}
						value={c.attachment_id}
						keys="A"
						onValue={(file) => void act(() => clearances.Attach(c.id, file))}
						onAdded={(file) => void act(() => clearances.Attach(c.id, file.file.id))}
					/>
				</>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{suspending ? (
				<SuspendForm
					clearance={c}
					onDone={onChanged}
					onClose={() => {
						setSuspending(false);
						onceRendered(() => suspend.current?.focus());
					}}
					onReopen={() => setSuspending(true)}
				/>
			) : (
				<div class="actions">
					{row.editable && (
						<Button icon="pencil" keys="E" onClick={onEdit}>
							Edit
						</Button>
					)}
					{row.suspendable && (
						<Button buttonRef={suspend} icon="ban" keys="S" onClick={() => setSuspending(true)}>
							Suspend this clearance
						</Button>
					)}
					<Button kind="quiet" keys="Esc" onClick={onClose}>
						Close
					</Button>
				</div>
			)}
		</div>
	);
}
