import { ended } from "../session/ended";
import { LeavingSheet } from "../session/LeavingSheet";
import { useLive } from "./context";

/** Ends the session: how everyone leaves, then the note. */
export function LeaveSheet() {
	const { view, close } = useLive();
	return (
		<LeavingSheet
			session={view.session_id}
			onDone={(after) => {
				close();
				ended(after);
			}}
			onClose={close}
		/>
	);
}
