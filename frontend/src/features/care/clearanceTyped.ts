import { type Clearance, type ClearanceRow, type ClearanceView, Fault } from "../../bridge";
import { mgText, readMg, readNumber } from "../../lib/entry";
import { newId } from "../../lib/uuid";

/** The prescriber's limits as the form asks for them; an empty one leaves the default. */
export const limits = [
	["systolic_max_mmhg", "Systolic up to", "mmHg"],
	["diastolic_max_mmhg", "Diastolic up to", "mmHg"],
	["systolic_min_mmhg", "Systolic from", "mmHg"],
	["heart_rate_max_bpm", "Heart rate up to", "per minute"],
	["heart_rate_min_bpm", "Heart rate from", "per minute"],
	["spo2_min_percent", "SpO2 from", "%"],
] as const;

const amounts = ["dose_min_ug", "dose_max_ug", "booster_max_ug"] as const;
const counts = ["booster_earliest_min", "sessions"] as const;

type Limit = (typeof limits)[number][0];
type Amount = (typeof amounts)[number];
type Count = (typeof counts)[number];

/** A clearance as it is typed: numbers as text, so that nothing typed is lost. */
export type Typed = Record<Limit | Amount | Count, string> &
	Omit<Clearance, "limits" | Amount | Count>;

/** A new one, by the prescriber when there is only one. */
export function newClearance(client: string, { today, prescribers }: ClearanceView): Typed {
	return {
		...typedOf({
			id: newId(),
			client_id: client,
			prescriber_id: prescribers.length === 1 ? (prescribers[0]?.id ?? "") : "",
			cleared_on: today,
			expires_on: "",
			conditions: "",
			covers: [],
			limits: {},
			dose_min_ug: 0,
			dose_max_ug: 0,
			route: "",
			form: "",
			booster_allowed: false,
			booster_max_ug: 0,
			booster_earliest_min: 0,
			sessions: 0,
			pharmacy: "",
			attachment_id: "",
			suspended_at: "",
			suspended_reason: "",
			adverse_event_id: "",
			created_at: "",
			updated_at: "",
			version: 0,
		}),
	};
}

export function typedOf(clearance: ClearanceRow["clearance"]): Typed {
	const { limits: own, ...rest } = clearance;
	const text = (n: number | null | undefined) => (n ? String(n) : "");
	return {
		...rest,
		systolic_max_mmhg: text(own.systolic_max_mmhg),
		diastolic_max_mmhg: text(own.diastolic_max_mmhg),
		systolic_min_mmhg: text(own.systolic_min_mmhg),
		heart_rate_max_bpm: text(own.heart_rate_max_bpm),
		heart_rate_min_bpm: text(own.heart_rate_min_bpm),
		spo2_min_percent: text(own.spo2_min_percent),
		dose_min_ug: mgText(rest.dose_min_ug),
		dose_max_ug: mgText(rest.dose_max_ug),
		booster_max_ug: mgText(rest.booster_max_ug),
		booster_earliest_min: text(rest.booster_earliest_min),
		sessions: text(rest.sessions),
	};
}

/** What was typed as a clearance; a number that was not understood is refused beside its field. */
export function clearanceOf(typed: Typed): Clearance {
	const wrong: Record<string, string> = {};
	const number = (key: Limit | Count): number | undefined => {
		if (typed[key].trim() === "") return undefined;
		const n = readNumber(typed[key], 0);
		if (n === null) wrong[key] = "Write a whole number, such as 150.";
		return n ?? undefined;
	};
	const amount = (key: Amount): number => {
		if (typed[key].trim() === "") return 0;
		const ug = readMg(typed[key]);
		if (ug === null) wrong[key] = "Write the amount in mg, such as 62.5.";
		return ug ?? 0;
	};
	const own: Partial<Record<Limit, number>> = {};
	for (const [key] of limits) {
		const n = number(key);
		if (n !== undefined) own[key] = n;
	}
	const booster = typed.booster_allowed;
	const clearance: Clearance = {
		id: typed.id,
		client_id: typed.client_id,
		prescriber_id: typed.prescriber_id,
		cleared_on: typed.cleared_on,
		expires_on: typed.expires_on,
		conditions: typed.conditions,
		covers: typed.covers,
		limits: own,
		dose_min_ug: amount("dose_min_ug"),
		dose_max_ug: amount("dose_max_ug"),
		route: typed.route,
		form: typed.form,
		booster_allowed: booster,
		booster_max_ug: booster ? amount("booster_max_ug") : 0,
		booster_earliest_min: booster ? (number("booster_earliest_min") ?? 0) : 0,
		sessions: number("sessions") ?? 0,
		pharmacy: typed.pharmacy,
		attachment_id: typed.attachment_id,
		suspended_at: "",
		suspended_reason: "",
		adverse_event_id: "",
		created_at: typed.created_at,
		updated_at: typed.updated_at,
		version: typed.version,
	};
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was saved yet; check what is marked.", wrong);
	return clearance;
}
