import { type Medicine, type ScreeningView, screening } from "../../bridge";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { TextField } from "../../ui/Field";
import { Select } from "../session/Select";
import { Sheet } from "../session/Sheet";

const newMedicine = (client: string): Medicine => ({
	id: newId(),
	client_id: client,
	name: "",
	dose: "",
	schedule: "",
	class: "",
	prescribed_by: "",
	ended_on: "",
	created_at: "",
	updated_at: "",
	version: 0,
});

/** Where a medicine is kept until it is stored; without an id, a new one. */
export const medicineOf = (client: string, id = "new"): string => `medicine:${client}:${id}`;

interface Props {
	client: string;
	view: ScreeningView;
	/** The sheet that is open, by the key of its draft; empty for none. */
	sheet: string;
	onSheet: (sheet: string) => void;
	onChanged: (view: ScreeningView) => void;
}

/** What the client takes and took. */
export function Medicines({ client, view, sheet, onSheet, onChanged }: Props) {
	const edited = view.medicines.find((m) => medicineOf(client, m.medicine.id) === sheet)?.medicine;
	const add = () => onSheet(medicineOf(client));
	useCommands([
		{
			id: "add-medicine",
			label: "Add a medicine",
			keys: ["M"],
			scope: "this chart",
			run: add,
		},
	]);
	return (
		<section aria-labelledby="medicines-title">
			<div class="part-head">
				<h2 id="medicines-title">Medicines</h2>
				<Button icon="plus" keys="M" onClick={add}>
					Add a medicine
				</Button>
			</div>
			{view.medicines.length === 0 ? (
				<p class="muted">None noted. Ask about prescribed ones, others, alcohol and cannabis.</p>
			) : (
				<ul class="medicine-rows">
					{view.medicines.map(({ medicine, line, class_label, ended_text }) => (
						<li key={medicine.id} class={ended_text ? "ended" : undefined}>
							<div>
								<p class={ended_text ? "muted" : "name"}>{line}</p>
								<p class="small muted">
									{[class_label, medicine.prescribed_by, ended_text].filter(Boolean).join(", ")}
								</p>
							</div>
							<Button kind="quiet" onClick={() => onSheet(medicineOf(client, medicine.id))}>
								Change<span class="sr"> {medicine.name}</span>
							</Button>
						</li>
					))}
				</ul>
			)}
			{(edited || sheet === medicineOf(client)) && (
				<MedicineSheet
					key={sheet}
					client={client}
					medicine={edited}
					classes={view.classes}
					onClose={() => onSheet("")}
					onSaved={(next) => {
						onSheet("");
						onChanged(next);
					}}
				/>
			)}
		</section>
	);
}

function MedicineSheet({
	client,
	medicine,
	classes,
	onClose,
	onSaved,
}: {
	client: string;
	medicine: Medicine | undefined;
	classes: ScreeningView["classes"];
	onClose: () => void;
	onSaved: (view: ScreeningView) => void;
}) {
	const draft = useDraft<Medicine>(
		medicineOf(client, medicine?.id),
		medicine ?? newMedicine(client),
	);
	const value = draft.value;
	if (!value) return null;
	const save = async () => {
		const view = await screening.SaveMedicine(value);
		await draft.discard();
		onSaved(view);
	};
	const none = classes.find((c) => c.id === "")?.label;
	return (
		<Sheet
			label={medicine ? "Change a medicine" : "Add a medicine"}
			act={medicine ? "Keep the changes" : "Add"}
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<TextField
						id="medicine-name"
						label="Name"
						required
						value={value.name}
						error={errors.name}
						onValue={(name) => draft.change({ name })}
					/>
					<div class="fields pairs">
						<TextField
							id="medicine-dose"
							label="Dose"
							value={value.dose}
							error={errors.dose}
							onValue={(dose) => draft.change({ dose })}
						/>
						<TextField
							id="medicine-schedule"
							label="Schedule"
							value={value.schedule}
							error={errors.schedule}
							onValue={(schedule) => draft.change({ schedule })}
						/>
						<Select
							id="medicine-class"
							label="Class"
							none={none ?? ""}
							options={classes.filter((c) => c.id !== "")}
							value={value.class}
							error={errors.class}
							onValue={(c) => draft.change({ class: c })}
						/>
						<TextField
							id="medicine-prescribed-by"
							label="Prescribed by"
							value={value.prescribed_by}
							error={errors.prescribed_by}
							onValue={(prescribed_by) => draft.change({ prescribed_by })}
						/>
						{medicine && (
							<DateField
								id="medicine-ended-on"
								label="Last day, when no longer taken"
								leaning="past"
								zone={zone()}
								now={now.value}
								value={value.ended_on}
								error={errors.ended_on}
								onValue={(ended_on) => draft.change({ ended_on })}
							/>
						)}
					</div>
				</>
			)}
		</Sheet>
	);
}
