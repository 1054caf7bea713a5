import { useEffect } from "preact/hooks";
import { blank } from "../../state/dim";
import { SinceDose } from "./SinceDose";

/** Nothing but the clock, at the lowest level of light, until a key or a click. */
export function Blank() {
	// Left by any other way, the screen is not blank when it is shown again.
	useEffect(
		() => () => {
			blank.value = false;
		},
		[],
	);
	if (!blank.value) return null;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: any key does the same, see state/dim.ts
		// biome-ignore lint/a11y/useKeyWithClickEvents: the same
		<div
			class="live-blank"
			data-theme="session"
			data-dim="4"
			// The focus stays where it was.
			onMouseDown={(e) => e.preventDefault()}
			onClick={() => {
				blank.value = false;
			}}
		>
			<SinceDose />
		</div>
	);
}
