import type { ExportChoice, ExportSheetView } from "../../bridge";
import { Suggested } from "./Suggested";

interface Props {
	sheet: ExportSheetView;
	choice: ExportChoice;
	error: string | undefined;
	onSay: (more: Partial<ExportChoice>) => void;
}

/** What allows a document to go to somebody outside: a release of information, or the ground without one. */
export function Release({ sheet, choice, error, onSay }: Props) {
	const { state, text } = sheet.release;
	const inForce = state === "in_force";
	const asks = state !== "not_needed" && !inForce;
	return (
		<>
			<p role="status" class={asks ? "export-caution" : "muted"}>
				{text}
			</p>
			{choice.recipient && sheet.releases.length > 0 && (!inForce || choice.release_consent_id) && (
				<div class="field">
					<label for="release-meant">A release that names them otherwise</label>
					<select
						id="release-meant"
						class="input"
						value={choice.release_consent_id}
						onChange={(e) => onSay({ release_consent_id: e.currentTarget.value })}
					>
						<option value="">None</option>
						{sheet.releases.map((r) => (
							<option key={r.consent_id} value={r.consent_id}>
								{r.label}
							</option>
						))}
					</select>
				</div>
			)}
			{asks && (
				<Suggested
					id="ground"
					label="The ground it leaves on"
					options={sheet.grounds}
					value={choice.release_reason}
					error={error}
					onValue={(release_reason) => onSay({ release_reason })}
				/>
			)}
		</>
	);
}
