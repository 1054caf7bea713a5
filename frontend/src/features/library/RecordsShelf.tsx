import { Fault, library, type RecordsRule } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { newId } from "../../lib/uuid";
import { TextField } from "../../ui/Field";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";

const terms = [
	["copies", "Copies"],
	["inspection", "Inspection"],
	["accounting", "Accounting of disclosures"],
] as const;
type TermKey = (typeof terms)[number][0];

/** The form's own shape: numbers are text until they are kept. */
type TypedTerm = { days: string; working: boolean; extension: string; source: string };
type Typed = { key: string; name: string } & Record<TermKey, TypedTerm>;

const typedTerm = (t: RecordsRule["copies"]): TypedTerm => ({
	days: String(t.days),
	working: t.working,
	extension: String(t.extension_days),
	source: t.source,
});
const typedOf = (rule: RecordsRule): Typed => ({
	key: rule.key,
	name: rule.name,
	copies: typedTerm(rule.copies),
	inspection: typedTerm(rule.inspection),
	accounting: typedTerm(rule.accounting),
});
const empty: TypedTerm = { days: "", working: false, extension: "0", source: "" };
const newRule = (): Typed => ({
	key: newId(),
	name: "",
	copies: empty,
	inspection: empty,
	accounting: empty,
});

function ruleOf(typed: Typed): RecordsRule {
	const wrong: Record<string, string> = {};
	const number = (text: string, field: string): number => {
		const n = readNumber(text, 0);
		if (n === null) wrong[field] = "Write a whole number.";
		return n ?? 0;
	};
	const term = (key: TermKey) => ({
		days: number(typed[key].days, `${key}.days`),
		working: typed[key].working,
		extension_days: number(typed[key].extension, `${key}.extension_days`),
		source: typed[key].source,
	});
	const rule = {
		key: typed.key,
		name: typed.name,
		copies: term("copies"),
		inspection: term("inspection"),
		accounting: term("accounting"),
	};
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was kept yet; check what is marked.", wrong);
	return rule as RecordsRule;
}

/** Within how many days requests for records are answered. */
export function RecordsShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.records_rules.find((r) => r.item.key === item);
	if (item !== "new" && !chosen)
		return (
			<ShelfRows
				shelf="records"
				title="Records requests"
				lead="Within how many days a request for records is to be answered. Settings chooses the rule of your state; a request keeps the rule it was recorded under. Check what is shipped against the law where you practise."
				add="Add a rule"
				rows={view.records_rules.map((r) => ({
					key: r.item.key,
					title: r.item.name,
					line: r.line,
					text: r.text,
				}))}
			/>
		);
	return (
		<ShelfForm<Typed>
			key={item}
			kind="records_rule"
			id={chosen?.item.key ?? "new"}
			title={chosen?.item.name ?? "New rule"}
			text={chosen?.text ?? ""}
			version={chosen?.version ?? 0}
			kept={chosen ? typedOf(chosen.item) : newRule()}
			shipped={chosen?.shipped && typedOf(chosen.shipped)}
			keep={async (typed, seen) => library.KeepRecordsRule(ruleOf(typed), seen)}
			onKept={onKept}
			onClose={() => openOn("records")}
		>
			{({ value, change, errors }) => (
				<>
					<TextField
						id="rule-name"
						label="Name"
						hint="Such as the state"
						required
						value={value.name}
						error={errors.name}
						onValue={(name) => change({ name })}
					/>
					{terms.map(([key, label]) => (
						<TermFields
							key={key}
							name={key}
							label={label}
							value={value[key]}
							errors={errors}
							onChange={(part) => change({ [key]: { ...value[key], ...part } })}
						/>
					))}
					<p class="small muted">
						Days count from the day after the request. Public holidays are not known: they count as
						working days, so the day that is shown is the earliest reading.
					</p>
				</>
			)}
		</ShelfForm>
	);
}

function TermFields({
	name,
	label,
	value,
	errors,
	onChange,
}: {
	name: TermKey;
	label: string;
	value: TypedTerm;
	errors: Readonly<Record<string, string>>;
	onChange: (part: Partial<TypedTerm>) => void;
}) {
	return (
		<fieldset class="field">
			<legend>{label}</legend>
			<div class="fields pairs">
				<TextField
					id={`${name}-days`}
					label="Days"
					hint="1 to 365"
					value={value.days}
					error={errors[`${name}.days`]}
					onValue={(days) => onChange({ days })}
				/>
				<TextField
					id={`${name}-extension`}
					label="Put off once by days"
					hint="0 for not at all"
					value={value.extension}
					error={errors[`${name}.extension_days`]}
					onValue={(extension) => onChange({ extension })}
				/>
			</div>
			<label class="check">
				<input
					type="checkbox"
					checked={value.working}
					onChange={(e) => onChange({ working: e.currentTarget.checked })}
				/>
				Working days only, Monday to Friday
			</label>
			<TextField
				id={`${name}-source`}
				label="Where this is written"
				required
				value={value.source}
				error={errors[`${name}.source`]}
				onValue={(source) => onChange({ source })}
			/>
		</fieldset>
	);
}
