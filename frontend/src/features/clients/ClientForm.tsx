import { useLayoutEffect } from "preact/hooks";
import { type Client, clients } from "../../bridge";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { focusIsFree } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { stages } from "./stages";

const allergyAnswers = [
	{ value: "none_known", label: "None known" },
	{ value: "listed", label: "A list" },
	{ value: "unknown", label: "Unknown" },
] as const;

function newClient(): Client {
	return {
		id: newId(),
		legal_name: "",
		preferred_name: "",
		pronouns: "",
		birth_date: "",
		email: "",
		phone: "",
		address: "",
		emergency_contact: { name: "", relationship: "", phone: "" },
		allergy_answer: "", // not asked yet
		allergies: "",
		concerns: [],
		diagnoses: [],
		intention: "",
		watch: "",
		notes: "",
		stage: "inquiry",
		created_at: "",
		updated_at: "",
		version: 0,
	};
}

interface Props {
	/** The client to change; absent for a new one. */
	client?: Client;
	onSaved: (client: Client) => void;
	onClose: () => void;
}

/** A client's details. Only the name is required; what is unfinished is kept as a draft. */
export function ClientForm({ client, onSaved, onClose }: Props) {
	const draft = useDraft<Client>(`client:${client?.id ?? "new"}`, client ?? newClient());
	const { form, fault, submit } = useSubmit();
	const value = draft.value;
	const ready = value !== undefined;

	useLayoutEffect(() => {
		if (ready && focusIsFree()) document.getElementById("client-legal-name")?.focus();
	}, [ready]);

	const save = async () => {
		if (!value) return;
		await submit(
			async () => {
				const saved = await clients.Save(value);
				await draft.discard();
				onSaved(saved);
			},
			// Now that it was told, saving again goes over what is there.
			async () => draft.change({ version: (await clients.Get(value.id)).version }),
		);
	};

	const cancel = useCancel(draft, onClose);

	useCommands([
		{
			id: "save-client",
			label: client ? "Keep the changes" : "Add this client",
			keys: ["Ctrl Enter"],
			scope: "this screen",
			run: () => void save(),
		},
	]);

	if (!value) return <Loading />;
	const errors = fault?.fields ?? {};
	const put = (part: Partial<Client>) => draft.change(part);
	const line = (
		key: "legal_name" | "preferred_name" | "pronouns" | "email" | "phone",
		label: string,
		required = false,
	) => (
		<TextField
			id={`client-${key.replace("_", "-")}`}
			label={label}
			required={required}
			value={value[key]}
			error={errors[key]}
			onValue={(v) => put({ [key]: v })}
		/>
	);
	const area = (
		key: "address" | "allergies" | "intention" | "watch" | "notes",
		label: string,
		hint?: string,
	) => (
		<div class="across">
			<Field id={`client-${key}`} label={label} hint={hint} error={errors[key]}>
				{(control) => (
					<TextArea {...control} value={value[key]} onValue={(v) => put({ [key]: v })} />
				)}
			</Field>
		</div>
	);

	return (
		<div class="page form-page">
			<h1 tabIndex={-1}>{client ? "Edit details" : "New client"}</h1>
			<form
				ref={form}
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				<fieldset>
					<legend>Name</legend>
					<div class="fields pairs">
						{line("legal_name", "Legal name", true)}
						{line("preferred_name", "Preferred name")}
						{line("pronouns", "Pronouns")}
						<DateField
							id="client-birth-date"
							label="Birth date"
							leaning="past"
							zone={zone()}
							now={now.value}
							value={value.birth_date}
							error={errors.birth_date}
							onValue={(birth_date) => put({ birth_date })}
						/>
					</div>
				</fieldset>
				<fieldset>
					<legend>Contact</legend>
					<div class="fields pairs">
						{line("phone", "Phone")}
						{line("email", "Email")}
						{area("address", "Address")}
					</div>
				</fieldset>
				<fieldset>
					<legend>Emergency contact</legend>
					<div class="fields pairs">
						{(["name", "relationship", "phone"] as const).map((key) => (
							<TextField
								key={key}
								id={`emergency-${key}`}
								label={{ name: "Name", relationship: "Relationship", phone: "Phone" }[key]}
								value={value.emergency_contact[key]}
								error={errors[`emergency_contact.${key}`]}
								onValue={(v) =>
									put({ emergency_contact: { ...value.emergency_contact, [key]: v } })
								}
							/>
						))}
					</div>
				</fieldset>
				<fieldset>
					<legend>Care</legend>
					<div class="fields pairs">
						<div class="across">
							<Segmented
								name="allergy_answer"
								label="Allergies"
								options={allergyAnswers}
								value={value.allergy_answer as (typeof allergyAnswers)[number]["value"]}
								error={errors.allergy_answer}
								onValue={(allergy_answer) =>
									put({
										allergy_answer,
										allergies: allergy_answer === "listed" ? value.allergies : "",
									})
								}
							/>
						</div>
						{value.allergy_answer === "listed" && area("allergies", "Which allergies")}
						<div class="across">
							<TextField
								id="client-concerns"
								label="Presenting concerns"
								hint="Apart by commas: grief, burnout, trauma"
								value={value.concerns.join(",")}
								error={errors.concerns}
								onValue={(v) => put({ concerns: v === "" ? [] : v.split(",") })}
							/>
						</div>
						<div class="across">
							<Field
								id="client-diagnoses"
								label="Diagnoses"
								hint="One on a line: the ICD-10 code, then its words. F33.1 Major depression, recurrent"
								error={errors.diagnoses}
							>
								{(control) => (
									<TextArea
										{...control}
										value={value.diagnoses.join("\n")}
										onValue={(v) => put({ diagnoses: v === "" ? [] : v.split("\n") })}
									/>
								)}
							</Field>
						</div>
						{area("intention", "Intention", "In the client's own words")}
						{area("watch", "Watch", "A standing clinical watch, shown on the chart in red")}
						{area("notes", "Notes")}
						<div class="across">
							<Segmented
								name="stage"
								label="Stage"
								options={stages}
								value={value.stage as (typeof stages)[number]["value"]}
								error={errors.stage}
								onValue={(stage) => put({ stage })}
							/>
						</div>
					</div>
				</fieldset>
				<FormFault fault={fault} draft={draft} onRetry={() => void save()} />
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						{client ? "Keep the changes" : "Add client"}
					</Button>
					<Button keys="Esc" onClick={cancel}>
						Cancel
					</Button>
				</div>
			</form>
		</div>
	);
}
