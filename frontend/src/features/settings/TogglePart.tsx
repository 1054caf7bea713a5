import { type Settings, settings as settingsApi } from "../../bridge";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

interface Props {
	field: "hide_names" | "single_keys";
	label: string;
	hint: string;
	settings: Settings;
	onChanged: () => Promise<void>;
}

/** A choice of the practice that is on or off, kept at once. */
export function TogglePart({ field, label, hint, settings, onChanged }: Props) {
	const { busy, fault, done, run } = useSaving();
	const turn = (on: boolean) =>
		run(async () => {
			await settingsApi.SaveSettings({ ...settings, [field]: on });
			await onChanged();
			return "Kept.";
		});
	return (
		<div class="field">
			<label class="check">
				<input
					type="checkbox"
					checked={settings[field]}
					disabled={busy}
					aria-describedby={`${field}-hint`}
					onChange={(e) => void turn(e.currentTarget.checked)}
				/>
				{label}
			</label>
			<p class="small faint" id={`${field}-hint`}>
				{hint}
			</p>
			<Outcome done={done} fault={fault} />
		</div>
	);
}
