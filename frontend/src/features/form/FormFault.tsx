import type { Fault } from "../../bridge";
import type { Draft } from "../../state/draft";
import { ErrorLine } from "../../ui/ErrorLine";
import { NotSaved } from "../../ui/NotSaved";

interface Props {
	/** Why the form was refused. */
	fault: Fault | undefined;
	/** Tries the form again. */
	onRetry: () => void;
	/** Where what is typed is kept until then. */
	draft: Pick<Draft<object>, "fault" | "retry">;
}

/** Above a form's acts: why it was refused or, before that, why what is typed is not on disk. */
export function FormFault({ fault, onRetry, draft }: Props) {
	if (fault?.code === "not_saved") return <NotSaved reason={fault.message} onRetry={onRetry} />;
	if (fault) return <ErrorLine text={fault.message} reference={fault.ref} />;
	return draft.fault ? <NotSaved reason={draft.fault.message} onRetry={draft.retry} /> : null;
}
