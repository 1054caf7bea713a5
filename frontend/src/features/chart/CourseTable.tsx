import type { CourseChart } from "../../bridge";
import { type Shown, shownSeries } from "./courselayout";

/** One thing the picture shows, in words. */
export interface TableRow {
	key: string;
	time: number;
	date: string;
	of: string;
	value: string;
	meaning: string;
}

/** All the picture shows, in time order: a row for each point and each window. */
export function tableRows(chart: CourseChart, shown: Shown): TableRow[] {
	const rows: TableRow[] = chart.sessions.map((s) => ({
		key: s.session_id,
		time: Date.parse(s.at),
		date: s.date_text,
		of: s.title,
		value: s.dose_text,
		meaning: s.state === "planned" ? "planned" : "",
	}));
	for (const w of chart.windows)
		rows.push({
			key: `window ${w.session_id}`,
			time: Date.parse(w.opens_at),
			date: w.date_text,
			of: w.title,
			value: "",
			meaning: w.text,
		});
	for (const s of shownSeries(chart, shown))
		for (const p of s.points)
			rows.push({
				key: `${s.key} ${p.response_id}`,
				time: Date.parse(p.at),
				date: p.date_text,
				of: s.title,
				value: String(p.value),
				meaning: p.meaning,
			});
	if (shown.notices)
		for (const s of chart.notices)
			for (const p of s.points)
				rows.push({
					key: `${s.key} ${p.response_id}`,
					time: Date.parse(p.at),
					date: p.date_text,
					of: s.title,
					value: String(p.value),
					meaning: p.meaning,
				});
	return rows.sort((a, b) => a.time - b.time);
}

/** What the picture shows, as a table. */
export function CourseTable({ chart, shown }: { chart: CourseChart; shown: Shown }) {
	return (
		<div class="course-table">
			<table>
				<caption class="sr">Course</caption>
				<thead>
					<tr>
						<th scope="col">Date</th>
						<th scope="col">What</th>
						<th scope="col">Dose or score</th>
						<th scope="col">Meaning</th>
					</tr>
				</thead>
				<tbody>
					{tableRows(chart, shown).map((r) => (
						<tr key={r.key}>
							<td>{r.date}</td>
							<th scope="row">{r.of}</th>
							<td>{r.value}</td>
							<td>{r.meaning}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
