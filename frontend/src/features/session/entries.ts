import { type Entry, Fault, type LogLine } from "../../bridge";
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

const halfDay = 43_200_000;

/**
 * `at` moved to another time of its day, or of the day before where that would lie more than half a day
 * ahead; the same minute keeps its seconds.
 */
export function atTime(at: string, time: string, zone: string): string {
	if (time === "" || time === clock(at, zone)) return at;
	const moved = zoned(localDate(new Date(at), zone), time, zone);
	if (Date.parse(moved) - Date.parse(at) <= halfDay) return moved;
	return zoned(localDate(new Date(Date.parse(at) - 2 * halfDay), zone), time, zone);
}

/** As atTime; throws a Fault, told beside the time, where that is empty or was not understood. */
export function atTyped(at: string, time: string, zone: string): string {
	if (time !== "") return atTime(at, time, zone);
	throw new Fault("invalid", "Nothing was saved yet; check what is marked.", {
		at: "Write the time like 13:04, or the minutes back like -20.",
	});
}

/** The time of an entry that is being typed. */
export interface Timed {
	/** When the sheet was opened, or the time of the entry that is corrected. */
	at: string;
	/** The time of day as typed, at first that of `at`; empty while it is not understood. */
	time: string;
	/** When what is still unsaved was begun, in an earlier opening; empty for this one. */
	begun: string;
}

/**
 * What a sheet that is opened again goes on with: the values stay, the time is that of this opening,
 * unless it was typed by hand.
 */
export const resumed =
	(zone: string) =>
	<T extends Timed>(kept: T, opened: T): T => ({
		...kept,
		...(kept.time === "" || kept.time === clock(kept.at, zone)
			? { at: opened.at, time: opened.time }
			: {}),
		begun: kept.begun || kept.at,
	});
