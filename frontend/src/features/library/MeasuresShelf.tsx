import { useLayoutEffect } from "preact/hooks";
import { library } from "../../bridge";
import { focusIsFree } from "../../ui/focus";
import { PlanTable } from "../measures/PlanTable";
import { planOf, type Typed, typedOf } from "../measures/planTyped";
import { DefinitionView } from "./DefinitionView";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn } from "./ShelfRows";

/** The questionnaire that was read last: back from it, its name has the focus. */
let lastRead = "";

function BackFromReading() {
	useLayoutEffect(() => {
		if (lastRead && focusIsFree()) document.getElementById(`plan-read-${lastRead}`)?.focus();
		lastRead = "";
	}, []);
	return null;
}

/** Which questionnaires are asked when; opened, one of them to be read. */
export function MeasuresShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const { item: plan, version, text, shipped } = view.measures;
	if (item && view.instruments.some((i) => i.id === item)) return <DefinitionView id={item} />;
	return (
		<ShelfForm<Typed>
			kind="measures"
			id="practice"
			title="Questionnaires"
			text={text}
			version={version}
			kept={typedOf(plan)}
			shipped={shipped && typedOf(shipped)}
			keep={async (typed, seen) => library.KeepMeasures(planOf(typed), seen)}
			onKept={onKept}
		>
			{({ value, change, errors }) => (
				<>
					<p class="muted">
						When each is asked for. What is due stands on Today and in the client’s Measures, and a
						form that is missing is said before a dosing session; it never stands in the way. A
						client can have a plan of their own, in their chart.
					</p>
					<PlanTable
						id="plan"
						offers={view.instruments}
						value={value}
						errors={errors}
						onValue={change}
						onRead={(instrument) => {
							lastRead = instrument;
							openOn("measures", instrument);
						}}
					/>
					<BackFromReading />
				</>
			)}
		</ShelfForm>
	);
}
