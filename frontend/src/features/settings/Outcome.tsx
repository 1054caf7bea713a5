import type { Fault } from "../../bridge";
import { ErrorLine } from "../../ui/ErrorLine";

/** Beneath a form: that it was done, or what went wrong. */
export function Outcome({ done, fault }: { done: string; fault: Fault | undefined }) {
	return (
		<>
			<span class="small muted" role="status">
				{done}
			</span>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</>
	);
}
