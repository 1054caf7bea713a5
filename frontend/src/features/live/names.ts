import type { LivePart, LiveView } from "../../bridge";

/** Whose part it is, as the session's screens name it: initials while names are hidden. */
export const shownName = (view: Pick<LiveView, "hide_names">, part: LivePart): string =>
	view.hide_names ? part.initials : part.name;
