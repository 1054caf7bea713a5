import { useState } from "preact/hooks";
import { now } from "../../state/clock";
import { DateField } from "../../ui/DateField";
import type { FillingProps } from "./FormScreen";
import { onPaper, wrongDay } from "./typed";

export const dayId = "form-day";

/** The day that is on the paper. One that cannot be is told once the field is left, and stays typed. */
export function PaperDay({
	label = "Date on the paper",
	response,
	typed,
	onChange,
	told,
}: Pick<FillingProps, "response" | "typed" | "onChange"> & {
	label?: string;
	/** It was tried to finish the form. */
	told: boolean;
}) {
	const [seen, setSeen] = useState(false);
	const { zone } = response;
	const wrong = wrongDay(typed.day, zone, now.value);
	return (
		<div
			class="form-day"
			onFocusCapture={(e) => {
				// What stands there is a guess: typing replaces it.
				if (e.target instanceof HTMLInputElement) e.target.select();
			}}
			onBlurCapture={() => setSeen(true)}
		>
			<DateField
				id={dayId}
				label={label}
				leaning="past"
				zone={zone}
				now={now.value}
				value={typed.day}
				error={seen || told ? wrong : undefined}
				required
				onValue={(day) => {
					typed.change({ day });
					if (!wrongDay(day, zone, new Date()))
						onChange({ answered_at: onPaper(day, zone, new Date()) });
				}}
			/>
		</div>
	);
}
