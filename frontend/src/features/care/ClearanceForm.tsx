import { useLayoutEffect } from "preact/hooks";
import {
	type ClearanceRow,
	type ClearanceView,
	clearances,
	type FlagRef,
	sessions,
} from "../../bridge";
import { isField } from "../../lib/keys";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field, TextField } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { Select } from "../session/Select";
import { clearanceOf, limits, newClearance, type Typed, typedOf } from "./clearanceTyped";
import { FileField } from "./FileField";

interface Props {
	client: string;
	/** The clearance to change; absent for a new one. */
	row?: ClearanceRow;
	view: ClearanceView;
	onView: (view: ClearanceView) => void;
	onSaved: (view: ClearanceView, id: string) => Promise<void>;
	onClose: () => void;
	/** Opens this form again. */
	onReopen: () => void;
}

const sameFlag = (a: FlagRef) => (b: FlagRef) =>
	a.item_key === b.item_key && a.raised_at === b.raised_at;

/** Where an unfinished clearance is kept: a new one, or the changes to one. */
export const draftOf = (client: string, id?: string): string =>
	id ? `clearance:${id}` : `clearance:new:${client}`;

/** A clearance, written down as the prescriber gave it. */
export function ClearanceForm({ client, row, view, onView, onSaved, onClose, onReopen }: Props) {
	const draft = useDraft<Typed>(
		draftOf(client, row?.clearance.id),
		row ? typedOf(row.clearance) : newClearance(client, view),
	);
	const words = useLoad("vocabulary", sessions.Vocabulary);
	const { form, fault, submit } = useSubmit();
	const typed = draft.value;
	const ready = typed !== undefined && words.data !== undefined;

	useLayoutEffect(() => {
		if (ready && !isField(document.activeElement))
			document.getElementById("clearance-prescriber")?.focus();
	}, [ready]);

	const save = () =>
		submit(async () => {
			if (!typed) return;
			const now = await clearances.Save(clearanceOf(typed));
			await draft.discard();
			await onSaved(now, typed.id);
		});
	const cancel = useCancel(draft, onClose, onReopen);
	const kept = row ? "Keep the changes" : "Record the clearance";
	useCommands([
		{
			id: "save-clearance",
			label: kept,
			keys: ["Ctrl Enter"],
			scope: "this form",
			run: () => void save(),
		},
	]);

	if (!typed || !words.data) return null;
	const errors = fault?.fields ?? {};
	const put = (part: Partial<Typed>) => draft.change(part);
	const line = (
		key:
			| (typeof limits)[number][0]
			| "dose_min_ug"
			| "dose_max_ug"
			| "booster_max_ug"
			| "booster_earliest_min"
			| "sessions"
			| "pharmacy",
		label: string,
		hint?: string,
	) => (
		<TextField
			key={key}
			id={`clearance-${key.replaceAll("_", "-")}`}
			label={label}
			hint={hint}
			value={typed[key]}
			error={errors[key] ?? errors[`limits.${key}`]}
			onValue={(v) => put({ [key]: v })}
		/>
	);
	const day = (key: "cleared_on" | "expires_on", label: string, leaning: "past" | "future") => (
		<DateField
			id={`clearance-${key.replace("_", "-")}`}
			label={label}
			leaning={leaning}
			zone={zone()}
			now={now.value}
			required
			value={typed[key]}
			error={errors[key]}
			onValue={(v) => put({ [key]: v })}
		/>
	);
	const covers = typed.covers ?? [];
	const prescribers = view.prescribers.map((p) => ({
		id: p.id,
		label: [p.name, p.credential].filter(Boolean).join(", "),
	}));
	// Who is retired is offered for no new clearance, and stays in this one.
	if (row && !prescribers.some((p) => p.id === row.clearance.prescriber_id))
		prescribers.push({ id: row.clearance.prescriber_id, label: row.prescriber });

	return (
		<form
			ref={form}
			class="care-form clearance-open"
			aria-label={row ? "Clearance" : "New clearance"}
			onSubmit={(e) => {
				e.preventDefault();
				void save();
			}}
		>
			<Select
				id="clearance-prescriber"
				label="Prescriber"
				none="Choose"
				required
				options={prescribers}
				value={typed.prescriber_id}
				error={errors.prescriber_id}
				onValue={(prescriber_id) => put({ prescriber_id })}
			/>
			<div class="fields pairs">
				{day("cleared_on", "Cleared on", "past")}
				{day("expires_on", "Holds until", "future")}
				{line("sessions", "Dosing sessions it is for", "Empty: not limited.")}
			</div>
			<fieldset class="field">
				<legend>The prescriber's own limits</legend>
				<p class="small muted">
					They take the place of the default holds before and after a dose. Where one is empty the
					default holds: {view.defaults}. Emergency limits always stay.
				</p>
				<div class="fields pairs clearance-limits">
					{limits.map(([key, label, unit]) => line(key, label, unit))}
				</div>
			</fieldset>
			<fieldset class="field">
				<legend>Prescribed</legend>
				<div class="fields pairs">
					{line("dose_min_ug", "Dose from", "mg")}
					{line("dose_max_ug", "Dose up to", "mg")}
					<Select
						id="clearance-route"
						label="Route"
						none="Not named"
						options={words.data.routes}
						value={typed.route}
						error={errors.route}
						onValue={(route) => put({ route })}
					/>
					<Select
						id="clearance-form"
						label="Form"
						none="Not named"
						options={words.data.forms}
						value={typed.form}
						error={errors.form}
						onValue={(f) => put({ form: f })}
					/>
				</div>
				<label class="check clearance-booster">
					<input
						type="checkbox"
						checked={typed.booster_allowed}
						onChange={(e) => put({ booster_allowed: e.currentTarget.checked })}
					/>
					A booster is allowed
				</label>
				{typed.booster_allowed && (
					<div class="fields pairs">
						{line("booster_max_ug", "Booster up to", "mg")}
						{line("booster_earliest_min", "Not before", "minutes after the first dose")}
					</div>
				)}
			</fieldset>
			{view.flags.length > 0 && (
				<fieldset class="field">
					<legend>Flags the prescriber knows of and accepts</legend>
					{view.flags.map((f) => (
						<label class="check" key={`${f.ref.item_key} ${f.ref.raised_at}`}>
							<input
								type="checkbox"
								checked={covers.some(sameFlag(f.ref))}
								onChange={(e) =>
									put({
										covers: e.currentTarget.checked
											? [...covers, f.ref]
											: covers.filter((c) => !sameFlag(f.ref)(c)),
									})
								}
							/>
							{f.text}
						</label>
					))}
					{errors.covers && <ErrorLine text={errors.covers} />}
				</fieldset>
			)}
			<Field id="clearance-conditions" label="Conditions" error={errors.conditions}>
				{(control) => (
					<TextArea
						{...control}
						value={typed.conditions}
						onValue={(conditions) => put({ conditions })}
					/>
				)}
			</Field>
			{line("pharmacy", "Pharmacy")}
			<FileField
				id="clearance-attachment"
				label="Its document"
				client={client}
				kind="clearance"
				files={view.files}
				value={typed.attachment_id}
				error={errors.attachment_id}
				keys="Ctrl Shift F"
				onValue={(attachment_id) => put({ attachment_id })}
				onAdded={(file) => {
					onView({ ...view, files: [file, ...view.files] });
					put({ attachment_id: file.file.id });
				}}
			/>
			<FormFault fault={fault} draft={draft} onRetry={() => void save()} />
			<div class="actions">
				<Button kind="primary" type="submit" keys="Ctrl Enter">
					{kept}
				</Button>
				<Button keys="Esc" onClick={cancel}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
