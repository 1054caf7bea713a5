import { vault } from "../../bridge";
import { lockAndRestore } from "../../state/gate";
import { useCommands } from "../../state/keys";
import { working } from "../../state/work";
import { Button } from "../../ui/Button";
import { WorkLine } from "../work/WorkLine";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** Looks at every page of the records as they are on disk. */
export function CheckPart() {
	const { busy, fault, done, run } = useSaving();
	const idle = !busy && working.value === null;
	const check = () => void run(async () => (await vault.CheckRecords()).text);
	useCommands(
		idle
			? [
					{
						id: "check-records",
						label: "Check records now",
						keys: ["C"],
						scope: "this screen",
						run: check,
					},
				]
			: [],
	);
	return (
		<section aria-labelledby="check-title">
			<h2 id="check-title">Check</h2>
			<p class="muted">
				Reads all of the records as they are on disk and tells whether every part is whole. You can
				go on working meanwhile.
			</p>
			<WorkLine kinds={["check"]} />
			<div class="actions">
				<Button icon="check" keys="C" disabled={!idle} onClick={check}>
					{busy ? "Checking" : "Check records now"}
				</Button>
				{fault?.code === "corrupt" && (
					<Button onClick={() => void lockAndRestore()}>Lock and restore a backup</Button>
				)}
				<Outcome done={done} fault={fault} />
			</div>
		</section>
	);
}
