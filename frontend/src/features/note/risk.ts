/** The answers about risk. */
export const risks = [
	{ value: "no_concern", label: "No concern" },
	{ value: "watch", label: "Watch" },
	{ value: "act_on_plan", label: "Act on plan" },
] as const;

/** The answer about risk in words. */
export const riskLabel = (risk: string): string =>
	risks.find((r) => r.value === risk)?.label ?? "Not answered";
