import "./session.css";
import { back, go } from "../../state/route";
import { PlanForm } from "./PlanForm";

/** A new session for a client. */
export function Plan({ client }: { client: string }) {
	return (
		<PlanForm
			client={client}
			onSaved={(view) => go({ screen: "session", id: view.session.id })}
			onClose={back}
		/>
	);
}
