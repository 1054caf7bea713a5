import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Prescriber } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { focusIsFree } from "../../ui/focus";
import { fields, PrescriberForm, prescriberDraft } from "./PrescriberForm";

/** A prescriber's name as it stands under a clearance. */
export const signature = (p: Prescriber): string =>
	[p.name, p.credential].filter(Boolean).join(", ");

interface Props {
	prescriber: Prescriber;
	onChanged: () => Promise<void>;
	onClose: () => void;
}

/** A prescriber to read; E changes it. */
export function PrescriberView({ prescriber, onChanged, onClose }: Props) {
	const [editing, setEditing] = useState(false);
	useUnfinished([prescriberDraft(prescriber.id)], () => setEditing(true));
	const title = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => {
		if (!editing && focusIsFree()) title.current?.focus();
	}, [editing]);
	const edit = () => setEditing(true);
	const command = (id: string, label: string, key: string, run: () => void) => ({
		id,
		label,
		keys: [key],
		scope: "this screen",
		run,
	});
	useCommands(
		editing
			? []
			: [
					command("edit-prescriber", "Edit", "E", edit),
					command("leave-prescriber", "Back to the prescribers", "Esc", onClose),
				],
	);

	if (editing)
		return (
			<PrescriberForm
				prescriber={prescriber}
				onSaved={async () => {
					await onChanged();
					setEditing(false);
					onClose();
				}}
				onClose={() => setEditing(false)}
				onReopen={edit}
			/>
		);
	return (
		<section class="form-page" aria-labelledby="prescriber-title">
			<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={onClose}>
				Back to the prescribers
			</Button>
			<h2 id="prescriber-title" ref={title} tabIndex={-1}>
				{signature(prescriber)}
			</h2>
			{prescriber.retired && (
				<p class="muted">
					Retired: not offered for a new clearance. Clearances given before still name them.
				</p>
			)}
			<dl class="prescriber-facts">
				{fields
					.filter(([key]) => key !== "name" && key !== "credential" && prescriber[key])
					.map(([key, label]) => (
						<div key={key}>
							<dt>{label}</dt>
							<dd>{prescriber[key]}</dd>
						</div>
					))}
			</dl>
			<div class="actions">
				<Button icon="pencil" keys="E" onClick={edit}>
					Edit
				</Button>
			</div>
		</section>
	);
}
