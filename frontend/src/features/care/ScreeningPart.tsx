import "./screening.css";
import { useState } from "preact/hooks";
import { type Fault, type ScreeningView, screening, toFault } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { ReferralLink } from "../documents/ReferralLink";
import { Flags, reasonOf } from "./Flags";
import { Medicines, medicineOf } from "./Medicines";
import { OpenRound } from "./OpenRound";
import type { PartProps } from "./part";
import { Rounds } from "./Rounds";

/** The screening of one client: its flags, the round that is open, medicines, and the rounds before. */
export function ScreeningPart({ client, onChanged }: PartProps) {
	const { data: view, fault, set } = useLoad(client.id, () => screening.Get(client.id));
	const [refused, setRefused] = useState<Fault>();
	const open = view?.open;
	const again = (view?.rounds.length ?? 0) > 0;

	// The sheet that is open, by the key of its draft.
	const [sheet, setSheet] = useState("");
	useUnfinished(
		view && [
			...view.flags.filter((f) => f.resolvable).map((f) => reasonOf(client.id, f)),
			medicineOf(client.id),
			...view.medicines.map((m) => medicineOf(client.id, m.medicine.id)),
		],
		setSheet,
	);

	const take = async (next: ScreeningView) => {
		set(next);
		await onChanged();
	};
	/** Takes what a save of the round returned; the column at the side counts its flags. */
	const follow = (next: ScreeningView) => {
		const moved = standing(next) !== standing(view);
		set(next);
		if (moved) void onChanged();
	};
	const begin = async () => {
		try {
			await take(await screening.Begin(client.id));
			setRefused(undefined);
		} catch (reason) {
			setRefused(toFault(reason));
		}
	};
	useCommands(
		view && !open
			? [
					{
						id: "begin-screening",
						label: again ? "Screen again" : "Begin the screening",
						keys: ["B"],
						scope: "this chart",
						run: () => void begin(),
					},
				]
			: [],
	);

	if (!view)
		return (
			<section aria-labelledby="part-title">
				<h2 id="part-title">Screening</h2>
				{fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading rows={6} />}
			</section>
		);

	const beginButton = (
		<Button kind="primary" keys="B" onClick={() => void begin()}>
			{again ? "Screen again" : "Begin the screening"}
		</Button>
	);
	const last = view.rounds[0];
	// While answers are given the flags come after them: what grows above would move the questions.
	const flags = view.flags.length > 0 && (
		<Flags
			key="flags"
			client={client.id}
			rows={view.flags}
			sheet={sheet}
			onSheet={setSheet}
			onChanged={(next) => void take(next)}
		/>
	);
	return (
		<div class="screening">
			{!open && flags}
			{open ? (
				<OpenRound
					key={open.id}
					client={client}
					view={view}
					round={open}
					onView={follow}
					onChanged={onChanged}
				/>
			) : (
				<section aria-labelledby="part-title">
					<div class="part-head">
						<h2 id="part-title" tabIndex={-1}>
							Screening
						</h2>
						{last && beginButton}
					</div>
					{last ? (
						<p>
							<span class="name">{last.conclusion_text}</span>, {last.date_text}.{" "}
							<span class={view.review_due ? "overdue" : "muted"}>
								{view.review_text}
								{view.review_due && ", overdue"}.
							</span>
						</p>
					) : (
						<Empty text="Not screened yet.">{beginButton}</Empty>
					)}
				</section>
			)}
			{open && flags}
			{refused && <ErrorLine text={refused.message} reference={refused.ref} />}
			<Medicines
				client={client.id}
				view={view}
				sheet={sheet}
				onSheet={setSheet}
				onChanged={(next) => void take(next)}
			/>
			{view.questions.length > 0 && (
				<section aria-labelledby="questions-title">
					<h2 id="questions-title">Questions for the prescriber</h2>
					<ul class="screening-lines">
						{view.questions.map((q) => (
							<li key={q}>{q}</li>
						))}
					</ul>
					<ReferralLink client={client.id} />
				</section>
			)}
			{again && <Rounds rounds={view.rounds} />}
		</div>
	);
}

/** Which flags there are, and where each stands. */
const standing = (view: ScreeningView | undefined): string =>
	JSON.stringify(view?.flags.map((f) => [f.flag.ref, f.blocks]));
