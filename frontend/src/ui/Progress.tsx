import "./progress.css";

/** How far something is: a bar that says the same as its words. Without `part` it is not known yet. */
export function Progress({ label, part }: { label: string; part: number | undefined }) {
	const percent = part === undefined ? undefined : Math.floor(part * 100);
	return (
		<svg
			class="progress"
			role="progressbar"
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={100}
			aria-valuenow={percent}
			aria-valuetext={percent === undefined ? "just begun" : `${percent} %`}
		>
			<rect class="progress-done" width={`${percent ?? 0}%`} height="100%" />
		</svg>
	);
}
