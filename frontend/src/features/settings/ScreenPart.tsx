import { settings } from "../../bridge";
import { useLoad } from "../../state/load";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** Whether other programs can see this window; nothing where the system has no such protection. */
export function ScreenPart() {
	const { data: screen, set } = useLoad("screen", settings.Screen);
	const { busy, fault, done, run } = useSaving();
	if (!screen?.supported) return null;
	const turn = (on: boolean) =>
		run(async () => {
			await settings.SetScreenProtection(on);
			set({ ...screen, on });
			return on === screen.active ? "Kept." : "Kept. It holds from the next start.";
		});
	return (
		<div class="field">
			<label class="check">
				<input
					type="checkbox"
					checked={screen.on}
					disabled={busy}
					aria-describedby="screen-hint"
					onChange={(e) => void turn(e.currentTarget.checked)}
				/>
				Keep this window out of screenshots and shared screens
			</label>
			<p class="small faint" id="screen-hint">
				It holds from the next start. It does not help against a camera.
			</p>
			<Outcome done={done} fault={fault} />
		</div>
	);
}
