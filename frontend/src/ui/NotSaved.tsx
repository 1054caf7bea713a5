import "./field.css";
import { Button } from "./Button";
import { Icon } from "./Icon";

/** What was typed is not on disk: why, that it is kept on the screen, and the way to try again. */
export function NotSaved({ reason, onRetry }: { reason: string; onRetry: () => void }) {
	const why = reason.replace(/^Not saved: /, "");
	return (
		<div class="not-saved small" role="alert">
			<Icon name="circle-alert" />
			<span>
				Not saved: {why.slice(0, 1).toLowerCase() + why.slice(1)}
				{!/\bkept\b/.test(why) && " Your text is kept here."}
			</span>
			<Button kind="quiet" onClick={onRetry}>
				Try again
			</Button>
		</div>
	);
}
