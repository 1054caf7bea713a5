import { type Settings, type SettingsView, settings as settingsApi } from "../../bridge";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

interface Props {
	settings: Settings;
	rules: SettingsView["records_rules"];
	onChanged: () => Promise<void>;
}

/** By which rule requests for records are due: kept at once. */
export function RecordsRulePart({ settings, rules, onChanged }: Props) {
	const { busy, fault, done, run } = useSaving();
	const choose = (records_rule: string) =>
		run(async () => {
			await settingsApi.SaveSettings({ ...settings, records_rule });
			await onChanged();
			return "Kept.";
		});
	return (
		<section aria-labelledby="records-rule-title">
			<h2 id="records-rule-title">Requests for records</h2>
			<p class="muted">
				Within how many days a request is to be answered. It holds for requests that are recorded
				from now on.
			</p>
			<div class="field narrow-field">
				<label for="records-rule">Rule</label>
				<select
					id="records-rule"
					class="input"
					value={settings.records_rule}
					disabled={busy}
					onChange={(e) => void choose(e.currentTarget.value)}
				>
					{rules.map((r) => (
						<option key={r.id} value={r.id}>
							{r.label}
						</option>
					))}
				</select>
				<Outcome done={done} fault={fault} />
			</div>
			<div class="actions">
				<Button kind="quiet" onClick={() => go({ screen: "library", shelf: "records" })}>
					The rules in the Library
				</Button>
			</div>
		</section>
	);
}
