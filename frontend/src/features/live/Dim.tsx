import { useRef } from "preact/hooks";
import { blank, dimLevel, dimLevels, dimWords, stepDim } from "../../state/dim";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";

const scope = "this session";

/** The light of the room: one step darker, and a menu of the levels. */
export function Dim() {
	const levels = useRef<HTMLFieldSetElement>(null);
	const goBlank = () => {
		blank.value = true;
	};
	useCommands([
		{ id: "dim", label: "Dim further", keys: ["["], scope, run: () => stepDim(1) },
		{ id: "brighten", label: "Brighten", keys: ["]"], scope, run: () => stepDim(-1) },
		{ id: "blank", label: "Blank all but the clock", keys: ["B"], scope, run: goBlank },
	]);
	return (
		<div class="dim">
			<Button icon="moon" keys="[" onClick={() => stepDim(1)}>
				Dim further
			</Button>
			<button
				type="button"
				class="button"
				popoverTarget="dim-menu"
				aria-label={`Levels of light, now ${dimWords(dimLevel.value).toLowerCase()}`}
			>
				<Icon name="chevron-down" />
			</button>
			<div
				id="dim-menu"
				class="dim-menu"
				popover="auto"
				onToggle={(e) => {
					if (e.newState === "open")
						levels.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
				}}
			>
				<fieldset ref={levels}>
					<legend>Light</legend>
					{dimLevels.map((level) => (
						<label key={level}>
							<input
								type="radio"
								name="dim-level"
								checked={dimLevel.value === level}
								onChange={() => {
									dimLevel.value = level;
								}}
							/>
							{dimWords(level)}
						</label>
					))}
				</fieldset>
				<Button class="big" keys="B" popoverTarget="dim-menu" onClick={goBlank}>
					Blank all but the clock
				</Button>
			</div>
		</div>
	);
}
