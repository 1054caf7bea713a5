import "./preparation.css";
import { useState } from "preact/hooks";
import {
	type Client,
	Fault,
	type PreparationForm,
	type PreparationView,
	preparations,
	toFault,
} from "../../bridge";
import { type Autosaved, useAutosaved } from "../../state/autosaved";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field, TextField } from "../../ui/Field";
import { focusWrong, onceRendered } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { Entry } from "../chart/Glance";
import { Select } from "../session/Select";
import type { PartProps } from "./part";
import { NotSavedLine, SavedLine } from "./SavedLine";

const touch = [
	{ value: "agreed", label: "Agreed" },
	{ value: "none", label: "No touch" },
] as const;

const hours = Array.from({ length: 24 }, (_, i) => ({
	id: String(i + 1),
	label: i === 0 ? "1 hour" : `${i + 1} hours`,
}));

/** What was agreed before dosing. It saves itself; complete, it is closed until it is reopened. */
export function PreparationPart({ client, onChanged }: PartProps) {
	const saved = useAutosaved(
		`preparation:${client.id}`,
		() => preparations.Get(client.id),
		preparations.Save,
		(view: PreparationView) => view.form,
	);
	const [fault, setFault] = useState<Fault>();
	const form = saved.record;
	const done = saved.view?.done_text;

	const act = async (what: () => Promise<PreparationView>) => {
		try {
			await saved.flush();
			saved.take(await what());
			setFault(undefined);
			// The form gave way to its reading, or the other way round: from the title one goes on.
			onceRendered(() => document.getElementById("part-title")?.focus());
			await onChanged();
		} catch (reason) {
			setFault(toFault(reason));
			onceRendered(() => {
				const form = document.querySelector<HTMLFormElement>("form.preparation");
				const intention = form?.querySelector<HTMLElement>(".preparation-intention.wrong button");
				if (intention) intention.focus();
				else focusWrong(form);
			});
		}
	};
	const complete = () =>
		act(async () => {
			// The version is that of the save before.
			const now = await preparations.Get(client.id);
			return preparations.Complete(client.id, now.form.version);
		});
	const reopen = () => act(() => preparations.Reopen(client.id));

	useCommands([
		{
			id: "complete-preparation",
			label: done ? "Reopen the preparation" : "Complete the preparation",
			keys: done ? ["R"] : ["Ctrl Enter"],
			scope: "this chart",
			run: () => void (done ? reopen() : complete()),
		},
	]);

	return (
		<section aria-labelledby="part-title">
			<div class="part-head">
				<h2 id="part-title" tabIndex={-1}>
					Preparation
				</h2>
				{form && !done && <SavedLine of={saved} at={saved.view?.form.updated_at ?? ""} />}
			</div>
			{saved.loading && <ErrorLine text={saved.loading.message} reference={saved.loading.ref} />}
			{!form ? (
				!saved.loading && <Loading rows={6} />
			) : done ? (
				<Closed client={client} view={saved.view as PreparationView} onReopen={reopen} />
			) : (
				<Open
					client={client}
					form={form}
					saved={saved}
					errors={{ ...saved.fault?.fields, ...fault?.fields }}
					onChange={(part) => {
						saved.change(part);
						// What is being put right is no longer said to be wrong.
						setFault((old) => without(old, Object.keys(part)));
					}}
					onClient={onChanged}
					onComplete={complete}
				/>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</section>
	);
}

/** A refusal without the fields that were changed since; nothing once none is left. */
function without(fault: Fault | undefined, changed: readonly string[]): Fault | undefined {
	if (!fault || Object.keys(fault.fields).length === 0) return undefined;
	const left = Object.entries(fault.fields).filter(([field]) => !changed.includes(field));
	return left.length > 0
		? new Fault(fault.code, fault.message, Object.fromEntries(left), fault.ref)
		: undefined;
}

interface OpenProps {
	client: Client;
	form: PreparationForm;
	saved: Autosaved<PreparationView, PreparationForm>;
	errors: Readonly<Record<string, string>>;
	onChange: (part: Partial<PreparationForm>) => void;
	/** The client itself was changed. */
	onClient: () => Promise<void>;
	onComplete: () => Promise<void>;
}

type Words =
	| "fears"
	| "altered_states"
	| "supports"
	| "set_and_setting"
	| "music"
	| "eye_shades"
	| "touch_agreement"
	| "boundaries"
	| "safety_plan";

function Open({ client, form, saved, errors, onChange, onClient, onComplete }: OpenProps) {
	const medicines = saved.view?.medicines ?? [];
	const area = (key: Words, label: string, hint?: string, required = false) => (
		<Field
			id={`preparation-${key.replace("_", "-")}`}
			label={label}
			hint={hint}
			required={required}
			error={errors[key]}
		>
			{(control) => (
				<TextArea {...control} value={form[key]} onValue={(v) => onChange({ [key]: v })} />
			)}
		</Field>
	);
	const ride = (key: "name" | "relationship" | "phone", label: string) => (
		<TextField
			id={`preparation-ride-${key}`}
			label={label}
			value={form.ride_home[key]}
			error={errors[`ride_home.${key}`]}
			onValue={(v) => onChange({ ride_home: { ...form.ride_home, [key]: v } })}
		/>
	);
	return (
		<form
			class="preparation"
			onSubmit={(e) => {
				e.preventDefault();
				void onComplete();
			}}
		>
			<dl class={`preparation-intention ${errors.intention ? "wrong" : ""}`}>
				<Entry
					client={client}
					field="intention"
					label="Intention"
					at="preparation"
					required
					onChanged={onClient}
				>
					{client.intention && <span class="said">“{client.intention}”</span>}
				</Entry>
			</dl>
			{errors.intention && <ErrorLine text={errors.intention} />}
			{area("fears", "Fears")}
			{area("altered_states", "History with altered states")}
			{area("supports", "Supports")}
			{area("set_and_setting", "Set and setting")}
			{area("music", "Music")}
			{area("eye_shades", "Eye shades")}
			<Segmented
				name="preparation-touch"
				label="Touch, asked explicitly"
				hint="Touch that was not asked about is not agreed."
				required
				options={touch}
				value={form.touch as (typeof touch)[number]["value"]}
				error={errors.touch}
				onValue={(v) => onChange({ touch: v })}
			/>
			{form.touch === "agreed" &&
				area(
					"touch_agreement",
					"Which touch was agreed",
					"Such as a hand held, when asked for.",
					true,
				)}
			{area("boundaries", "Boundaries")}
			{area("safety_plan", "Safety plan", undefined, true)}
			<Select
				id="preparation-fasting"
				label="Fasting before the dose"
				none="None"
				options={hours}
				value={form.fasting_hours ? String(form.fasting_hours) : ""}
				error={errors.fasting_hours}
				onValue={(v) => onChange({ fasting_hours: Number(v) })}
			/>
			<fieldset class="field">
				<legend>Ride home</legend>
				<div class="fields pairs">
					{ride("name", "Name")}
					{ride("relationship", "Relationship")}
					{ride("phone", "Phone")}
				</div>
			</fieldset>
			<fieldset class="field">
				<legend>Medicines</legend>
				{medicines.length > 0 ? (
					<ul>
						{medicines.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				) : (
					<p class="muted">None noted.</p>
				)}
				<label class="check">
					<input
						type="checkbox"
						checked={form.medicines_reviewed}
						aria-invalid={errors.medicines_reviewed ? true : undefined}
						onChange={(e) => onChange({ medicines_reviewed: e.currentTarget.checked })}
					/>
					<span>
						Reviewed with the client<span class="small faint"> (required)</span>
					</span>
				</label>
				{errors.medicines_reviewed && <ErrorLine text={errors.medicines_reviewed} />}
			</fieldset>
			<NotSavedLine of={saved} />
			<div class="actions">
				<Button kind="primary" type="submit" keys="Ctrl Enter">
					Complete the preparation
				</Button>
			</div>
		</form>
	);
}

/** A complete preparation, to be read. */
function Closed({
	client,
	view: { form, medicines, done_text },
	onReopen,
}: {
	client: Client;
	view: PreparationView;
	onReopen: () => Promise<void>;
}) {
	const ride = [form.ride_home.name, form.ride_home.relationship, form.ride_home.phone]
		.filter(Boolean)
		.join(", ");
	const lines: readonly (readonly [string, string])[] = [
		["Intention", client.intention && `“${client.intention}”`],
		["Fears", form.fears],
		["History with altered states", form.altered_states],
		["Supports", form.supports],
		["Set and setting", form.set_and_setting],
		["Music", form.music],
		["Eye shades", form.eye_shades],
		["Touch", form.touch === "agreed" ? `Agreed. ${form.touch_agreement}` : "No touch"],
		["Boundaries", form.boundaries],
		["Safety plan", form.safety_plan],
		["Fasting", hours.find((h) => h.id === String(form.fasting_hours))?.label ?? "None"],
		["Ride home", ride],
		["Medicines, reviewed", medicines.join("\n") || "None noted"],
	];
	return (
		<>
			<p class="muted">{done_text}. Sessions that began keep what it said then.</p>
			<dl class="preparation-read">
				{lines
					.filter(([, text]) => text)
					.map(([label, text]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd class={label === "Intention" ? "said" : undefined}>{text}</dd>
						</div>
					))}
			</dl>
			<div class="actions">
				<Button icon="pencil" keys="R" onClick={() => void onReopen()}>
					Reopen
				</Button>
			</div>
		</>
	);
}
