import "./plan.css";
import type { MeasurePlanView } from "../../bridge";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { occasions, switched, type Typed } from "./planTyped";

interface Props {
	id: string;
	offers: MeasurePlanView["offers"];
	value: Typed;
	errors: Readonly<Record<string, string>>;
	onValue: (value: Typed) => void;
	/** Opens the words of a questionnaire; absent where they cannot be read. */
	onRead?: (instrument: string) => void;
}

/** Which questionnaires are asked when: a row for each, a box for each occasion. */
export function PlanTable({ id, offers, value, errors, onValue, onRead }: Props) {
	return (
		<>
			<table class="plan-table" aria-describedby={errors.rows ? `${id}-rows-error` : undefined}>
				<caption class="sr">Which questionnaires are asked when</caption>
				<thead>
					<tr>
						<th scope="col">Questionnaire</th>
						{occasions.map(([key, label]) => (
							<th key={key} scope="col">
								{label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{offers.map((o) => (
						<tr key={o.id} class={value.asked[o.id] ? "" : "unused"}>
							<th scope="row">
								{onRead ? (
									<button
										type="button"
										class="link"
										id={`${id}-read-${o.id}`}
										onClick={() => onRead(o.id)}
									>
										{o.label}
										<span class="sr">: read it</span>
									</button>
								) : (
									o.label
								)}
							</th>
							{occasions.map(([key, label]) => (
								<td key={key}>
									<label class="check">
										<input
											type="checkbox"
											id={`${id}-${o.id}-${key}`}
											aria-label={`${o.label}: ${label.toLowerCase()}`}
											checked={value.asked[o.id]?.includes(key) ?? false}
											onChange={(e) => onValue(switched(value, o.id, key, e.currentTarget.checked))}
										/>
										<span class="plan-when">{label}</span>
									</label>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			{errors.rows && <ErrorLine id={`${id}-rows-error`} text={errors.rows} />}
			<div class="narrow-field">
				<TextField
					id={`${id}-days`}
					label="Days before a dosing"
					hint="From how many days before it its forms are asked for and count, 1 to 30."
					value={value.days}
					error={errors.days_before}
					onValue={(days) => onValue({ ...value, days })}
				/>
			</div>
		</>
	);
}
