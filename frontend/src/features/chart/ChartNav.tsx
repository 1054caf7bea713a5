import { aria, isMac } from "../../lib/keys";
import { useCommands } from "../../state/keys";
import { type ChartPart, go } from "../../state/route";
import { Kbd } from "../../ui/Kbd";

const parts: readonly { part?: ChartPart; label: string }[] = [
	{ label: "Course" },
	{ part: "screening", label: "Screening" },
	{ part: "clearance", label: "Clearance" },
	{ part: "consent", label: "Consents" },
	{ part: "preparation", label: "Preparation" },
	{ part: "files", label: "Files" },
	{ part: "private", label: "Psychotherapy notes" },
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
		<nav class="chart-nav" aria-label="Parts of the chart">
			{parts.map((p, i) => (
				<button
					key={p.label}
					type="button"
					aria-current={p.part === part ? "page" : undefined}
					aria-keyshortcuts={aria(String(i + 1), isMac)}
					onClick={() => open(p.part)}
				>
					{p.label}
					<Kbd keys={String(i + 1)} />
				</button>
			))}
		</nav>
	);
}
