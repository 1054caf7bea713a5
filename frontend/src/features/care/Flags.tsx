import { useState } from "preact/hooks";
import { type FlagRow, type ScreeningView, screening } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { Icon } from "../../ui/Icon";
import { Sheet } from "../session/Sheet";

interface Props {
	client: string;
	rows: readonly FlagRow[];
	onChanged: (view: ScreeningView) => void;
}

/** What the answers raise, and where each stands. */
export function Flags({ client, rows, onChanged }: Props) {
	const [closing, setClosing] = useState<FlagRow>();
	const resolvable = rows.filter((r) => r.resolvable);
	useCommands(
		resolvable.length > 0
			? [
					{
						id: "resolve-flag",
						label: "Give a reason that closes a flag",
						keys: ["R"],
						scope: "this chart",
						run: () => {
							const at = document.activeElement?.closest<HTMLElement>("[data-flag]")?.dataset.flag;
							setClosing(resolvable.find((r) => r.flag.ref.item_key === at) ?? resolvable[0]);
						},
					},
				]
			: [],
	);
	return (
		<section aria-labelledby="flags-title">
			<h2 id="flags-title">Flags</h2>
			<ul class="flag-rows">
				{rows.map((row) => {
					const blocks = row.state === "open" && row.flag.severity !== "review";
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
									onClick={() => setClosing(row)}
								>
									Give a reason<span class="sr">: {row.flag.question}</span>
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
					onClose={() => setClosing(undefined)}
					onSaved={(view) => {
						setClosing(undefined);
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
	const draft = useDraft(`resolve:${client}:${ref.item_key}:${ref.raised_at}`, {
		id: newId(),
		reason: "",
	});
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
