import { type Combo, isMac, shown } from "../lib/keys";

/** The key of an action, written beside it. Announced through aria-keyshortcuts, so hidden here. */
export function Kbd({ keys }: { keys: Combo }) {
	return (
		<span aria-hidden="true">
			<kbd>{shown(keys, isMac)}</kbd>
		</span>
	);
}
