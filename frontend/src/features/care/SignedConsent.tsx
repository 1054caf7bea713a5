import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type AttachmentRow, type Consent, type ConsentView, consents } from "../../bridge";
import { isField } from "../../lib/keys";
import { now } from "../../state/clock";
import { useDraft, useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { DateField } from "../../ui/DateField";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field } from "../../ui/Field";
import { focusOnMount, onceRendered } from "../../ui/focus";
import { TextArea } from "../../ui/TextArea";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { Drawn } from "./DrawPad";
import { FileView } from "./FileView";

interface Props {
	id: string;
	today: string;
	files: readonly AttachmentRow[];
	onChanged: (view: ConsentView, id: string) => Promise<void>;
	onBack: () => void;
}

/** Where an unfinished revocation is kept. */
export const revocationOf = (consent: string): string => `revoke:${consent}`;

/** A consent as it was signed, and the way to revoke it. */
export function SignedConsent({ id, today, files, onChanged, onBack }: Props) {
	const { data, fault } = useLoad(id, () => consents.Text(id));
	const [revoking, setRevoking] = useState(false);
	useUnfinished([revocationOf(id)], () => setRevoking(true));
	const [looking, setLooking] = useState(false);
	const title = useRef<HTMLHeadingElement>(null);
	const revoke = useRef<HTMLButtonElement>(null);
	useLayoutEffect(() => {
		if (!looking && !isField(document.activeElement)) title.current?.focus();
	}, [data, looking]);

	const consent = data?.consent;
	const scan = files.find((f) => f.file.id === consent?.attachment_id);
	const revocable = consent !== undefined && !consent.revoked_on && !revoking;
	useCommands(
		looking || revoking
			? []
			: [
					{
						id: "leave-consent",
						label: "Back to the consents",
						keys: ["Esc"],
						scope: "this consent",
						run: onBack,
					},
					...(revocable
						? [
								{
									id: "revoke-consent",
									label: "Revoke it",
									keys: ["R"] as const,
									scope: "this consent",
									run: () => setRevoking(true),
								},
							]
						: []),
					...(scan
						? [
								{
									id: "look-at-scan",
									label: "Look at the paper",
									keys: ["V"] as const,
									scope: "this consent",
									run: () => setLooking(true),
								},
							]
						: []),
				],
	);
	if (looking && scan) return <FileView row={scan} onBack={() => setLooking(false)} />;
	return (
		<section aria-labelledby="part-title">
			<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={onBack}>
				Back to the consents
			</Button>
			<h2 id="part-title" ref={title} tabIndex={-1}>
				{consent?.title ?? "Consent"}
			</h2>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!data && !fault && <Loading rows={5} />}
			{data && consent && (
				<>
					<p>
						{data.text}.{consent.revoked_reason && ` ${consent.revoked_reason}`}
					</p>
					<Facts consent={consent} />
					<article
						class="consent-text"
						aria-label="The text as signed"
						dangerouslySetInnerHTML={{ __html: data.html }}
					/>
					<p class="small faint">Version {consent.text_version} of the practice's text.</p>
					<ConsentSignature consent={consent} />
					<div class="actions">
						{scan && (
							<Button icon="paperclip" keys="V" onClick={() => setLooking(true)}>
								Look at the paper
							</Button>
						)}
						{revocable && (
							<Button buttonRef={revoke} icon="ban" keys="R" onClick={() => setRevoking(true)}>
								Revoke it
							</Button>
						)}
					</div>
					{revoking && (
						<RevokeForm
							id={id}
							today={today}
							onDone={(view) => onChanged(view, id)}
							onClose={() => {
								setRevoking(false);
								onceRendered(() => revoke.current?.focus());
							}}
							onReopen={() => setRevoking(true)}
						/>
					)}
				</>
			)}
		</section>
	);
}

function Facts({ consent }: { consent: Consent }) {
	if (!consent.recipient) return null;
	return (
		<dl class="care-facts">
			<div>
				<dt>Released to</dt>
				<dd>{consent.recipient}</dd>
			</div>
			<div>
				<dt>Which information</dt>
				<dd>{consent.scope}</dd>
			</div>
		</dl>
	);
}

function ConsentSignature({ consent }: { consent: Consent }) {
	return (
		<>
			{consent.method !== "scanned" && consent.clauses.length > 0 && (
				<ol class="consent-clauses">
					{consent.clauses.map((clause, i) => (
						<li key={clause}>
							<span>{clause}</span>
							<span class="said">{consent.initials[i]}</span>
						</li>
					))}
				</ol>
			)}
			{consent.method === "drawn" && (
				<Drawn path={consent.drawing} label={`Signature of ${consent.signed_by}`} />
			)}
			<p class="consent-signer">
				<span class={consent.method === "typed" ? "said" : ""}>{consent.signed_by}</span>
				<span class="muted">
					{consent.signer_role && `, ${consent.signer_role}`}
					{consent.method === "scanned" && ", on paper"}
				</span>
			</p>
		</>
	);
}

interface RevokeProps {
	id: string;
	today: string;
	onDone: (view: ConsentView) => Promise<void>;
	onClose: () => void;
	/** Opens this form again. */
	onReopen: () => void;
}

function RevokeForm({ id, today, onDone, onClose, onReopen }: RevokeProps) {
	const draft = useDraft(revocationOf(id), { on: today, reason: "" });
	const { form, fault, submit } = useSubmit();
	const value = draft.value;
	const revoke = () =>
		submit(async () => {
			if (!value) return;
			const view = await consents.Revoke(id, value.on, value.reason);
			await draft.discard();
			await onDone(view);
		});
	const cancel = useCancel(draft, onClose, onReopen);
	useCommands([
		{
			id: "revoke",
			label: "Revoke the consent",
			keys: ["Ctrl Enter"],
			scope: "this form",
			run: () => void revoke(),
		},
	]);
	if (!value) return null;
	return (
		<form
			ref={form}
			class="care-form"
			onSubmit={(e) => {
				e.preventDefault();
				void revoke();
			}}
		>
			<Field
				id="revoke-reason"
				label="What was said"
				hint="May stay empty: nobody has to give a reason."
				error={fault?.fields.revoked_reason}
			>
				{(control) => (
					<TextArea
						{...control}
						areaRef={focusOnMount}
						value={value.reason}
						onValue={(reason) => draft.change({ reason })}
					/>
				)}
			</Field>
			<DateField
				id="revoke-on"
				label="Revoked on"
				leaning="past"
				zone={zone()}
				now={now.value}
				required
				value={value.on}
				error={fault?.fields.revoked_on}
				onValue={(on) => draft.change({ on })}
			/>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				<Button kind="primary" type="submit" keys="Ctrl Enter">
					Revoke the consent
				</Button>
				<Button keys="Esc" onClick={cancel}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
