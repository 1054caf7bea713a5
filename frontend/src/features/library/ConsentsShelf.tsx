import { type ConsentText, Fault, library, type ShelvedConsent } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { newId } from "../../lib/uuid";
import { Field, TextField } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { Select } from "../session/Select";
import type { ShelfProps } from "./Library";
import { Ordered } from "./Ordered";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";
import { TextPreview } from "./TextPreview";

/** The form's own shape: a number is text until it is kept. */
type Typed = Omit<ConsentText, "valid_months"> & { months: string };

const newConsent = (): ConsentText => ({
	key: newId(),
	kind: "other",
	title: "",
	text: "",
	clauses: [],
	valid_months: 12,
	skeleton: true,
	offered: true,
});

const typedOf = ({ valid_months, ...rest }: ConsentText): Typed => ({
	...rest,
	months: String(valid_months),
});

function consentOf({ months, ...rest }: Typed): ConsentText {
	const valid_months = readNumber(months, 0);
	if (valid_months === null)
		throw new Fault("invalid", "Nothing was kept yet; check what is marked.", {
			valid_months: "Write a whole number of months, or 0.",
		});
	return { ...rest, valid_months };
}

/** The consents as the practice words them. */
export function ConsentsShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.consents.find((c) => c.item.key === item);
	if (item === "new" || chosen)
		return <ConsentForm key={item} view={view} onKept={onKept} chosen={chosen} />;
	return (
		<ShelfRows
			shelf="consents"
			title="Consents"
			lead="What is shipped are skeletons: they say what to write, and cannot be signed until you have written it. A signed consent keeps its text, whatever is changed here."
			add="Add a consent"
			rows={view.consents.map((c) => ({
				key: c.item.key,
				title: c.item.title,
				line: c.line,
				text: c.text,
			}))}
		/>
	);
}

function ConsentForm({
	view,
	onKept,
	chosen,
}: ShelfProps & { chosen: ShelvedConsent | undefined }) {
	return (
		<ShelfForm<Typed>
			kind="consent_text"
			id={chosen?.item.key ?? "new"}
			title={chosen?.item.title ?? "New consent"}
			text={chosen?.text ?? ""}
			version={chosen?.version ?? 0}
			kept={typedOf(chosen?.item ?? newConsent())}
			shipped={chosen?.shipped && typedOf(chosen.shipped)}
			keep={async (typed, seen) => library.KeepConsent(consentOf(typed), seen)}
			onKept={onKept}
			onClose={() => openOn("consents")}
		>
			{({ value, change, errors }) => (
				<>
					<TextField
						id="consent-title"
						label="Title"
						required
						value={value.title}
						error={errors.title}
						onValue={(title) => change({ title })}
					/>
					{!chosen && (
						<Select
							id="consent-kind"
							label="What is agreed to"
							none="Choose"
							options={view.consent_kinds}
							value={value.kind}
							error={errors.kind}
							onValue={(kind) => change({ kind })}
						/>
					)}
					<Field id="consent-text" label="Text" error={errors.text}>
						{(control) => (
							<TextArea
								{...control}
								markdown
								value={value.text}
								onValue={(text) => change({ text })}
							/>
						)}
					</Field>
					<TextPreview text={value.text} />
					<Ordered
						id="clause"
						legend="Clauses, each to be initialled"
						noun="clause"
						items={value.clauses}
						fresh=""
						error={errors.clauses}
						onItems={(clauses) => change({ clauses })}
					>
						{(clause, put, field) => (
							<input
								class="input"
								autocomplete="off"
								{...field}
								value={clause}
								onInput={(e) => put(e.currentTarget.value)}
							/>
						)}
					</Ordered>
					<div class="narrow-field">
						<TextField
							id="consent-months"
							label="Holds for months"
							hint="0 holds until it is revoked."
							value={value.months}
							error={errors.valid_months}
							onValue={(months) => change({ months })}
						/>
					</div>
					<label class="check">
						<input
							type="checkbox"
							checked={value.offered}
							onChange={(e) => change({ offered: e.currentTarget.checked })}
						/>
						Offered for signing
					</label>
					<label class="check">
						<input
							type="checkbox"
							checked={!value.skeleton}
							aria-describedby="consent-own"
							onChange={(e) => change({ skeleton: !e.currentTarget.checked })}
						/>
						This is my practice's own text
					</label>
					<p class="small faint" id="consent-own">
						Without this it stays a skeleton and cannot be signed. No line that only says what to
						write may be left.
					</p>
				</>
			)}
		</ShelfForm>
	);
}
