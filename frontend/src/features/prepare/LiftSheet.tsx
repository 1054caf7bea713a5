import { prescribers, readiness, type Session } from "../../bridge";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useLoad } from "../../state/load";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { Select } from "../session/Select";
import { Sheet } from "../session/Sheet";
import type { Check } from "./CheckActs";

const kinds = [
	{ value: "reason", label: "A reason" },
	{ value: "decision", label: "The prescriber’s decision" },
] as const;

interface Props {
	session: Session;
	participant: string;
	check: Check;
	onSaved: () => Promise<void>;
	onClose: () => void;
}

/** Lifts what stands in the way: by a typed reason, or by a decision of the prescriber. */
export function LiftSheet({ session, participant, check, onSaved, onClose }: Props) {
	const at = new Date().toISOString();
	const draft = useDraft(`lift:${participant}:${check.key}`, {
		id: newId(),
		kind: check.lift_by as "reason" | "decision",
		reason: "",
		prescriber: "",
		day: localDate(new Date(at), session.zone),
		time: clock(at, session.zone),
		said: "",
		read_back: false,
	});
	const { data: known } = useLoad("prescribers", prescribers.List);
	const typed = draft.value;
	if (!typed || !known) return null;
	const names = known.filter((p) => !p.retired).map((p) => ({ id: p.name, label: p.name }));

	const save = async () => {
		const decision = typed.kind === "decision";
		await readiness.Lift(session.id, {
			id: typed.id,
			participant_id: participant,
			check_key: check.key,
			check_text: check.text,
			kind: typed.kind,
			reason: decision ? "" : typed.reason,
			prescriber_name: decision ? typed.prescriber : "",
			decided_at:
				decision && isDate(typed.day) && typed.time
					? zoned(typed.day, typed.time, session.zone)
					: "",
			said: decision ? typed.said : "",
			read_back: decision && typed.read_back,
			created_at: "",
		});
		await draft.discard();
		await onSaved();
	};

	return (
		<Sheet
			label="Lift"
			act="Record and lift"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<p>{check.text}</p>
					<p class="small muted">
						It is kept with this session and shown wherever the session is shown.
					</p>
					{check.lift_by === "decision" ? (
						<p>Only a decision of the prescriber lifts this.</p>
					) : (
						<Segmented
							name="lift-kind"
							label="Lifted by"
							options={kinds}
							value={typed.kind}
							error={errors.kind}
							onValue={(kind) => draft.change({ kind })}
						/>
					)}
					{typed.kind === "reason" ? (
						<Field
							id="lift-reason"
							label="Why it begins all the same"
							error={errors.reason}
							required
						>
							{(control) => (
								<TextArea
									{...control}
									value={typed.reason}
									onValue={(reason) => draft.change({ reason })}
								/>
							)}
						</Field>
					) : (
						<>
							{names.length > 0 && (
								<Select
									id="lift-known"
									label="Prescriber"
									none="Another, named below"
									options={names}
									value={names.some((n) => n.id === typed.prescriber) ? typed.prescriber : ""}
									onValue={(prescriber) => draft.change({ prescriber })}
								/>
							)}
							<TextField
								id="lift-prescriber"
								label="Name of the prescriber"
								required
								value={typed.prescriber}
								error={errors.prescriber_name}
								onValue={(prescriber) => draft.change({ prescriber })}
							/>
							<div class="three">
								<DateField
									id="lift-day"
									label="Day"
									leaning="past"
									zone={session.zone}
									now={now.value}
									value={typed.day}
									onValue={(day) => draft.change({ day })}
								/>
								<TimeField
									id="lift-time"
									label="Time"
									value={typed.time}
									error={errors.decided_at}
									onValue={(time) => draft.change({ time })}
								/>
							</div>
							<Field id="lift-said" label="What was said" error={errors.said} required>
								{(control) => (
									<TextArea
										{...control}
										value={typed.said}
										onValue={(said) => draft.change({ said })}
									/>
								)}
							</Field>
							<Field
								id="lift-read-back"
								label="Read back to the prescriber"
								error={errors.read_back}
							>
								{(control) => (
									<span class="check">
										<input
											{...control}
											type="checkbox"
											checked={typed.read_back}
											onChange={(e) => draft.change({ read_back: e.currentTarget.checked })}
										/>
										<span aria-hidden="true">It was read back and confirmed</span>
									</span>
								)}
							</Field>
						</>
					)}
				</>
			)}
		</Sheet>
	);
}
