import type { Settings } from "../../bridge";
import { NumbersPart } from "./NumbersPart";
import { TogglePart } from "./TogglePart";

interface Props {
	settings: Settings;
	onChanged: () => Promise<void>;
}

/** What sessions begin with, how long the window is, and how long records are kept. */
export function ClinicalParts(props: Props) {
	return (
		<>
			<NumbersPart
				id="sessions"
				title="Session defaults"
				lead="What a new session is planned with, and what readiness goes by. A session that is planned keeps its length."
				act="Keep the session defaults"
				fields={[
					["session_minutes", "Session, minutes", "10 to 480"],
					["dosing_minutes", "Dosing session, minutes", "30 to 600"],
					["fasting_hours", "Fasting before a dose, hours", "0 to 24; 0 for none"],
					["screening_months", "Screening repeated after months", "1 to 24"],
					["notice_days", "Told before something ends, days", "0 to 90"],
				]}
				{...props}
			/>
			<NumbersPart
				id="running"
				title="While a dosing session runs"
				lead="Times that are told and never enforced. The plan of a session, its marks and the checklist for leaving are in the Library."
				act="Keep the times"
				fields={[
					["rest_minutes", "Rest before a held reading is taken again, minutes", "1 to 60"],
					["recheck_minutes", "After the dose, held reading again after minutes", "1 to 60"],
					["lost_minutes", "Connection lost, minutes until emergency services", "1 to 60"],
					["discharge_minutes", "From the last dose to leaving, at least minutes", "30 to 480"],
					["cover_minutes", "Covered after idle minutes", "0 to 240; 0 for never"],
				]}
				{...props}
			>
				<TogglePart
					field="hide_names"
					label="Hide names while a session runs"
					hint="Initials stand in their place on the session's screen, in the line above the others and on the cover."
					{...props}
				/>
			</NumbersPart>
			<NumbersPart
				id="window"
				title="Integration window"
				lead="From the first dose, in elapsed hours. A course can have its own."
				act="Keep the window"
				fields={[
					["window_hours", "Length, hours", "36 to 96"],
					["first_stage_hours", "First stage, hours", "Inside the window"],
				]}
				{...props}
			/>
			<NumbersPart
				id="retention"
				title="Retention"
				lead="How long a chart is kept after the last contact. Nothing is ever deleted by itself. Places differ: 7 years is California's."
				act="Keep the retention"
				fields={[
					["retention_years", "After the last contact, years", "1 to 50"],
					["retention_minor_years", "Of a minor: after the 18th birthday, years", "1 to 50"],
				]}
				{...props}
			/>
		</>
	);
}
