import { computed, signal } from "@preact/signals";

/** Every screen inside the shell. */
export type Route =
	| { screen: "today" }
	| { screen: "clients"; adding?: boolean; inquiries?: boolean }
	| { screen: "inquiry"; id?: string }
	/** `item` is "new" while the form for a new one is open in the part. */
	| { screen: "client"; id: string; editing?: boolean; part?: ChartPart; item?: "new" }
	/** `ahead` is what the course asks to plan. */
	| { screen: "plan"; client: string; ahead?: PlanAhead }
	/** A dosing session that runs is shown live, unless its record is asked for. */
	| { screen: "session"; id: string; record?: true }
	/** The session that runs. */
	| { screen: "live"; id: string }
	| { screen: "prepare"; id: string }
	| { screen: "note"; participant: string }
	/** A questionnaire that is filled in, or was. */
	| { screen: "form"; id: string }
	/** Which of the others it needs depends on its kind; Go says so. */
	| {
			screen: "document";
			kind: string;
			client?: string;
			session?: string;
			participant?: string;
			event?: string;
			/** Of a blank questionnaire. */
			instrument?: string;
	  }
	/** `item` is the id of what is open on the shelf; "new" for one being added, `back` for which client's clearance. */
	| { screen: "library"; shelf?: Shelf; item?: string; back?: string }
	/** `part` is what it is opened for. */
	| { screen: "settings"; part?: "recovery" };

/** The parts of a chart; the course is shown when none is named. */
export type ChartPart =
	| "screening"
	| "clearance"
	| "consent"
	| "preparation"
	| "measures"
	| "files"
	| "private"
	| "documents";

/** What a session to plan begins with. */
export interface PlanAhead {
	kind: string;
	follows: string;
	/** "2026-03-14" */
	date: string;
	/** Why it is planned, in words. */
	hint: string;
}

/** The shelves of the Library; prescribers are shown when none is named. */
export type Shelf =
	| "screening"
	| "consents"
	| "courses"
	| "outlines"
	| "emergency"
	| "methods"
	| "session"
	| "marks"
	| "leaving"
	| "handout"
	| "measures"
	| "fees"
	| "records";

interface Visit {
	route: Route;
	scroll: number;
	/** Which field had the caret, by id, and the selection in it. */
	caret?: { id: string; start: number; end: number } | undefined;
}

const start: Visit = { route: { screen: "today" }, scroll: 0 };
const visits = signal<readonly Visit[]>([start]);
const at = signal(0);

/** The screen shown now. */
export const route = computed<Route>(() => (visits.value[at.value] ?? start).route);

const scroller = () => document.getElementById("main");

function leave(): Visit[] {
	const all = [...visits.value];
	all[at.value] = { ...here(), route: route.value };
	return all;
}

function here(): Visit {
	const el = document.activeElement;
	const field = el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement ? el : null;
	return {
		route: route.value,
		scroll: scroller()?.scrollTop ?? 0,
		caret: field?.id
			? { id: field.id, start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 }
			: undefined,
	};
}

/** Opens a screen. Opening the screen that is shown does nothing. */
export function go(to: Route): void {
	if (JSON.stringify(to) === JSON.stringify(route.value)) return;
	const kept = leave().slice(Math.max(0, at.value - 50), at.value + 1);
	visits.value = [...kept, { route: to, scroll: 0 }];
	at.value = kept.length;
	arrive({ route: to, scroll: 0 });
}

/** Opens a screen in place of this one, which Back then passes over. */
export function replace(to: Route): void {
	visits.value = visits.value.with(at.value, { route: to, scroll: 0 });
	arrive({ route: to, scroll: 0 });
}

function move(step: 1 | -1): void {
	const target = visits.value[at.value + step];
	if (!target) return;
	visits.value = leave();
	at.value += step;
	arrive(target);
}

/** The screen before this one, as it was left. */
export const back = (): void => move(-1);
/** The screen that Back left. */
export const forward = (): void => move(1);

/** The place as text, for Go to keep in the vault while the records are locked. */
export function place(): string {
	return JSON.stringify(here());
}

/** The top of a screen, as `place` tells it. */
export function placeOf(to: Route): string {
	return JSON.stringify({ route: to, scroll: 0 });
}

/** Returns to a place kept by `place`; anything unreadable means Today. */
export function restore(text: string): void {
	let visit = start;
	try {
		const v = JSON.parse(text) as Visit;
		if (typeof v.route?.screen === "string") visit = v;
	} catch {
		// An empty or foreign text: begin at Today.
	}
	visits.value = [visit];
	at.value = 0;
	arrive(visit);
}

/** Returns to a place kept by `place` if it is on this screen, else to the screen. */
export function restoreAt(to: Route, text: string): void {
	restore(text);
	if (JSON.stringify(route.value) !== JSON.stringify(to)) restore(placeOf(to));
}

/** Forgets every screen, as when the records are locked. */
export function resetRoute(): void {
	visits.value = [start];
	at.value = 0;
	stopArriving();
}

let stopArriving = () => {};

/**
 * Brings scroll and caret back once the screen has its content, which comes in its own time. Gives
 * up when the person does something first.
 */
function arrive(visit: Visit): void {
	stopArriving();
	const attempt = (): boolean => {
		const main = scroller();
		if (!main) return false;
		main.scrollTop = visit.scroll;
		const arrived = Math.abs(main.scrollTop - visit.scroll) <= 2;
		if (!visit.caret) return arrived;
		const field = document.getElementById(visit.caret.id);
		if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
		field.focus({ preventScroll: true });
		// A form that still waits for its draft takes no focus.
		if (document.activeElement !== field) return false;
		// The text comes after the field: wait until the caret has somewhere to stand.
		if (field.value.length < visit.caret.end) return false;
		if (/^(text|search|textarea)$/.test(field.type))
			field.setSelectionRange(visit.caret.start, visit.caret.end);
		return arrived;
	};
	const changed = new MutationObserver(() => {
		if (attempt()) stopArriving();
	});
	const events = ["keydown", "pointerdown", "wheel"];
	stopArriving = () => {
		changed.disconnect();
		for (const e of events) removeEventListener(e, stopArriving, true);
		stopArriving = () => {};
	};
	for (const e of events) addEventListener(e, stopArriving, true);
	// A key press that led here is still being handled; look once it is done.
	queueMicrotask(() => {
		changed.observe(document.body, { childList: true, subtree: true, attributes: true });
		if (attempt() && document.activeElement !== document.body) stopArriving();
	});
}
