import { sessions } from "../../bridge";
import { useLoad } from "../../state/load";
import { say } from "../../ui/Toast";
import { AddedSheet } from "../session/AddedSheet";
import { AdverseSheet } from "../session/AdverseSheet";
import { CallSheet } from "../session/CallSheet";
import { CorrectSheet } from "../session/CorrectSheet";
import { DoseSheet } from "../session/DoseSheet";
import { newEntry } from "../session/entries";
import { MoveSheet } from "../session/MoveSheet";
import { Whose } from "../session/Sheet";
import { StrikeSheet } from "../session/StrikeSheet";
import { VitalsSheet } from "../session/VitalsSheet";
import { WordMenu } from "../session/WordMenu";
import { useLive } from "./context";
import { LeaveSheet } from "./LeaveSheet";
import { LivePlan } from "./LivePlan";
import { shownName } from "./names";
import { TalkSheet } from "./TalkSheet";

/** What stands over the live screen. The emergency plan is always at hand, also while Go does not answer. */
export function Sheets() {
	const { view, part, sheet } = useLive();
	// The end is everybody's.
	const one = view.parts.length > 1 && sheet?.sheet !== "leave";
	return (
		<>
			<Whose.Provider value={one ? shownName(view, part) : ""}>
				<Open />
			</Whose.Provider>
			<LivePlan />
		</>
	);
}

/** Groups that are written by their own keys, never as marks. */
const ownKeys: readonly string[] = ["phase", "step"];

function Open() {
	const { view, part, sheet, submit, record, change, reload, open, leave } = useLive();
	const { data: vocabulary } = useLoad("vocabulary", sessions.Vocabulary);
	const { session } = view;
	const participant = part.participant_id;
	// An emergency that was written brings up the plan before its sheet has ended: that stays.
	const close = () => {
		if (sheet) leave(sheet);
	};
	const shared = { session, participant, onClose: close };
	const done = () => {
		close();
		void reload();
	};

	switch (sheet?.sheet) {
		case "vitals":
			return <VitalsSheet {...shared} line={sheet.line} record={submit} />;
		case "dose":
			return vocabulary ? (
				<DoseSheet
					{...shared}
					vocabulary={vocabulary}
					line={sheet.line}
					before={part.log.findLast((l) => l.dose && !l.dose.not_given && !l.entry.struck_at)?.dose}
					order={part.state.order}
					remains={part.state.totals.given > 0 ? part.state.order_text : ""}
					record={submit}
				/>
			) : null;
		case "correct":
			return <CorrectSheet {...shared} line={sheet.line} record={submit} />;
		case "strike":
			return (
				<StrikeSheet
					session={session.id}
					line={sheet.line}
					onSaved={(c) => {
						close();
						change(c);
					}}
					onClose={close}
				/>
			);
		case "adverse":
			return (
				<AdverseSheet
					{...shared}
					key={sheet.line?.entry.id}
					log={part.log}
					about={sheet.line}
					onSaved={(saved) => {
						const known = part.state.events.map((e) => e.event.id);
						const line = saved.parts
							.find((p) => p.participant_id === participant)
							?.events.find((e) => !known.includes(e.event.id));
						if (line)
							say(`${line.title} saved at ${line.time_text}. ${line.suspended_text}`.trim());
						done();
					}}
				/>
			);
		case "added":
			return (
				<AddedSheet
					key={sheet.line.event.id}
					session={session.id}
					line={sheet.line}
					onSaved={done}
					onClose={close}
					onAnother={() => open({ ...sheet, sheet: "adverse", line: null })}
				/>
			);
		case "move":
			return <MoveSheet session={session.id} line={sheet.line} onMoved={done} onClose={close} />;
		case "words":
			return vocabulary ? (
				<WordMenu
					kinds={vocabulary.observation_kinds.filter(
						(k) => !ownKeys.includes(k.group) && !part.left_out.includes(k.id),
					)}
					onChoose={(kind, at) => {
						close();
						record({
							observation: {
								entry: newEntry(participant, at),
								kind,
								text: "",
								client_words: false,
							},
						});
					}}
					onClose={close}
				/>
			) : null;
		case "call":
			return <CallSheet {...shared} call={sheet.call} line={sheet.line} record={submit} />;
		case "talk":
			return <TalkSheet />;
		case "leave":
			return <LeaveSheet />;
		default:
			return null;
	}
}
