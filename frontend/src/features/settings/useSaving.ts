import { useState } from "preact/hooks";
import { type Fault, toFault } from "../../bridge";
import { giveBack, onceRendered } from "../../ui/focus";

/** One form's way to disk: whether it runs, what went wrong, and the word that it was done. */
export function useSaving() {
	const [busy, setBusy] = useState(false);
	const [fault, setFault] = useState<Fault>();
	const [done, setDone] = useState("");
	const run = async (act: () => Promise<string | undefined>) => {
		const before = document.activeElement;
		setBusy(true);
		setFault(undefined);
		setDone("");
		try {
			setDone((await act()) ?? "");
		} catch (reason) {
			const told = toFault(reason);
			// What was stopped on purpose is no error.
			if (told.code === "cancelled") setDone(told.message);
			else setFault(told);
		} finally {
			setBusy(false);
			// A control that was out of use meanwhile has lost the focus.
			onceRendered(() => giveBack(before));
		}
	};
	return { busy, fault, done, run };
}
