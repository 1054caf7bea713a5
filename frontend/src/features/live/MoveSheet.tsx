import type { LogLine } from "../../bridge";

/** To be written by its owner. */
export function MoveSheet(_: {
	session: string;
	line: LogLine;
	onMoved: () => void;
	onClose: () => void;
}) {
	return null;
}
