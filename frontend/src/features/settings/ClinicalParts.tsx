import type { Settings } from "../../bridge";
import { NumbersPart } from "./NumbersPart";

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
					["lost_minutes", "Connection lost, minutes until emergency services", "1 to 60"],
					["screening_months", "Screening repeated after months", "1 to 24"],
					["notice_days", "Told before something ends, days", "0 to 90"],
				]}
				{...props}
			/>
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
