import {
	type DoseEvent,
	type Entry,
	Fault,
	type LogLine,
	live,
	type PartView,
	type SessionView,
	type Vocabulary,
} from "../../bridge";
import { mgText, readMg } from "../../lib/entry";
import { clock } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useKept, useLoad } from "../../state/load";
import type { Written } from "../../state/outbox";
import { sessionInstant } from "../../state/sessionclock";
import { TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TimeField } from "../../ui/TimeField";
import { Begun } from "./Begun";
import { atTime, atTyped, newEntry, resumed, type Timed } from "./entries";
import { selectAll } from "./judged";
import { Select } from "./Select";
import { Sheet } from "./Sheet";

const ways = [
	{ value: "spat", label: "Spat" },
	{ value: "swallowed", label: "Swallowed" },
] as const;

const amounts = ["prescribed", "taken", "leftover"] as const;

type Typed = Pick<
	DoseEvent,
	"route" | "form" | "lot" | "pharmacy" | "administered_by" | "out_how" | "not_given" | "reason"
> &
	Record<(typeof amounts)[number], string> &
	Timed & {
		id: string;
		out: string;
		/** Whether "Taken" was typed itself; until then it is what was prescribed. */
		taken_typed: boolean;
	};

interface Props {
	session: SessionView["session"];
	participant: string;
	vocabulary: Vocabulary;
	/** The dose to correct. */
	line?: LogLine | undefined;
	/** The dose before, whose medicine a booster repeats. */
	before?: DoseEvent | undefined;
	/** What the prescriber ordered, if anything. */
	order?: PartView["order"];
	/** What the order still allows after what was given; empty before the first dose. */
	remains?: string;
	/** Writes it down; throws a Fault when it is not taken. */
	record: (written: Written) => Promise<void>;
	onClose: () => void;
}

/** What was prescribed, what was taken and how; or that it was not given, and why. */
export function DoseSheet({
	session,
	participant,
	vocabulary,
	line,
	before,
	order,
	remains,
	record,
	onClose,
}: Props) {
	const at = line?.entry.at ?? sessionInstant();
	const draft = useDraft<Typed>(
		`dose:${participant}:${line?.entry.id ?? "new"}`,
		typedOf(line?.dose, before ?? order, at, session.zone),
		resumed(session.zone),
	);
	const typed = draft.value;
	const when = typed ? atTime(typed.at, typed.time, session.zone) : at;
	const entry = newEntry(participant, when, line);
	const beyond = useBeyond(typed?.time ? judgedOf(typed, entry) : undefined);
	if (!typed) return null;
	const { not_given } = typed;

	const save = async () => {
		const at = atTyped(typed.at, typed.time, session.zone);
		const ug = readAmounts(typed);
		const { route, form, lot, pharmacy, administered_by, reason } = typed;
		await record({
			dose: {
				route,
				form,
				lot,
				pharmacy,
				administered_by,
				not_given,
				reason,
				entry: { ...newEntry(participant, at, line), id: typed.id },
				prescribed_ug: ug.prescribed,
				taken_ug: not_given ? 0 : ug.taken,
				leftover_ug: not_given ? 0 : ug.leftover,
				out_at: not_given || !typed.out ? "" : atTime(at, typed.out, session.zone),
				out_how: not_given ? "" : typed.out_how,
			},
		});
		await draft.discard();
		onClose();
	};

	const text = (
		key: "lot" | "pharmacy" | "administered_by" | "reason",
		label: string,
		error?: string,
	) => (
		<TextField
			id={`dose-${key}`}
			label={label}
			value={typed[key]}
			error={error}
			onValue={(v) => draft.change({ [key]: v })}
		/>
	);
	const changeAmount = (key: (typeof amounts)[number], v: string): Partial<Typed> => {
		if (key === "prescribed" && !typed.taken_typed) return { prescribed: v, taken: v };
		return key === "taken" ? { taken: v, taken_typed: true } : { [key]: v };
	};
	const amount = (key: (typeof amounts)[number], label: string, error?: string) => (
		<TextField
			id={`dose-${key}`}
			label={label}
			hint="mg"
			value={typed[key]}
			error={error}
			onFocus={selectAll}
			onValue={(v) => draft.change(changeAmount(key, v))}
		/>
	);

	return (
		<Sheet
			label={line ? "Correct dose" : "Dose"}
			act="Save dose"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					{order && (
						<p class="dose-order">
							{order.text}.{" "}
							<span class="muted">
								{order.given_text}. {remains}
							</span>
						</p>
					)}
					<Begun typed={typed} zone={session.zone} />
					<div class="four">
						{amount("prescribed", "Prescribed", errors.prescribed_ug)}
						{!not_given && amount("taken", "Taken", errors.taken_ug)}
						<TimeField
							id="dose-time"
							label="Time"
							from={{ at: typed.at, zone: session.zone }}
							value={typed.time}
							error={errors.at}
							onValue={(time) => draft.change({ time })}
						/>
						{!not_given && amount("leftover", "Left over", errors.leftover_ug)}
					</div>
					{/* A dose beyond the order, or held by a reading, is recorded with the reason it was given for. */}
					<div role="status" class="judged">
						{beyond.map((way) => (
							<p key={way} class="log-finding alarming">
								{way}
							</p>
						))}
					</div>
					{!not_given &&
						(beyond.length > 0 || errors.reason || typed.reason) &&
						text("reason", "Why it was given all the same", errors.reason)}
					<label class="check">
						<input
							type="checkbox"
							checked={not_given}
							onChange={(e) => draft.change({ not_given: e.currentTarget.checked })}
						/>
						Not given
					</label>
					{not_given ? (
						text("reason", "Why it was not given", errors.reason)
					) : (
						<div class="three">
							<Select
								id="dose-route"
								label="Route"
								required
								options={vocabulary.routes}
								value={typed.route}
								error={errors.route}
								onValue={(route) => draft.change({ route })}
							/>
							<Select
								id="dose-form"
								label="Form"
								options={vocabulary.forms}
								value={typed.form}
								error={errors.form}
								onValue={(form) => draft.change({ form })}
							/>
							{text("lot", "Lot", errors.lot)}
							<TimeField
								id="dose-out"
								label="Out of the mouth at"
								value={typed.out}
								error={errors.out_at}
								onValue={(out) => draft.change({ out })}
							/>
							<Segmented
								name="out_how"
								label="Spat or swallowed"
								options={ways}
								value={typed.out_how as (typeof ways)[number]["value"] | ""}
								error={errors.out_how}
								onValue={(out_how) => draft.change({ out_how })}
							/>
						</div>
					)}
					{/* What goes on over the fold is folded: the foot of the sheet is its end. */}
					{!not_given && (
						<details open={line !== undefined || typed.begun !== ""}>
							<summary>More: pharmacy, given by</summary>
							<div class="three">
								{text("pharmacy", "Pharmacy", errors.pharmacy)}
								{text("administered_by", "Given by", errors.administered_by)}
							</div>
						</details>
					)}
				</>
			)}
		</Sheet>
	);
}

/** The dose as far as it is typed, to be judged. */
const judgedOf = (typed: Typed, entry: Entry) =>
	({
		entry,
		taken_ug: typed.not_given ? 0 : (readMg(typed.taken) ?? 0),
		route: typed.route,
		not_given: typed.not_given,
	}) as DoseEvent;

/** What a dose that is being typed would need its reason for; Go judges, nothing is written. */
function useBeyond(dose: DoseEvent | undefined): readonly string[] {
	const { data } = useLoad(
		JSON.stringify({ ...dose, entry: { ...dose?.entry, id: "" } }),
		async () => (dose ? await live.JudgeDose(dose) : []),
	);
	return useKept(data) ?? [];
}

function typedOf(
	dose: DoseEvent | undefined,
	before: Partial<DoseEvent> | undefined,
	at: string,
	zone: string,
): Typed {
	const medicine: Partial<DoseEvent> | undefined = dose ?? before;
	return {
		id: newId(),
		at,
		time: clock(at, zone),
		begun: "",
		prescribed: mgText(dose?.prescribed_ug ?? 0),
		taken: mgText(dose?.taken_ug ?? 0),
		taken_typed: dose !== undefined,
		leftover: mgText(dose?.leftover_ug ?? 0),
		route: medicine?.route ?? "",
		form: medicine?.form ?? "",
		lot: medicine?.lot ?? "",
		pharmacy: medicine?.pharmacy ?? "",
		administered_by: medicine?.administered_by ?? "",
		out: dose?.out_at ? clock(dose.out_at, zone) : "",
		out_how: dose?.out_how ?? "",
		not_given: dose?.not_given ?? false,
		reason: dose?.reason ?? "",
	};
}

function readAmounts(typed: Typed): Record<(typeof amounts)[number], number> {
	const ug = { prescribed: 0, taken: 0, leftover: 0 };
	const wrong: Record<string, string> = {};
	for (const key of amounts) {
		if (typed[key].trim() === "") continue;
		const n = readMg(typed[key]);
		if (n === null) wrong[`${key}_ug`] = "Write the amount in mg, such as 62.5.";
		else ug[key] = n;
	}
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was saved yet; check what is marked.", wrong);
	return ug;
}
