import { library } from "../../bridge";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import type { ShelfProps } from "./Library";
import { Ordered } from "./Ordered";
import { ShelfForm } from "./ShelfForm";

/** What to do in an emergency, in order. */
export function EmergencyShelf({ view, onKept }: ShelfProps) {
	const { item, version, text, shipped } = view.emergency;
	return (
		<ShelfForm
			kind="emergency_plan"
			id="practice"
			title="Emergency plan"
			text={text}
			version={version}
			kept={item}
			shipped={shipped}
			keep={library.KeepEmergency}
			onKept={onKept}
		>
			{({ value, change, errors }) => (
				<>
					<p class="muted">
						The emergency card shows these steps in this order. Agree them with your prescriber.
					</p>
					<p>
						<Button icon="eye" onClick={() => go({ screen: "document", kind: "paper_log" })}>
							Blank paper log
						</Button>{" "}
						<span class="small muted">
							For the day the computer fails. Print it and keep it near.
						</span>
					</p>
					<Ordered
						id="step"
						legend="Steps"
						noun="step"
						items={value.steps}
						fresh=""
						error={errors.steps}
						onItems={(steps) => change({ steps })}
					>
						{(step, put, field) => (
							<input
								class="input"
								autocomplete="off"
								{...field}
								value={step}
								onInput={(e) => put(e.currentTarget.value)}
							/>
						)}
					</Ordered>
				</>
			)}
		</ShelfForm>
	);
}
