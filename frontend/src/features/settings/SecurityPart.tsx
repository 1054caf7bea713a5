import { useState } from "preact/hooks";
import { type Settings, settings as settingsApi } from "../../bridge";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { Outcome } from "./Outcome";
import { ScreenPart } from "./ScreenPart";
import { useSaving } from "./useSaving";

/** When the records lock by themselves, and who can see the window. */
export function SecurityPart({
	settings,
	onChanged,
}: {
	settings: Settings;
	onChanged: () => Promise<void>;
}) {
	const [minutes, setMinutes] = useState(String(settings.auto_lock_minutes));
	const { busy, fault, done, run } = useSaving();
	const wrong = !/^\d{1,3}$/.test(minutes.trim());
	return (
		<section aria-labelledby="security-title">
			<h2 id="security-title">Security</h2>
			<form
				onSubmit={(e) => {
					e.preventDefault();
					if (wrong) return;
					void run(async () => {
						await settingsApi.SaveSettings({ ...settings, auto_lock_minutes: Number(minutes) });
						await onChanged();
						return "Kept.";
					});
				}}
			>
				<div class="narrow-field">
					<TextField
						id="auto-lock"
						label="Lock after idle minutes"
						hint="1 to 240. What is unfinished is kept."
						value={minutes}
						error={wrong ? "Write a whole number of minutes." : fault?.fields.auto_lock_minutes}
						onValue={setMinutes}
					/>
				</div>
				<div class="actions">
					<Button type="submit" disabled={busy}>
						Keep the time
					</Button>
					<Outcome done={done} fault={fault} />
				</div>
			</form>
			<ScreenPart />
		</section>
	);
}
