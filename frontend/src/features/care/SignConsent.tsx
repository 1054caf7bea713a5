import { useLayoutEffect } from "preact/hooks";
import { type Consent, type ConsentOffer, type ConsentView, consents } from "../../bridge";
import { isField } from "../../lib/keys";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { zone } from "../../state/practice";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { Select } from "../session/Select";
import { Signature } from "./Signature";

interface Props {
	client: string;
	view: ConsentView;
	onView: (view: ConsentView) => void;
	onSigned: (view: ConsentView, id: string) => Promise<void>;
	onClose: () => void;
}

const blank = (client: string, view: ConsentView): Consent => ({
	id: newId(),
	client_id: client,
	kind: "",
	text_key: view.offers[0]?.text.key ?? "",
	text_version: 0,
	title: "",
	text: "",
	clauses: [],
	initials: [],
	recipient: "",
	scope: "",
	signed_on: view.today,
	expires_on: "",
	signed_by: "",
	signer_role: "Client",
	method: "typed",
	drawing: "",
	attachment_id: "",
	revoked_on: "",
	revoked_reason: "",
	created_at: "",
});

/** Under a drawing or a scan the name only says whose it is; typed, it is the signature itself and stands there for nobody. */
const signer = (method: string, now: string, client: string): string =>
	method === "typed" ? (now === client ? "" : now) : now || client;

/** Where an unfinished consent is kept. */
export const signingOf = (client: string): string => `consent:${client}`;

/** A consent, its text in full, its clauses one by one, and the signature. */
export function SignConsent({ client, view, onView, onSigned, onClose }: Props) {
	const draft = useDraft<Consent>(signingOf(client), blank(client, view));
	const { form, fault, submit } = useSubmit();
	const value = draft.value;
	const ready = value !== undefined;
	const offer = view.offers.find((o) => o.text.key === value?.text_key);
	const skeleton = offer?.skeleton ?? false;

	useLayoutEffect(() => {
		if (ready && !isField(document.activeElement)) document.getElementById("consent-text")?.focus();
	}, [ready]);

	const sign = async () => {
		if (!value || !offer || skeleton) return;
		await submit(
			async () => {
				const signed = await consents.Sign({ ...value, text_version: offer.version });
				await draft.discard();
				await onSigned(signed, value.id);
			},
			// The text was changed meanwhile: show it as it is now.
			async () => onView(await consents.Get(client)),
		);
	};
	const cancel = useCancel(draft, onClose);
	const edit = () => offer && go({ screen: "library", shelf: "consents", item: offer.text.key });
	useCommands(
		skeleton
			? [
					{
						id: "edit-consent-text",
						label: "Edit it in the Library",
						keys: ["Ctrl Enter"],
						scope: "this form",
						run: () => void edit(),
					},
				]
			: [
					{
						id: "sign",
						label: "Sign and keep",
						keys: ["Ctrl Enter"],
						scope: "this form",
						run: () => void sign(),
					},
				],
	);

	if (!value) return null;
	const errors = fault?.fields ?? {};
	const put = (part: Partial<Consent>) =>
		draft.change(
			part.method
				? { ...part, signed_by: signer(part.method, value.signed_by, view.client) }
				: part,
		);

	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Sign a consent</h2>
			<form
				ref={form}
				class="care-form"
				onSubmit={(e) => {
					e.preventDefault();
					void sign();
				}}
			>
				<Select
					id="consent-text"
					label="Which consent"
					none="Choose"
					options={view.offers.map((o) => ({ id: o.text.key, label: o.text.title }))}
					value={value.text_key}
					onValue={(text_key) => put({ text_key, initials: [] })}
				/>
				{offer && <Text offer={offer} />}
				{offer && skeleton && (
					<>
						<p>
							This text is a skeleton: a start, not your practice's words. It cannot be signed until
							you have edited it.
						</p>
						<div class="actions">
							<Button kind="primary" keys="Ctrl Enter" onClick={() => void edit()}>
								Edit it in the Library
							</Button>
							<Button keys="Esc" onClick={cancel}>
								Cancel
							</Button>
						</div>
					</>
				)}
				{offer && !skeleton && (
					<>
						{offer.text.kind === "release" && (
							<>
								<TextField
									id="consent-recipient"
									label="Released to"
									required
									value={value.recipient}
									error={errors.recipient}
									onValue={(recipient) => put({ recipient })}
								/>
								<Field
									id="consent-scope"
									label="Which information, and for what"
									required
									error={errors.scope}
								>
									{(control) => (
										<TextArea
											{...control}
											value={value.scope}
											onValue={(scope) => put({ scope })}
										/>
									)}
								</Field>
							</>
						)}
						<Signature
							client={client}
							offer={offer}
							files={view.files}
							value={value}
							errors={errors}
							onChange={put}
							onAdded={(file) => {
								onView({ ...view, files: [file, ...view.files] });
								put({ attachment_id: file.file.id });
							}}
						/>
						<div class="fields pairs">
							<TextField
								id="consent-signed-by"
								label={value.method === "typed" ? "Signature, the name typed" : "Signed by"}
								required
								value={value.signed_by}
								error={errors.signed_by}
								onValue={(signed_by) => put({ signed_by })}
							/>
							<TextField
								id="consent-role"
								label="Who that is"
								hint="Client, or who signs for them"
								value={value.signer_role}
								error={errors.signer_role}
								onValue={(signer_role) => put({ signer_role })}
							/>
							<DateField
								id="consent-signed-on"
								label="Signed on"
								leaning="past"
								zone={zone()}
								now={now.value}
								required
								value={value.signed_on}
								error={errors.signed_on}
								onValue={(signed_on) => put({ signed_on })}
							/>
							<div>
								<DateField
									id="consent-expires-on"
									label="Valid until"
									leaning="future"
									zone={zone()}
									now={now.value}
									value={value.expires_on}
									error={errors.expires_on}
									onValue={(expires_on) => put({ expires_on })}
								/>
								<p class="small faint">Left empty: {offer.validity.toLowerCase()}.</p>
							</div>
						</div>
						<FormFault fault={fault} draft={draft} onRetry={() => void sign()} />
						<div class="actions">
							<Button kind="primary" type="submit" icon="signature" keys="Ctrl Enter">
								Sign and keep
							</Button>
							<Button keys="Esc" onClick={cancel}>
								Cancel
							</Button>
						</div>
					</>
				)}
			</form>
		</section>
	);
}

/** The text as it would be signed. Go renders it without raw HTML, so it can stand as it comes. */
function Text({ offer }: { offer: ConsentOffer }) {
	return (
		<article class="consent-text" aria-label={offer.text.title}>
			<div dangerouslySetInnerHTML={{ __html: offer.html }} />
		</article>
	);
}
