import type { PartView, SessionView } from "../../bridge";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";

/** What leaves of one session, for the participant that is shown. The summary has its place in the head. */
export function SessionDocuments({ view, part }: { view: SessionView; part: PartView }) {
	const open = (kind: string) => () =>
		go({
			screen: "document",
			kind,
			session: view.session.id,
			participant: part.participant_id,
		});
	const copy = open("client_copy");
	const report = open("prescriber_report");
	const dosing = view.session.kind === "dosing";
	useCommands([
		{
			id: "client-copy",
			label: "Client copy",
			keys: ["S"],
			scope: "this session",
			run: copy,
		},
		...(dosing
			? [
					{
						id: "prescriber-report",
						label: "Prescriber report",
						keys: ["R"],
						scope: "this session",
						run: report,
					},
				]
			: []),
	]);
	return (
		<section class="session-documents" aria-label="Documents of this session">
			<Button kind="quiet" icon="file-down" keys="S" onClick={copy}>
				Client copy
			</Button>
			{dosing && (
				<Button kind="quiet" icon="file-down" keys="R" onClick={report}>
					Prescriber report
				</Button>
			)}
		</section>
	);
}
