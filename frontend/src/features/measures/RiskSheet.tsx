import "./risk.css";
import { useRef, useState } from "preact/hooks";
import { type FormView, measures, type RiskLine } from "../../bridge";
import { isMac, shown } from "../../lib/keys";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { running } from "../../state/running";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { FormFault } from "../form/FormFault";
import { useSubmit } from "../form/useSubmit";
import { risks } from "../note/risk";
import { RiskCard } from "./RiskCard";

type Risk = (typeof risks)[number]["value"];

/** Names what waits for a review: another answer asks anew. */
export const riskKey = (l: RiskLine): string => `risk:${l.response_id}:${l.link_id}=${l.answer}`;

interface Props {
	client: string;
	line: RiskLine;
	/** The safety plan as it is now; empty when none is written. */
	plan: string;
	/** The records have the review. */
	onReviewed: (view: FormView) => void;
}

/**
 * Asks what was found and done about a risk. It closes by a choice with words that are on disk, and by
 * nothing else; whom to call, the safety plan, a session that runs and the lock stay in reach.
 */
export function RiskSheet({ client, line, plan, onReviewed }: Props) {
	const draft = useDraft(riskKey(line), { id: newId(), risk: "" as Risk | "", text: "" });
	const { form, fault, submit } = useSubmit();
	const words = useRef<HTMLTextAreaElement>(null);
	const [calling, setCalling] = useState(false);
	const { data: card, fault: cardless } = useLoad(`card ${client}`, () => measures.Card(client));
	const session = running.value[0];
	const typed = draft.value;

	const choose = (risk: Risk) => typed && draft.change({ risk });
	const act = async () => {
		if (!typed) return;
		const view = await measures.Review({
			id: typed.id,
			response_id: line.response_id,
			link_id: line.link_id,
			answer: line.answer,
			risk: typed.risk,
			text: typed.text,
			safety_plan: plan,
			at: "",
		});
		await draft.discard();
		onReviewed(view);
	};
	// What was reviewed or changed elsewhere meanwhile is shown as it is now.
	const catchUp = async () => onReviewed(await measures.Form(line.response_id));
	const keep = () => submit(act, catchUp);
	const call = () => card && setCalling(true);
	const toPlan = () => go({ screen: "client", id: client, part: "preparation" });
	const toSession = () => session && go({ screen: "live", id: session.session_id });

	useCommands(
		calling
			? []
			: [
					...risks.map((r, i) => ({
						id: `risk-${r.value}`,
						label: r.label,
						keys: [String(i + 1)],
						scope: "talk about this now",
						overDialogs: true,
						run: () => {
							choose(r.value);
							words.current?.focus();
						},
					})),
					{
						id: "keep-risk-review",
						label: "Keep the review",
						keys: ["Ctrl Enter"],
						scope: "talk about this now",
						overDialogs: true,
						run: () => void keep(),
					},
					{
						id: "risk-plan",
						label: plan ? "Change the safety plan" : "Write the safety plan",
						keys: ["Ctrl E"],
						scope: "talk about this now",
						overDialogs: true,
						run: toPlan,
					},
					{
						id: "risk-card",
						label: "Emergency card",
						keys: ["F1"],
						scope: "talk about this now",
						overDialogs: true,
						run: call,
					},
					...(session
						? [
								{
									id: "risk-to-session",
									label: "Return to the session",
									keys: ["Ctrl Shift S"],
									scope: "talk about this now",
									overDialogs: true,
									run: toSession,
								},
							]
						: []),
				],
	);

	return (
		<>
			<Dialog label="Talk about this now" fromTitle>
				<form
					ref={form}
					class="session-sheet risk-sheet"
					onSubmit={(e) => {
						e.preventDefault();
						void keep();
					}}
				>
					<div class="risk-answer">
						<p>{line.text}</p>
						<p class="said">“{line.asked}”</p>
					</div>
					<section aria-labelledby="risk-plan-title">
						<h3 id="risk-plan-title">Safety plan</h3>
						<p class={plan ? "risk-plan" : "risk-none"}>
							{plan || "No safety plan is written for this client."}
						</p>
						<Button kind="quiet" keys="Ctrl E" onClick={toPlan}>
							{plan ? "Change the safety plan" : "Write the safety plan"}
						</Button>
					</section>
					<section aria-labelledby="risk-call-title">
						<h3 id="risk-call-title">Whom to call</h3>
						<ul class="risk-numbers">
							{card?.numbers
								.filter((n) => !n.missing)
								.map((n) => (
									<li key={n.label}>
										<span class="muted">{n.label}</span> {n.who} <strong>{n.number}</strong>
									</li>
								))}
						</ul>
						{cardless && <ErrorLine text={cardless.message} reference={cardless.ref} />}
						<Button kind="quiet" icon="phone" keys="F1" onClick={call}>
							Emergency card
						</Button>
					</section>
					{typed && (
						<>
							<Segmented
								name="risk-choice"
								label="What you found"
								required
								options={risks.map((r, i) => ({ ...r, keys: String(i + 1) }))}
								value={typed.risk}
								error={fault?.fields.risk}
								onValue={choose}
							/>
							<Field
								id="risk-words"
								label="In your words"
								hint="What you asked, what you heard, what you did"
								error={fault?.fields.text}
								required
							>
								{(control) => (
									<TextArea
										{...control}
										areaRef={words}
										value={typed.text}
										onValue={(text) => draft.change({ text })}
									/>
								)}
							</Field>
						</>
					)}
					<p class="small faint">
						This stays until it is kept. {shown("Ctrl L", isMac)} locks at any time; what you wrote
						comes back.
					</p>
					<div class="sheet-foot">
						<FormFault fault={fault} onRetry={() => void keep()} draft={draft} />
						<div class="actions">
							<Button kind="primary" type="submit" keys="Ctrl Enter">
								Keep the review
							</Button>
							{session && (
								<Button keys="Ctrl Shift S" onClick={toSession}>
									Return to the session
								</Button>
							)}
						</div>
					</div>
				</form>
			</Dialog>
			{calling && card && <RiskCard card={card} onClose={() => setCalling(false)} />}
		</>
	);
}
