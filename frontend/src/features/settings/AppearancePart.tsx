import { stepText, type Theme, textSize, theme } from "../../state/appearance";
import { Button } from "../../ui/Button";
import { Segmented } from "../../ui/Segmented";

const themes: readonly { value: Theme; label: string }[] = [
	{ value: "system", label: "As the system" },
	{ value: "light", label: "Light" },
	{ value: "dark", label: "Dark" },
];

/** Theme and text size, kept on this computer and not in the records. */
export function AppearancePart() {
	return (
		<section aria-labelledby="appearance-title">
			<h2 id="appearance-title">Appearance</h2>
			<Segmented
				name="theme"
				label="Theme"
				options={themes}
				value={theme.value}
				onValue={(t) => {
					theme.value = t;
				}}
			/>
			<div class="field">
				<span class="name">Text size</span>
				<div class="actions">
					<Button keys="Ctrl -" onClick={() => stepText(-1)}>
						Smaller
					</Button>
					<Button keys="Ctrl +" onClick={() => stepText(1)}>
						Larger
					</Button>
					<Button keys="Ctrl 0" onClick={() => stepText(0)}>
						Usual
					</Button>
					<span role="status">{textSize.value} %</span>
				</div>
			</div>
		</section>
	);
}
