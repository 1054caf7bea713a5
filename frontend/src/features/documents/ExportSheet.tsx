import "./export.css";
import { useState } from "preact/hooks";
import { type DocumentView, documents, type ExportChoice, type Exported } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusWrong, onceRendered } from "../../ui/focus";
import { useSubmit } from "../form/useSubmit";
import { type NewSecret, secretErrors } from "../gate/NewPassphrase";
import { FilePassword } from "./FilePassword";
import { Printing } from "./Printing";
import type { Page } from "./pdf";
import { mostPrinted } from "./printview";
import { Release } from "./Release";
import { Suggested } from "./Suggested";

interface Props {
	document: DocumentView;
	pages: readonly Page[];
	onClose: () => void;
	/** Told what was written; nothing when it was printed. */
	onDone: (exported: Exported | undefined) => void;
}

/** What is asked before a document leaves: to whom, what for and what allows it; then a file or paper. */
export function ExportSheet({ document, pages, onClose, onDone }: Props) {
	const [said, setSaid] = useState<Partial<ExportChoice>>({});
	const [secret, setSecret] = useState<NewSecret>();
	const [secretFaults, setSecretFaults] = useState<ReturnType<typeof secretErrors>>({});
	const [printing, setPrinting] = useState(false);
	const { form, fault, setFault, submit } = useSubmit();
	const errors = fault?.fields ?? {};

	const asked: ExportChoice = { ...nothingSaid, ...said };
	const { data, fault: unread } = useLoad(JSON.stringify(asked), () =>
		documents.Sheet(document.token, asked),
	);
	const sheet = useKept(data);
	// What is usual stands until something else is said, even nothing.
	const choice: ExportChoice = { ...asked, ...sheet?.choice, ...said };
	const say = (more: Partial<ExportChoice>) => setSaid({ ...said, ...more });

	const save = () =>
		submit(async () => {
			if (!sheet) return;
			setFault(undefined);
			const found = secret ? secretErrors(secret, sheet.known_words, "file") : {};
			setSecretFaults(found);
			if (Object.keys(found).length > 0) {
				onceRendered(() => focusWrong(form.current));
				return;
			}
			const exported = await documents.Export(document.token, {
				...choice,
				password: secret?.passphrase ?? "",
			});
			// An empty path: the dialog was cancelled.
			if (!exported.path) return;
			onDone(exported);
			onClose();
		});
	const tooLong = pages.length > mostPrinted;
	const print = () =>
		submit(async () => {
			if (!sheet || tooLong) return;
			setFault(undefined);
			await documents.Allowed(document.token, choice);
			setPrinting(true);
		});

	useCommands([
		{
			id: "save-file",
			label: "Save PDF",
			keys: ["Ctrl S", "Ctrl Enter"],
			scope: "this sheet",
			overDialogs: true,
			run: () => void save(),
		},
		{
			id: "print-file",
			label: "Print",
			keys: ["Ctrl P"],
			scope: "this sheet",
			overDialogs: true,
			run: () => void print(),
		},
	]);

	if (printing)
		return (
			<Printing
				pages={pages}
				onClose={() => setPrinting(false)}
				onPrinted={async () => {
					await documents.Printed(document.token, choice);
					onDone(undefined);
					onClose();
				}}
			/>
		);
	return (
		<Dialog label={`Export: ${document.title}`} onClose={onClose}>
			<form
				ref={form}
				class="session-sheet export-sheet"
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				{!sheet && (unread ? <ErrorLine text={unread.message} /> : <Loading rows={4} />)}
				{sheet?.about && (
					<>
						<p>
							{`For: ${sheet.reader_text}. `}
							<span class="muted">What leaves is written into the client’s disclosures.</span>
						</p>
						{sheet.outside && (
							<Suggested
								id="recipient"
								label="Who receives it"
								options={sheet.recipients}
								value={choice.recipient}
								error={errors.recipient}
								onValue={(recipient) => say({ recipient, release_consent_id: "" })}
							/>
						)}
						<Suggested
							id="purpose"
							label="What it is for"
							options={sheet.purposes}
							value={choice.purpose}
							error={errors.purpose}
							onValue={(purpose) => say({ purpose })}
						/>
						{sheet.outside && (
							<Release sheet={sheet} choice={choice} error={errors.release_reason} onSay={say} />
						)}
						{sheet.waiting.length > 0 && (
							<div class="field">
								<label for="request">Answers a request for records</label>
								<select
									id="request"
									class="input"
									value={choice.request_id}
									onChange={(e) => say({ request_id: e.currentTarget.value })}
								>
									<option value="">None</option>
									{sheet.waiting.map((w) => (
										<option key={w.id} value={w.id}>
											{w.text}
										</option>
									))}
								</select>
							</div>
						)}
					</>
				)}
				{sheet && (
					<>
						<fieldset class="field">
							<legend>The file</legend>
							<p class="small muted" id="file-name">
								{sheet.file_name}
							</p>
							{sheet.about && (
								<label class="check">
									<input
										type="checkbox"
										checked={choice.client_in_name}
										aria-describedby="file-name"
										onChange={(e) => say({ client_in_name: e.currentTarget.checked })}
									/>
									<span>The client’s name in the file’s name</span>
								</label>
							)}
						</fieldset>
						<FilePassword
							secret={secret}
							onSecret={setSecret}
							known={sheet.known_words}
							errors={{ ...secretFaults, ...(errors.password && { passphrase: errors.password }) }}
						/>
					</>
				)}
				<div class="sheet-foot">
					{tooLong && (
						<p class="small muted" id="too-long">
							{`Longer than ${mostPrinted} pages: save it, and print it from a PDF reader.`}
						</p>
					)}
					{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
					<div class="actions">
						<Button kind="primary" type="submit" icon="file-down" keys="Ctrl S">
							Save PDF
						</Button>
						<Button
							keys="Ctrl P"
							aria-disabled={tooLong || undefined}
							aria-describedby={tooLong ? "too-long" : undefined}
							onClick={() => void print()}
						>
							Print
						</Button>
						<Button keys="Esc" onClick={onClose}>
							Not now
						</Button>
					</div>
				</div>
			</form>
		</Dialog>
	);
}

const nothingSaid: ExportChoice = {
	client_in_name: false,
	password: "",
	recipient: "",
	purpose: "",
	release_consent_id: "",
	release_reason: "",
	request_id: "",
};
