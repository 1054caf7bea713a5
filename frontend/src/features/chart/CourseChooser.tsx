import type { RefObject } from "preact";
import type { CourseChart } from "../../bridge";
import { Kbd } from "../../ui/Kbd";
import type { Shown } from "./courselayout";

interface Props {
	chart: CourseChart;
	shown: Shown;
	onShown: (shown: Shown) => void;
	/** The first of the choices. */
	first: RefObject<HTMLInputElement | null>;
}

/** Which measures the course shows. */
export function CourseChooser({ chart, shown, onShown, first }: Props) {
	const choices = [
		...chart.series.map((s) => ({
			key: s.key,
			title: s.title,
			on: shown.measures.includes(s.key),
			choose: (on: boolean) =>
				onShown({
					...shown,
					measures: on ? [...shown.measures, s.key] : shown.measures.filter((key) => key !== s.key),
				}),
		})),
		...(chart.notices.length > 0
			? [
					{
						key: "notices",
						title: "Client notices",
						on: shown.notices,
						choose: (notices: boolean) => onShown({ ...shown, notices }),
					},
				]
			: []),
	];
	return (
		<fieldset class="course-chooser">
			<legend class="sr">Shown</legend>
			{choices.map((c, i) => (
				<label key={c.key}>
					<input
						ref={i === 0 ? first : undefined}
						type="checkbox"
						checked={c.on}
						onChange={(e) => c.choose(e.currentTarget.checked)}
					/>
					{c.title}
				</label>
			))}
			<Kbd keys="V" />
		</fieldset>
	);
}
