import { keptKey } from "../lib/kept";
import { type Combo, isMac, shown } from "../lib/keys";

/** The key of an action, written beside it, if it has one here. Announced through aria-keyshortcuts, so hidden here. */
export function Kbd({ keys }: { keys: Combo }) {
	const here = keptKey.value(keys);
	if (here === undefined) return null;
	return (
		<span aria-hidden="true">
			<kbd>{shown(here, isMac)}</kbd>
		</span>
	);
}
