import { type FlagRow, type ScreeningView, screening } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { Icon } from "../../ui/Icon";
import { Sheet } from "../session/Sheet";

/** Where a reason is kept until it is recorded. */
export const reasonOf = (client: string, { flag: { ref } }: FlagRow): string =>
	`resolve:${client}:${ref.item_key}:${ref.raised_at}`;

interface Props {
	client: string;
	rows: readonly FlagRow[];
	/** The sheet that is open, by the key of its draft; empty for none. */
	sheet: string;
	onSheet: (sheet: string) => void;
	onChanged: (view: ScreeningView) => void;
}

/** What the answers raise, and where each stands. */
export function Flags({ client, rows, sheet, onSheet, onChanged }: Props) {
	const resolvable = rows.filter((r) => r.resolvable);
	const planless = rows.find((r) => r.plan_missing);
	const closing = resolvable.find((r) => reasonOf(client, r) === sheet);
	const give = (row: FlagRow) => onSheet(reasonOf(client, row));
	const toPlan = () => go({ screen: "client", id: client, part: "preparation" });
	useCommands([
		...(resolvable[0]
			? [
					{
						id: "resolve-flag",
						label: "Give a reason that closes a flag",
						keys: ["R"],
						scope: "this chart",
						run: () => {
							const at = document.activeElement?.closest<HTMLElement>("[data-flag]")?.dataset.flag;
							const row = resolvable.find((r) => r.flag.ref.item_key === at) ?? resolvable[0];
							if (row) give(row);
						},
					},
				]
			: []),
		...(planless
			? [
					{
						id: "write-safety-plan",
						label: "Write the safety plan",
						keys: ["S"],
						scope: "this chart",
						run: toPlan,
					},
				]
			: []),
	]);
	return (
		<section aria-labelledby="flags-title">
			<h2 id="flags-title">Flags</h2>
			<ul class="flag-rows">
				{rows.map((row) => {
					const { blocks } = row;
					return (
						<li key={row.flag.ref.item_key} data-flag={row.flag.ref.item_key}>
							<p class={`flag-severity name ${blocks ? "blocks" : ""}`}>
								{blocks && <Icon name="triangle-alert" />}
								{row.severity_text}
							</p>
							<div>
								<p>{row.answer_text}</p>
								<p class="small faint">{row.since_text}</p>
								<p class={blocks ? "small blocks" : "small muted"}>{row.state_text}</p>
							</div>
							{row.resolvable && (
								<Button
									kind="quiet"
									keys={row === resolvable[0] ? "R" : undefined}
									onClick={() => give(row)}
								>
									Give a reason<span class="sr">: {row.flag.question}</span>
								</Button>
							)}
							{row.plan_missing && (
								<Button kind="quiet" keys="S" onClick={toPlan}>
									Write the safety plan
								</Button>
							)}
						</li>
					);
				})}
			</ul>
			{closing && (
				<ResolveSheet
					client={client}
					row={closing}
					onClose={() => onSheet("")}
					onSaved={(view) => {
						onSheet("");
						onChanged(view);
					}}
				/>
			)}
		</section>
	);
}

function ResolveSheet({
	client,
	row,
	onClose,
	onSaved,
}: {
	client: string;
	row: FlagRow;
	onClose: () => void;
	onSaved: (view: ScreeningView) => void;
}) {
	const { ref } = row.flag;
	const draft = useDraft(reasonOf(client, row), { id: newId(), reason: "" });
	if (!draft.value) return null;
	const { id, reason } = draft.value;
	return (
		<Sheet
			label="Give a reason"
			act="Close the flag"
			draft={draft}
			onClose={onClose}
			onSave={async () => {
				const view = await screening.Resolve({
					id,
					client_id: client,
					flag: ref,
					reason,
					created_at: "",
				});
				await draft.discard();
				onSaved(view);
			}}
		>
			{(errors) => (
				<>
					<p>{row.answer_text}</p>
					{row.safety_plan && (
						<p class="flag-plan">
							<span class="muted">Safety plan:</span> {row.safety_plan}
						</p>
					)}
					<TextField
						id="resolve-reason"
						label="Why it no longer stands in the way"
						required
						hint="It is kept with the flag and does not change."
						value={reason}
						error={errors.reason ?? errors.flag}
						onValue={(v) => draft.change({ id, reason: v })}
					/>
				</>
			)}
		</Sheet>
	);
}
