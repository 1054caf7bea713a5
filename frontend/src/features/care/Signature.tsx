import type { AttachmentRow, Consent, ConsentOffer } from "../../bridge";
import { ErrorLine } from "../../ui/ErrorLine";
import { Segmented } from "../../ui/Segmented";
import { DrawPad } from "./DrawPad";
import { FileField } from "./FileField";

const methods = [
	{ value: "typed", label: "Typed" },
	{ value: "drawn", label: "Drawn" },
	{ value: "scanned", label: "Scanned paper" },
] as const;

interface Props {
	client: string;
	offer: ConsentOffer;
	files: readonly AttachmentRow[];
	value: Consent;
	errors: Readonly<Record<string, string>>;
	onChange: (part: Partial<Consent>) => void;
	onAdded: (file: AttachmentRow) => void;
}

/** How a consent is signed: initials for each clause and a name or a drawing, or the paper's scan. */
export function Signature({ client, offer, files, value, errors, onChange, onAdded }: Props) {
	const { clauses } = offer.text;
	const initial = (i: number, text: string) =>
		onChange({ initials: clauses.map((_, n) => (n === i ? text : (value.initials[n] ?? ""))) });
	return (
		<>
			<Segmented
				name="consent-method"
				label="How it is signed"
				options={methods}
				value={value.method as (typeof methods)[number]["value"]}
				error={errors.method}
				onValue={(method) => onChange({ method, ...(method !== "drawn" && { drawing: "" }) })}
			/>
			{value.method === "scanned" ? (
				<FileField
					id="consent-attachment"
					label="The scanned paper"
					client={client}
					kind="consent"
					files={files}
					value={value.attachment_id}
					error={errors.attachment_id}
					keys="Ctrl Shift F"
					onValue={(attachment_id) => onChange({ attachment_id })}
					onAdded={onAdded}
				/>
			) : (
				clauses.length > 0 && (
					<fieldset class="field">
						<legend>Initials for each clause</legend>
						<ol class="consent-clauses">
							{clauses.map((clause, i) => (
								<li key={clause}>
									<label for={`consent-initials-${i}`}>{clause}</label>
									<input
										id={`consent-initials-${i}`}
										class="input"
										autocomplete="off"
										maxLength={8}
										value={value.initials[i] ?? ""}
										aria-invalid={errors.initials && !value.initials[i]?.trim() ? true : undefined}
										aria-describedby={errors.initials ? "consent-initials-error" : undefined}
										onInput={(e) => initial(i, e.currentTarget.value)}
									/>
								</li>
							))}
						</ol>
						{errors.initials && <ErrorLine id="consent-initials-error" text={errors.initials} />}
					</fieldset>
				)
			)}
			{value.method === "drawn" && (
				<DrawPad
					path={value.drawing}
					error={errors.drawing}
					onPath={(drawing) => onChange({ drawing })}
				/>
			)}
		</>
	);
}
