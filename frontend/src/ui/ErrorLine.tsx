import { Icon } from "./Icon";

/** An error where the work is: what happened, what is safe, what to do. `reference` finds the detail in the log. */
export function ErrorLine({
	id,
	text,
	reference,
}: {
	id?: string;
	text: string;
	reference?: string | undefined;
}) {
	return (
		<p class="error-line small" id={id} role="alert">
			<Icon name="circle-alert" />
			<span>
				{text}
				{reference && <span class="faint"> Reference {reference}.</span>}
			</span>
		</p>
	);
}
