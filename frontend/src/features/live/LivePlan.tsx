import { useEffect, useRef } from "preact/hooks";
import { recordLine, refreshCard } from "../../state/plancards";
import { useLive } from "./context";
import { EmergencyPlan } from "./EmergencyPlan";
import { eventSheet } from "./eventSheet";
import { shownName } from "./names";

/** Keeps the emergency plan of everybody in the session at hand, and shows it over the live screen. */
export function LivePlan() {
	const { view, part, sheet, open, close } = useLive();
	const participants = view.parts.map((p) => p.participant_id).join(" ");
	useEffect(() => {
		for (const p of view.parts)
			refreshCard(view.session_id, p.participant_id).catch(() => undefined);
	}, [view.session_id, participants]);

	// Looking at the plan is no act, and many look before they need it. That it came up for an
	// emergency is one, and is written once for each.
	const because = sheet?.sheet === "plan" ? sheet.because : undefined;
	const marked = useRef("");
	useEffect(() => {
		if (!because || marked.current === because.entry.id) return;
		marked.current = because.entry.id;
		recordLine(view.session_id, because.entry.participant_id, "emergency_plan", cause(because));
	}, [because]);

	if (sheet?.sheet !== "plan") return null;
	return (
		<EmergencyPlan
			session={view.session_id}
			zone={view.zone}
			parts={view.parts.map((p) => ({
				participant_id: p.participant_id,
				name: shownName(view, p),
			}))}
			first={because?.entry.participant_id ?? part.participant_id}
			because={because && `${cause(because)}, ${because.time_text}`}
			onEvent={() => open(eventSheet(part, because?.entry.id, sheet))}
			onClose={close}
		/>
	);
}

/** What brought the plan up: the word, or the reading's values. */
const cause = (line: { label: string; text: string; type: string }): string =>
	line.type === "vitals" ? line.text : line.label;
