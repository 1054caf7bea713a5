import { useLayoutEffect } from "preact/hooks";
import { type Prescriber, prescribers } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { TextField } from "../../ui/Field";
import { focusIsFree } from "../../ui/focus";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";

const newPrescriber = (): Prescriber => ({
	id: newId(),
	name: "",
	credential: "",
	organisation: "",
	phone: "",
	secure_fax: "",
	email: "",
	retired: false,
	created_at: "",
	updated_at: "",
	version: 0,
});

/** What is kept of a prescriber. */
export const fields = [
	["name", "Name"],
	["credential", "Credential"],
	["organisation", "Organisation"],
	["phone", "Phone"],
	["secure_fax", "Secure fax"],
	["email", "Email"],
] as const;

interface Props {
	/** The prescriber to change; absent for a new one. */
	prescriber: Prescriber | undefined;
	onSaved: () => Promise<void>;
	onClose: () => void;
	/** Opens this form again, where the shelf does not. */
	onReopen?: () => void;
}

/** Where an unfinished prescriber is kept. */
export const prescriberDraft = (id = "new"): string => `prescriber:${id}`;

/** A prescriber as a contact. Retired ones are offered for no new clearance and stay in the old ones. */
export function PrescriberForm({ prescriber, onSaved, onClose, onReopen }: Props) {
	const draft = useDraft<Prescriber>(
		prescriberDraft(prescriber?.id),
		prescriber ?? newPrescriber(),
	);
	const { form, fault, submit } = useSubmit();
	const value = draft.value;
	const ready = value !== undefined;

	useLayoutEffect(() => {
		if (ready && focusIsFree()) document.getElementById("prescriber-name")?.focus();
	}, [ready]);

	const save = async (change: Partial<Prescriber> = {}) => {
		if (!value) return;
		await submit(
			async () => {
				await prescribers.Save({ ...value, ...change });
				await draft.discard();
				await onSaved();
			},
			// Now that it was told, saving again goes over what is there.
			async () => {
				const stored = (await prescribers.List()).find((p) => p.id === value.id);
				if (stored) draft.change({ version: stored.version });
			},
		);
	};
	const cancel = useCancel(draft, onClose, onReopen);
	const kept = prescriber ? "Keep the changes" : "Add prescriber";
	const retire = prescriber?.retired ? "Work together again" : "Retire";

	useCommands([
		{
			id: "save-prescriber",
			label: kept,
			keys: ["Ctrl Enter"],
			scope: "this screen",
			run: () => void save(),
		},
		...(prescriber
			? [
					{
						id: "retire-prescriber",
						label: retire,
						keys: ["Ctrl Shift R"],
						scope: "this screen",
						run: () => void save({ retired: !prescriber.retired }),
					},
				]
			: []),
	]);

	if (!value) return <Loading />;
	const errors = fault?.fields ?? {};
	return (
		<section class="form-page" aria-labelledby="prescriber-title">
			<h2 id="prescriber-title">{prescriber ? "Prescriber" : "New prescriber"}</h2>
			<form
				ref={form}
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				<div class="fields pairs">
					{fields.map(([key, label]) => (
						<TextField
							key={key}
							id={`prescriber-${key}`}
							label={label}
							required={key === "name"}
							value={value[key]}
							error={errors[key]}
							onValue={(text) => draft.change({ [key]: text })}
						/>
					))}
				</div>
				{prescriber?.retired && (
					<p class="muted">
						Retired: not offered for a new clearance. Clearances given before still name them.
					</p>
				)}
				<FormFault fault={fault} draft={draft} onRetry={() => void save()} />
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						{kept}
					</Button>
					<Button keys="Esc" onClick={cancel}>
						Cancel
					</Button>
					{prescriber && (
						<Button
							kind="quiet"
							keys="Ctrl Shift R"
							onClick={() => void save({ retired: !prescriber.retired })}
						>
							{retire}
						</Button>
					)}
				</div>
			</form>
		</section>
	);
}
