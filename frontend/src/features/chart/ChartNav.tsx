import { useCommands } from "../../state/keys";
import { type ChartPart, go } from "../../state/route";
import { PartNav } from "../../ui/PartNav";

const parts: readonly { part?: ChartPart; label: string }[] = [
	{ label: "Course" },
	{ part: "screening", label: "Screening" },
	{ part: "clearance", label: "Clearance" },
	{ part: "consent", label: "Consents" },
	{ part: "preparation", label: "Preparation" },
	{ part: "measures", label: "Measures" },
	{ part: "files", label: "Files" },
	{ part: "private", label: "Psychotherapy notes" },
	{ part: "documents", label: "Documents" },
];

/** The parts of a chart, one digit each. */
export function ChartNav({ client, part }: { client: string; part: ChartPart | undefined }) {
	const open = (to: ChartPart | undefined) =>
		go({ screen: "client", id: client, ...(to && { part: to }) });
	useCommands(
		parts.map((p, i) => ({
			id: `chart-${p.part ?? "course"}`,
			label: p.label,
			keys: [String(i + 1)],
			scope: "this chart",
			run: () => open(p.part),
		})),
	);
	return (
		<PartNav
			label="Parts of the chart"
			parts={parts.map((p) => ({
				label: p.label,
				current: p.part === part,
				onOpen: () => open(p.part),
			}))}
		/>
	);
}
