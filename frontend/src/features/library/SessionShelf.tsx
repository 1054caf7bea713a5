import { Fault, library, type SessionPlan } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { TextField } from "../../ui/Field";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";

/** The form's own shape: numbers are text until they are kept. */
interface Typed {
	minutes: Record<string, string>;
	checks: string;
}

const typedOf = (plan: SessionPlan): Typed => ({
	minutes: Object.fromEntries(plan.phases.map((p) => [p.phase, String(p.minutes)])),
	checks: plan.check_minutes.join(", "),
});

function planOf(typed: Typed, phases: readonly string[]): SessionPlan {
	const wrong: Record<string, string> = {};
	const read = (text: string, field: string, or: string): number => {
		const n = readNumber(text, 0);
		if (n === null) wrong[field] = or;
		return n ?? 0;
	};
	const plan = {
		phases: phases.map((phase, i) => ({
			phase,
			minutes: read(typed.minutes[phase] ?? "", `phases.${i}.minutes`, "Write a whole number."),
		})),
		check_minutes: typed.checks
			.split(/[,;\s]+/)
			.filter(Boolean)
			.map((n) => read(n, "check_minutes", "Write numbers, such as 40, 90.")),
	};
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was kept yet; check what is marked.", wrong);
	return plan;
}

/** How long the phases of a dosing session take, and when vital signs are taken. */
export function SessionShelf({ view, onKept }: ShelfProps) {
	const { item, version, text, shipped } = view.session_plan;
	const phases = view.phase_names;
	return (
		<ShelfForm<Typed>
			kind="session_plan"
			id="practice"
			title="Dosing session"
			text={text}
			version={version}
			kept={typedOf(item)}
			shipped={shipped && typedOf(shipped)}
			keep={async (typed, seen) =>
				library.KeepSessionPlan(
					planOf(
						typed,
						phases.map((p) => p.id),
					),
					seen,
				)
			}
			onKept={onKept}
		>
			{({ value, change, errors }) => (
				<>
					<p class="muted">
						A plan, never a rule: the screen of a session shows it beside what really was, and says
						when vital signs are due.
					</p>
					<fieldset class="field">
						<legend>Phases, minutes</legend>
						<div class="fields pairs">
							{phases.map((p, i) => (
								<TextField
									key={p.id}
									id={`phase-${p.id}`}
									label={p.label}
									hint="1 to 240"
									value={value.minutes[p.id] ?? ""}
									error={errors[`phases.${i}.minutes`]}
									onValue={(text) => change({ minutes: { ...value.minutes, [p.id]: text } })}
								/>
							))}
						</div>
					</fieldset>
					<TextField
						id="check-minutes"
						label="Vital signs, minutes after the first dose"
						hint="Such as 40, 90; empty for none. They are also due before the dose and before leaving."
						value={value.checks}
						error={errors.check_minutes}
						onValue={(checks) => change({ checks })}
					/>
				</>
			)}
		</ShelfForm>
	);
}
