import type { ComponentChildren } from "preact";
import { type DayView, type PartView, preparations, type Session } from "../../bridge";
import { useAutosaved } from "../../state/autosaved";
import { type ChartPart, go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { NotSavedLine, SavedLine } from "../care/SavedLine";
import type { Check } from "./CheckActs";
import { DayQuestions } from "./DayQuestions";
import { LiftWords } from "./LiftWords";
import { VirtualForm } from "./VirtualForm";

/** Where a check is put right, and what that place is called. */
const places: Record<string, { part: ChartPart; label: string }> = {
	screening: { part: "screening", label: "Screening" },
	clearance: { part: "clearance", label: "Clearance" },
	consent: { part: "consent", label: "Consents" },
	preparation: { part: "preparation", label: "Preparation" },
	measures: { part: "measures", label: "Measures" },
};

/** Whether a check says that a questionnaire is not filled in. */
export const unfilledForm = (c: Check): boolean => c.state === "warns" && c.topic === "measures";

interface Props {
	session: Session;
	part: PartView;
	/** The client's name heads it, as for a couple. */
	named: boolean;
	checks: readonly Check[];
	/** The form whose risk the key reviews. */
	risk: string | undefined;
	/** The client whose questionnaires the key leads to. */
	unfilled: string | undefined;
	/** The day's answers are on disk. */
	onSaved: () => Promise<void>;
	onLift: (key: string) => void;
}

/** One participant's checklist: what blocks first, then the day's questions, then what else is known. */
export function PartRoom({ session, part, named, checks, risk, unfilled, onSaved, onLift }: Props) {
	const day = useAutosaved(
		`day:${part.participant_id}`,
		() => preparations.DayCheck(part.participant_id),
		async (check) => {
			const view = await preparations.SaveDayCheck(session.id, check);
			void onSaved();
			return view;
		},
		(view: DayView) => view.check,
	);
	const elsewhere = (c: Check) => c.topic in places;
	const blocking = checks.filter((c) => c.state === "blocks" && elsewhere(c));
	const told = (state: string) => checks.filter((c) => c.state === state);
	const inPlace = { checks, onLift };
	// Below the client's name, where there is one.
	const Heading = named ? "h3" : "h2";

	return (
		<section
			class="prepare-part"
			data-participant={part.participant_id}
			aria-label={named ? part.name : "Checklist"}
		>
			{named && <h2 class="prepare-name">{part.name}</h2>}
			{blocking.length > 0 && (
				<>
					<Heading>Stands in the way</Heading>
					<Rows label={`Stands in the way of ${part.name}`} class="check-rows">
						{blocking.map((c) => (
							<li key={c.key} data-check={c.key} class="check-row blocks">
								<span>{c.text}</span>
								<span class="check-acts">
									{c.form ? (
										<Button
											data-row
											keys={c.form === risk ? "R" : undefined}
											onClick={() => go({ screen: "form", id: c.form as string })}
										>
											Review the risk
										</Button>
									) : (
										<Button
											data-row
											onClick={() =>
												go({
													screen: "client",
													id: part.client_id,
													...(places[c.topic] && { part: places[c.topic]?.part as ChartPart }),
												})
											}
										>
											{places[c.topic]?.label}
										</Button>
									)}
									<Button keys="L" onClick={() => onLift(c.key)}>
										Lift…
									</Button>
								</span>
							</li>
						))}
					</Rows>
				</>
			)}
			{day.loading && <ErrorLine text={day.loading.message} reference={day.loading.ref} />}
			{!day.view || !day.record ? (
				!day.loading && <Loading rows={6} />
			) : day.view.closed ? null : (
				<form class="prepare-answers" onSubmit={(e) => e.preventDefault()}>
					<div class="part-head">
						<Heading>Today’s questions</Heading>
						<SavedLine of={day} at={day.record.version > 0 ? day.view.check.updated_at : ""} />
					</div>
					{day.view.anew_text && <p class="muted">{day.view.anew_text}</p>}
					<DayQuestions
						view={day.view}
						check={day.record}
						zone={session.zone}
						errors={day.fault?.fields ?? {}}
						onChange={day.change}
						{...inPlace}
					/>
					{session.place === "virtual" && (
						<>
							<Heading>Safety at home, for today</Heading>
							<VirtualForm
								view={day.view}
								value={day.record.virtual}
								errors={day.fault?.fields ?? {}}
								keyed={!named}
								onChange={(part) =>
									day.change({
										virtual: { ...(day.record?.virtual as DayView["check"]["virtual"]), ...part },
									})
								}
								{...inPlace}
							/>
						</>
					)}
					<NotSavedLine of={day} />
				</form>
			)}
			<Told as={Heading} title="To know" checks={told("warns")} kind="warns">
				{(check) =>
					unfilledForm(check) && (
						<span class="check-acts">
							<Button
								keys={
									unfilled === part.client_id && check === checks.find(unfilledForm)
										? "M"
										: undefined
								}
								onClick={() => go({ screen: "client", id: part.client_id, part: "measures" })}
							>
								Measures
							</Button>
						</span>
					)
				}
			</Told>
			<Told as={Heading} title="Lifted" checks={told("lifted")} kind="lifted" />
			<Told as={Heading} title="On the day" checks={told("later")} kind="later" />
			<Told title="In order" checks={told("fine")} kind="fine" />
		</section>
	);
}

function Told({
	as: Heading,
	title,
	checks,
	kind,
	children,
}: {
	/** Its heading; folded up without one. */
	as?: "h2" | "h3";
	title: string;
	checks: readonly Check[];
	kind: string;
	/** What can be done about a check, beside it. */
	children?: (check: Check) => ComponentChildren;
}) {
	if (checks.length === 0) return null;
	const list = (
		<ul class="check-rows">
			{checks.map((c) => (
				<li key={c.key} class={`check-row ${kind}`}>
					<span>
						{c.text}
						{c.lift && <LiftWords lift={c.lift} />}
					</span>
					{children?.(c)}
				</li>
			))}
		</ul>
	);
	if (!Heading)
		return (
			<details class="check-folded">
				<summary>
					{title}, {checks.length}
				</summary>
				{list}
			</details>
		);
	return (
		<>
			<Heading>{title}</Heading>
			{list}
		</>
	);
}
