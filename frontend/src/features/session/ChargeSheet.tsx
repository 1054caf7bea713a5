import { useState } from "preact/hooks";
import { type Charge, type ChargesView, charges, Fault, toFault } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { centsText, readCents } from "../../lib/money";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { offerUndo } from "../../ui/Toast";
import { selectAll } from "./judged";
import { Select } from "./Select";
import { Sheet } from "./Sheet";

/** As it is typed: numbers and amounts are text until they are saved. */
type Typed = Pick<Charge, "id" | "cpt" | "words" | "pos"> & {
	units: string;
	fee: string;
	paid: string;
	diagnoses: string[];
};

const typedOf = (charge: Charge): Typed => ({
	id: charge.id || newId(),
	cpt: charge.cpt,
	words: charge.words,
	units: String(charge.units),
	fee: charge.fee_cents === 0 && charge.version === 0 ? "" : centsText(charge.fee_cents),
	paid: charge.paid_cents === 0 ? "" : centsText(charge.paid_cents),
	pos: charge.pos,
	diagnoses: charge.diagnoses,
});

interface Props {
	view: ChargesView;
	/** The charge to change; absent for a new one. */
	charge?: Charge | undefined;
	onSaved: (view: ChargesView) => void;
	onClose: () => void;
}

/** What one client pays for a session: the code its minutes suggest, always open to another. */
export function ChargeSheet({ view, charge, onSaved, onClose }: Props) {
	const draft = useDraft<Typed>(
		`charge:${view.participant_id}:${charge?.id ?? "new"}`,
		typedOf(charge ?? view.new),
	);
	const typed = draft.value;
	const [kept, setKept] = useState<Fault>();

	const remove = async () => {
		if (!charge) return;
		try {
			const after = await charges.Remove(charge.id, charge.version);
			await draft.discard();
			onSaved(after);
			offerUndo("The charge was removed.", () => {
				void charges.Save({ ...charge, version: 0 }).then(onSaved);
			});
		} catch (reason) {
			setKept(toFault(reason));
		}
	};
	useCommands(
		charge
			? [
					{
						id: "remove-charge",
						label: "Remove this charge",
						keys: ["Ctrl Shift D"],
						scope: "this sheet",
						overDialogs: true,
						run: () => void remove(),
					},
				]
			: [],
	);
	if (!typed) return null;

	const save = async () => {
		const { id, cpt, words, pos, diagnoses } = typed;
		const after = await charges.Save({
			...(charge ?? view.new),
			...amounts(typed),
			id,
			cpt,
			words,
			pos,
			diagnoses,
		});
		await draft.discard();
		onSaved(after);
	};
	/** A code brings its words and its fee along. */
	const code = (cpt: string) => {
		const fee = view.fees.find((f) => f.cpt === cpt);
		draft.change({
			cpt,
			...(fee && { words: fee.words }),
			...(typeof fee?.cents === "number" && { fee: centsText(fee.cents) }),
		});
	};
	const codes = view.fees.map((f) => ({ id: f.cpt, label: `${f.cpt} ${f.words}` }));
	if (typed.cpt && !codes.some((c) => c.id === typed.cpt))
		codes.push({ id: typed.cpt, label: `${typed.cpt} ${typed.words}` });
	const line = (key: "words" | "units" | "fee" | "paid", label: string, error?: string) => (
		<TextField
			id={`charge-${key}`}
			label={label}
			required={key === "words"}
			hint={
				{ words: "As the superbill says it", units: "", fee: "$ a unit", paid: "$ in all" }[key]
			}
			value={typed[key]}
			error={error}
			{...(key !== "words" && { onFocus: selectAll })}
			onValue={(v) => draft.change({ [key]: v })}
		/>
	);

	return (
		<Sheet
			label={charge ? "Change a charge" : "Charge this session"}
			act={charge ? "Keep the changes" : "Charge"}
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<div class="charge-why">
						<p>
							{view.suggestion.why}{" "}
							{view.suggestion.cpt && `${view.suggestion.cpt} is suggested; you decide.`}
						</p>
						{view.suggestion.long && <p class="muted">{view.suggestion.long}</p>}
						{view.partner_text && <p class="muted">{view.partner_text}</p>}
					</div>
					<div class="fields pairs">
						<Select
							id="charge-cpt"
							label="Code"
							required
							none="Choose a code"
							options={codes}
							value={typed.cpt}
							error={errors.cpt}
							onValue={code}
						/>
						{line("words", "In your words", errors.words)}
						<Select
							id="charge-pos"
							label="Place of service"
							required
							none="Choose a place"
							options={view.places}
							value={typed.pos}
							error={errors.pos}
							onValue={(pos) => draft.change({ pos })}
						/>
					</div>
					<div class="three">
						{line("units", "Units", errors.units)}
						{line("fee", "Fee", errors.fee_cents)}
						{line("paid", "Paid", errors.paid_cents)}
					</div>
					<Diagnoses
						known={view.diagnoses}
						chosen={typed.diagnoses}
						error={errors.diagnoses}
						onChosen={(diagnoses) => draft.change({ diagnoses })}
					/>
					{charge && (
						<div>
							<Button kind="quiet" keys="Ctrl Shift D" onClick={() => void remove()}>
								Remove this charge
							</Button>
							{kept && <ErrorLine text={kept.message} reference={kept.ref} />}
						</div>
					)}
				</>
			)}
		</Sheet>
	);
}

/** Which of the client's diagnoses a service treats; the first chosen is the main one. */
function Diagnoses({
	known,
	chosen,
	error,
	onChosen,
}: {
	known: readonly string[];
	chosen: string[];
	error: string | undefined;
	onChosen: (chosen: string[]) => void;
}) {
	const all = [...known, ...chosen.filter((d) => !known.includes(d))];
	if (all.length === 0)
		return (
			<p class="small muted">
				No diagnosis is in the client’s details. An insurer asks for one; it can be added there and
				chosen here later.
			</p>
		);
	return (
		<fieldset class="field" aria-describedby={error && "charge-diagnoses-error"}>
			<legend>Diagnoses</legend>
			{all.map((d) => (
				<label key={d} class="check">
					<input
						type="checkbox"
						checked={chosen.includes(d)}
						onChange={(e) =>
							onChosen(
								e.currentTarget.checked ? [...chosen, d] : chosen.filter((other) => other !== d),
							)
						}
					/>
					{d}
				</label>
			))}
			{error && <ErrorLine id="charge-diagnoses-error" text={error} />}
		</fieldset>
	);
}

/** The numbers that were typed; throws for those that cannot be read. */
function amounts(typed: Typed): Pick<Charge, "units" | "fee_cents" | "paid_cents"> {
	const wrong: Record<string, string> = {};
	const read = (n: number | null, field: string, or: string): number => {
		if (n === null) wrong[field] = or;
		return n ?? 0;
	};
	const dollars = (text: string, field: string) =>
		read(text.trim() === "" ? 0 : readCents(text), field, "Write dollars, such as 150 or 150.50.");
	const result = {
		units: read(readNumber(typed.units, 0), "units", "Write a whole number."),
		fee_cents: dollars(typed.fee, "fee_cents"),
		paid_cents: dollars(typed.paid, "paid_cents"),
	};
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was saved yet; check what is marked.", wrong);
	return result;
}
