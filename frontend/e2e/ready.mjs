// What must be there before a dosing session can begin, done through the app's own calls: for journeys
// that are about something else.
import { call } from "./steps.mjs";

const later = (day) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace("-02-29", "-02-28")}`;

/** A client's id by name. */
export async function clientId(app, name) {
	const query = { query: name, filter: "all", offset: 0, limit: 1 };
	return (await call(app, "Clients", "List", query)).rows[0].id;
}

/** Plans a dosing session for now; gives the ids of session and participant. */
export async function planDosing(app, client, place = "office") {
	const [id, participant] = [crypto.randomUUID(), crypto.randomUUID()];
	await call(app, "Sessions", "Save", {
		id,
		kind: "dosing",
		participants: [{ id: participant, client_id: client }],
		planned_start: new Date().toISOString(),
		zone: "Europe/Lisbon",
		place,
	});
	return { id, participant };
}

async function screen(app, client) {
	const before = await call(app, "Clients", "Get", client);
	if (!before.allergy_answer)
		await call(app, "Clients", "Save", { ...before, allergy_answer: "none_known" });
	const { open } = await call(app, "Screening", "Begin", client);
	const answers = open.answers.map((a) => ({ ...a, answer: "no" }));
	const saved = await call(app, "Screening", "Save", { ...open, answers, conclusion: "clear" });
	await call(app, "Screening", "Complete", client, open.id, saved.open.version);
}

async function clear(app, client, day) {
	const known = await call(app, "Prescribers", "List");
	const prescriber =
		known[0] ??
		(await call(app, "Prescribers", "Save", {
			id: crypto.randomUUID(),
			name: "Dr. A. Lindqvist",
			credential: "MD",
			phone: "555 0105",
		}));
	await call(app, "Clearances", "Save", {
		id: crypto.randomUUID(),
		client_id: client,
		prescriber_id: prescriber.id,
		cleared_on: day,
		expires_on: later(day),
		covers: [],
		limits: {},
	});
}

async function agree(app, client, key, day) {
	const text = async () =>
		(await call(app, "Library", "Get")).consents.find((c) => c.item.key === key);
	let consent = await text();
	if (consent.item.skeleton) {
		const own = { ...consent.item, skeleton: false, text: "What we agreed to." };
		await call(app, "Library", "KeepConsent", own, consent.version);
		consent = await text();
	}
	await call(app, "Consents", "Sign", {
		id: crypto.randomUUID(),
		client_id: client,
		text_key: key,
		text_version: consent.version,
		initials: (consent.item.clauses ?? []).map(() => "NH"),
		signed_on: day,
		signed_by: "The client",
		signer_role: "client",
		method: "typed",
	});
}

async function prepare(app, client) {
	const before = await call(app, "Clients", "Get", client);
	if (!before.intention)
		await call(app, "Clients", "Save", { ...before, intention: "To rest for once." });
	const { form } = await call(app, "Preparations", "Get", client);
	if (form.completed_at) return;
	const saved = await call(app, "Preparations", "Save", {
		...form,
		touch: "none",
		safety_plan: "Call Kim.",
		medicines_reviewed: true,
	});
	await call(app, "Preparations", "Complete", client, saved.form.version);
}

/** Leads a client through the gates before preparation: screened, cleared, consented. */
export async function admit(app, client) {
	const day = new Date().toLocaleDateString("sv", { timeZone: "Europe/Lisbon" });
	await screen(app, client);
	await clear(app, client, day);
	await agree(app, client, "kap", day);
}

/** Puts everything right for a planned session but what is asked on the day. */
export async function makeReady(app, client, session) {
	const missing = async (topic) =>
		(await call(app, "Readiness", "Get", session.id))[0].checks.some(
			(c) => c.topic === topic && c.state === "blocks",
		);
	// The day it is in the practice's zone, as the app says it.
	const day = (await call(app, "Preparations", "DayCheck", session.participant)).check.asked_on;
	if (await missing("screening")) await screen(app, client);
	if (await missing("clearance")) await clear(app, client, day);
	if (await missing("consent")) {
		await agree(app, client, "kap", day);
		if (await missing("consent")) await agree(app, client, "telehealth", day);
	}
	if (await missing("preparation")) await prepare(app, client);
}

/** Calm vital signs, as they are taken before a dose. */
export const baseline = {
	systolic_mmhg: 124,
	diastolic_mmhg: 80,
	heart_rate_bpm: 72,
	spo2_percent: 98,
};

/** Answers the questions of the day as is wished for; `taken` is the baseline. */
export async function answerDay(
	app,
	session,
	taken = { at: new Date().toISOString(), ...baseline },
) {
	const { check } = await call(app, "Preparations", "DayCheck", session.participant);
	await call(app, "Preparations", "SaveDayCheck", session.id, {
		...check,
		identity: "yes",
		fasted: "yes",
		medicines: "yes",
		ride: "yes",
		suicidal_thoughts: "no",
		intoxicated: "no",
		able_to_consent: "yes",
		baseline: taken,
	});
}

/** Ends a dosing session in which a dose was given: everybody is discharged, with all of the checklist met. */
export async function endSession(app, session) {
	const asked = await call(app, "Live", "Leaving", session);
	const leavings = asked.parts.map(({ leaving }) => ({
		...leaving,
		checks: (leaving.checks ?? []).map((c) => ({ ...c, met: "yes" })),
		early_reason: "The last train",
		note: leaving.ending === "no_dose" ? "Had eaten" : "",
		escort: { ...leaving.escort, name: "Kim Harrow" },
	}));
	await call(app, "Live", "End", session, leavings);
}

/** Gives what a session at home needs to be known for today. */
export async function giveSafety(app, session) {
	const { check } = await call(app, "Preparations", "DayCheck", session.participant);
	await call(app, "Preparations", "SaveDayCheck", session.id, {
		...check,
		virtual: {
			address: "Hotel Lark, room 204",
			call_back_number: "555 0103",
			emergency_number: "112",
			emergency_room: "St. Anne, 2 Street",
			chaperone_name: "Sam Ito",
			chaperone_phone: "555 0104",
			chaperone_adult: true,
			chaperone_present: true,
			pressure_cuff: true,
			spit_cup: true,
			dependents: true,
			lost_connection: true,
			lost_minutes: 5,
		},
	});
}

/** Puts everything right for the session that is planned for a client, the questions of the day too. */
export async function readyPlanned(app, name) {
	const client = await clientId(app, name);
	const row = (await call(app, "Clients", "Chart", client)).record.find(
		(r) => r.status === "planned",
	);
	const session = { id: row.session_id, participant: row.participant_id };
	await makeReady(app, client, session);
	await answerDay(app, session);
}
