import { useLayoutEffect, useState } from "preact/hooks";
import { type MeasurePlanView, measures } from "../../bridge";
import { isField } from "../../lib/keys";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { onceRendered } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { PlanTable } from "./PlanTable";
import { planOf, type Typed, typedOf } from "./planTyped";

interface Props {
	client: string;
	/** What is due is worked out anew. */
	onChanged?: () => void;
}

/** Which questionnaires are asked of this client: as in the practice, or as agreed with this client alone. */
export function PlanPart({ client, onChanged }: Props) {
	const { data: view, fault, set } = useLoad(client, () => measures.Plan(client));
	const [editing, setEditing] = useState(false);
	const close = () => {
		setEditing(false);
		onceRendered(() => document.getElementById("change-measure-plan")?.focus());
	};
	const edit = () => setEditing(true);
	useCommands(
		view && !editing
			? [
					{
						id: "edit-measure-plan",
						label: "Change what is asked of this client",
						keys: ["W"],
						scope: "this chart",
						run: edit,
					},
				]
			: [],
	);
	return (
		<section class="plan-part" aria-labelledby="measure-plan-title">
			<h2 id="measure-plan-title">Asked of this client</h2>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{view && !editing && (
				<>
					<p class="muted">
						{view.own ? "A plan of this client’s own." : "As in the practice."} Nobody is asked
						without a course or a planned dosing session.
					</p>
					<ul class="plan-lines">
						{view.lines.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
					<Button id="change-measure-plan" keys="W" onClick={edit}>
						Change what is asked
					</Button>
				</>
			)}
			{view && editing && (
				<PlanForm
					client={client}
					view={view}
					onCaughtUp={set}
					onSaved={(saved) => {
						set(saved);
						close();
						onChanged?.();
					}}
					onClose={close}
					onReopen={edit}
				/>
			)}
		</section>
	);
}

interface FormProps {
	client: string;
	view: MeasurePlanView;
	/** The plan as it is now, after it was changed elsewhere. */
	onCaughtUp: (view: MeasurePlanView) => void;
	onSaved: (view: MeasurePlanView) => void;
	onClose: () => void;
	onReopen: () => void;
}

type Draft = Typed & { own: boolean; seen: number };

function PlanForm({ client, view, onCaughtUp, onSaved, onClose, onReopen }: FormProps) {
	const draft = useDraft<Draft>(`measure-plan:${client}`, {
		...typedOf(view.plan),
		own: true,
		seen: view.version,
	});
	const { form, fault, submit } = useSubmit();
	const value = draft.value;
	const ready = value !== undefined;
	useLayoutEffect(() => {
		if (ready && !isField(document.activeElement))
			form.current?.querySelector<HTMLElement>("input:checked")?.focus();
	}, [ready]);
	const catchUp = async () => {
		const now = await measures.Plan(client);
		onCaughtUp(now);
		draft.change({ seen: now.version });
	};
	const save = () =>
		submit(async () => {
			if (!value) return;
			const saved = value.own
				? await measures.SavePlan(client, planOf(value), value.seen)
				: await measures.DropPlan(client, value.seen);
			await draft.discard();
			onSaved(saved);
		}, catchUp);
	const cancel = useCancel(draft, onClose, onReopen);
	useCommands([
		{
			id: "save-measure-plan",
			label: "Keep what is asked",
			keys: ["Ctrl Enter"],
			scope: "this form",
			run: () => void save(),
		},
	]);
	if (!value) return null;
	return (
		<form
			ref={form}
			onSubmit={(e) => {
				e.preventDefault();
				void save();
			}}
		>
			<Segmented
				name="measure-plan-own"
				label="Plan"
				options={[
					{ value: "own", label: "Own plan" },
					{ value: "practice", label: "As in the practice" },
				]}
				value={value.own ? "own" : "practice"}
				onValue={(v) => draft.change({ own: v === "own" })}
			/>
			{value.own && (
				<PlanTable
					id="client-plan"
					offers={view.offers}
					value={value}
					errors={fault?.fields ?? {}}
					onValue={draft.change}
				/>
			)}
			<FormFault fault={fault} draft={draft} onRetry={() => void save()} />
			<div class="actions">
				<Button kind="primary" type="submit" keys="Ctrl Enter">
					Keep what is asked
				</Button>
				<Button keys="Esc" onClick={cancel}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
