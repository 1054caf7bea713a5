import { live, type SessionView } from "../../bridge";
import { go } from "../../state/route";
import { refreshRunning } from "../../state/running";
import { offerUndo } from "../../ui/Toast";

/** After the end of a dosing session: its note, with the log beside it. For ten seconds the end can be taken back. */
export function ended({ session, parts }: SessionView): void {
	void refreshRunning();
	const participant = parts[0]?.participant_id;
	if (participant) go({ screen: "note", participant });
	offerUndo("The session has ended", () => void openAgain(session.id));
}

/** Opens the session again; where that is too late the record is shown as it is. */
async function openAgain(id: string): Promise<void> {
	await live.OpenAgain(id).catch(() => {});
	await refreshRunning();
	go({ screen: "session", id });
}
