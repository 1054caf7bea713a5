import "./session.css";
import { back, go, type PlanAhead } from "../../state/route";
import { PlanForm } from "./PlanForm";

/** A new session for a client. */
export function Plan({ client, ahead }: { client: string; ahead: PlanAhead | undefined }) {
	return (
		<PlanForm
			client={client}
			ahead={ahead}
			onSaved={(view) => go({ screen: "session", id: view.session.id })}
			onClose={back}
		/>
	);
}
