import type { Autosaved } from "../../state/autosaved";
import { NotSaved } from "../../ui/NotSaved";
import { SaveLine } from "../note/SaveLine";

type Of = Pick<Autosaved<unknown, { version: number }>, "fault" | "running" | "flush">;

/** That a form that saves itself is on disk; `at` is when it was written last. */
export function SavedLine({ of, at }: { of: Of; at: string }) {
	if (of.fault) return null;
	return (
		<SaveLine
			saving={{ at, version: 0, running: of.running, error: undefined }}
			onRetry={() => {}}
		/>
	);
}

/** That it is not, and why: the form's own child, so that it stays in sight. */
export function NotSavedLine({ of }: { of: Of }) {
	if (!of.fault) return null;
	return <NotSaved reason={of.fault.message} onRetry={() => void of.flush().catch(() => {})} />;
}
