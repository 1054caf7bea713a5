import type { TodayView } from "../../bridge";
import { asked, backUpNow } from "../../state/backup";
import { useCommands } from "../../state/keys";
import { type ChartPart, go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";

type Row = TodayView["due"][number];

/** What the practice should do. */
export function Due({ rows }: { rows: TodayView["due"] }) {
	const { running, fault } = asked.value;
	const confirm = () => go({ screen: "settings", part: "recovery" });
	const open = (row: Row) =>
		row.form
			? go({ screen: "form", id: row.form })
			: go({ screen: "client", id: row.client_id, part: row.part as ChartPart });
	const first = rows.find((r) => r.client_id);
	useCommands([
		...(rows.some((r) => r.kind === "code")
			? [
					{
						id: "confirm-code",
						label: "Confirm the recovery code",
						keys: ["C"],
						scope: "this screen",
						run: confirm,
					},
				]
			: []),
		...(first
			? [
					{
						id: "open-due",
						label: `Open: ${first.text}`,
						keys: ["D"],
						scope: "this screen",
						run: () => open(first),
					},
				]
			: []),
	]);
	return (
		<section aria-labelledby="due-title">
			<h2 id="due-title">Due</h2>
			<ul class="list">
				{rows.map((r, i) => (
					<li
						key={`${r.kind} ${r.client_id} ${i}`}
						class={r.kind === "risk" ? "due-risk" : undefined}
					>
						<div>
							<p class="name">
								{r.text} {r.overdue && <Tag kind="danger">Overdue</Tag>}
							</p>
							<p class="small muted">{r.hint}</p>
						</div>
						{r.kind === "code" && (
							<Button keys="C" onClick={confirm}>
								Confirm it
							</Button>
						)}
						{r.client_id && (
							<Button keys={r === first ? "D" : undefined} onClick={() => open(r)}>
								Open<span class="sr">: {r.text}</span>
							</Button>
						)}
						{r.kind === "backup" && (
							<Button keys="Ctrl Shift B" onClick={() => void backUpNow()} disabled={running}>
								{running ? "Backing up" : "Back up now"}
							</Button>
						)}
					</li>
				))}
			</ul>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</section>
	);
}
