import { useLayoutEffect, useState } from "preact/hooks";
import { type Exported, type PsychotherapyView, psychotherapy } from "../../bridge";
import { useCommands } from "../../state/keys";
import { practice } from "../../state/practice";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { focusWrong, onceRendered } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { FilePassword } from "../documents/FilePassword";
import { Written } from "../documents/Written";
import { useSubmit } from "../form/useSubmit";
import { type NewSecret, secretErrors } from "../gate/NewPassphrase";

const bases = [
	{ value: "authorization", label: "An authorization" },
	{ value: "order", label: "An order" },
] as const;
type Basis = (typeof bases)[number]["value"];

interface Props {
	client: string;
	view: PsychotherapyView;
	onBack: () => void;
}

/** The one way psychotherapy notes leave: chosen one by one, under an authorization or order that is named. */
export function ReleaseForm({ client, view, onBack }: Props) {
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const [basis, setBasis] = useState<Basis | "">("");
	const [under, setUnder] = useState("");
	const [recipient, setRecipient] = useState("");
	const { form, fault, setFault, submit } = useSubmit();
	const [written, setWritten] = useState<Exported>();
	const [secret, setSecret] = useState<NewSecret>();
	const [secretFaults, setSecretFaults] = useState<ReturnType<typeof secretErrors>>({});
	const known = [practice.value?.practice.therapist_name ?? "", recipient];
	const errors = fault?.fields ?? {};

	useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);

	const write = () =>
		submit(async () => {
			setFault(undefined);
			const found = secret ? secretErrors(secret, known, "file") : {};
			setSecretFaults(found);
			if (Object.keys(found).length > 0) {
				onceRendered(() => focusWrong(form.current));
				return;
			}
			const release = {
				id: "",
				client_id: client,
				basis,
				basis_text: under,
				recipient,
				note_ids: [...chosen],
				sha256: "",
				released_at: "",
			};
			const result = await psychotherapy.Release(release, secret?.passphrase ?? "");
			// An empty path: the dialog was cancelled.
			if (result.path) setWritten(result);
		});

	useCommands([
		{
			id: "write-release",
			label: "Write the file",
			keys: ["Ctrl S"],
			scope: "this screen",
			run: () => void write(),
		},
		{ id: "leave-release", label: "Back", keys: ["Esc"], scope: "this screen", run: onBack },
	]);

	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Release psychotherapy notes</h2>
			<p class="muted private-lede">
				These notes leave only for whom an authorization or order names. The release is kept here
				and in the audit trail.
			</p>
			<form
				ref={form}
				class="private-release"
				onSubmit={(e) => {
					e.preventDefault();
					void write();
				}}
			>
				<fieldset
					class="field"
					aria-describedby={errors.note_ids ? "release-notes-error" : undefined}
				>
					<legend>Which notes</legend>
					{view.private_notes.map(({ note, written_text }) => (
						<label key={note.id} class="check">
							<input
								type="checkbox"
								checked={chosen.includes(note.id)}
								onChange={(e) =>
									setChosen(
										e.currentTarget.checked
											? [...chosen, note.id]
											: chosen.filter((id) => id !== note.id),
									)
								}
							/>
							<span>{written_text}</span>
						</label>
					))}
					{errors.note_ids && <ErrorLine id="release-notes-error" text={errors.note_ids} />}
				</fieldset>
				<Segmented
					name="release-basis"
					label="Released under"
					options={bases}
					value={basis}
					error={errors.basis}
					onValue={setBasis}
				/>
				<TextField
					id="release-basis-text"
					label="Which one"
					hint="Its number or title, its date, who signed it"
					required
					value={under}
					error={errors.basis_text}
					onValue={setUnder}
				/>
				<TextField
					id="release-recipient"
					label="To whom"
					required
					value={recipient}
					error={errors.recipient}
					onValue={setRecipient}
				/>
				<FilePassword
					secret={secret}
					onSecret={setSecret}
					known={known}
					errors={{ ...secretFaults, ...(errors.password && { passphrase: errors.password }) }}
				/>
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				<div class="actions">
					<Button kind="primary" type="submit" icon="file-down" keys="Ctrl S">
						Write the file
					</Button>
					<Button keys="Esc" onClick={onBack}>
						Back
					</Button>
				</div>
				<Written of={written} />
			</form>
		</section>
	);
}
