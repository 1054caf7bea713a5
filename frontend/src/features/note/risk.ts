const labels: Record<string, string> = {
	no_concern: "No concern",
	watch: "Watch",
	act_on_plan: "Act on plan",
};

/** The answer about risk in words. */
export const riskLabel = (risk: string): string => labels[risk] ?? "Not answered";
