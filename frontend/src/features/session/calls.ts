import type { LogLine, Observation } from "../../bridge";
import { clock } from "../../lib/time";

const whom: Record<string, string> = {
	emergency_services: "Emergency services",
	prescriber: "Prescriber",
	emergency_contact: "Emergency contact",
	chaperone: "Chaperone",
	client: "The client",
	ride: "Ride home",
	other: "Somebody else",
};

const came: Record<string, string> = { yes: "reached", no: "not reached" };

/** A call in few words, as the page knows it before Go has said it: "Prescriber, Dr. A. Sample, reached: will call back". */
export function callLine({ call, text }: Pick<Observation, "call" | "text">): string {
	if (!call) return text;
	const line = [whom[call.callee], call.name, came[call.reached]].filter(Boolean).join(", ");
	return text ? `${line}: ${text}` : line;
}

/** What the calls to one number came to, beside that number: "Called 14:02", "Called 14:02, 14:05, not reached"; "" for none. */
export function calledLine(
	calls: readonly Pick<Observation, "call" | "entry">[],
	zone: string,
): string {
	const last = calls.at(-1)?.call;
	if (!last) return "";
	const times = calls.map((o) => clock(o.entry.at, zone)).join(", ");
	return [`Called ${times}`, came[last.reached]].filter(Boolean).join(", ");
}

/** The calls of a log from a moment on, those made just before it included, as an adverse event tells them. */
export function callsSince(log: readonly LogLine[], at: string): string {
	const from = Date.parse(at) - 60_000;
	return log
		.filter((l) => l.observation?.call && !l.entry.struck_at && Date.parse(l.entry.at) >= from)
		.map((l) => `${l.time_text} ${l.observation ? callLine(l.observation) : ""}`)
		.join("; ");
}
