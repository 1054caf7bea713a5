import { toFault } from "../../bridge";
import type { Draft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { go, route } from "../../state/route";
import { offerUndo } from "../../ui/Toast";

/**
 * The way out of a form, by Esc and by its Cancel. What was typed can be had back for ten seconds:
 * then the screen is shown again, and `reopen` opens the form where the screen does not do so itself.
 */
export function useCancel<T extends object>(
	draft: Pick<Draft<T>, "giveUp">,
	/** Absent where the form is the whole screen: there is no way out of it. */
	close: (() => void) | undefined,
	reopen?: () => void,
): () => void {
	const cancel = async () => {
		const here = route.value;
		try {
			const putBack = await draft.giveUp();
			// Somebody may have gone elsewhere meanwhile.
			if (route.value === here) close?.();
			if (putBack)
				offerUndo("What you typed was put away.", async () => {
					await putBack();
					go(here);
					reopen?.();
				});
		} catch (reason) {
			// What could not be forgotten is still on screen, and still kept.
			if (toFault(reason).code !== "not_saved") throw reason;
		}
	};
	const run = () => void cancel();
	useCommands(
		close
			? [
					{
						id: "cancel-form",
						label: "Cancel",
						keys: ["Esc"],
						scope: "this form",
						keysOnly: true,
						run,
					},
				]
			: [],
	);
	return run;
}
