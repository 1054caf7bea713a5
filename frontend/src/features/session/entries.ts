import type { Entry, LogLine } from "../../bridge";
import { clock, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";

/** A new entry of a participant, or the correction of an earlier one. */
export function newEntry(participant: string, at: string, corrects?: LogLine): Entry {
	return {
		id: newId(),
		participant_id: participant,
		at,
		recorded_at: "",
		struck_at: "",
		struck_reason: "",
		corrects_id: corrects?.entry.id ?? "",
	};
}

/** `at` moved to another time of its day; the same minute keeps its seconds. */
export function atTime(at: string, time: string, zone: string): string {
	if (time === "" || time === clock(at, zone)) return at;
	return zoned(localDate(new Date(at), zone), time, zone);
}
