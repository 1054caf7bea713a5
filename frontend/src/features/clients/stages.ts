/** The stages of the course, in order, as they are called on screen. */
export const stages = [
	{ value: "inquiry", label: "Inquiry" },
	{ value: "screening", label: "Screening" },
	{ value: "preparing", label: "Preparing" },
	{ value: "in_course", label: "In course" },
	{ value: "integrating", label: "Integrating" },
	{ value: "closed", label: "Closed" },
] as const;

export const stageLabel = (stage: string): string =>
	stages.find((s) => s.value === stage)?.label ?? stage;
