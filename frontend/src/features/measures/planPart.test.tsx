import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { PlanPart } from "./PlanPart";

const [plan, savePlan, get] = vi.hoisted(() => [
	vi.fn<() => Promise<object>>(),
	vi.fn<(client: string, plan: { days_before: number }, seen: number) => Promise<object>>(),
	vi.fn(async () => ""),
]);
vi.mock("../../wailsjs/go/app/Measures", () => ({ Plan: plan, SavePlan: savePlan }));
vi.mock("../../wailsjs/go/app/Drafts", () => ({ Get: get, Save: async () => {} }));
afterEach(cleanup);

const shown = (version: number, days_before: number) => ({
	own: version > 0,
	plan: { rows: [], days_before },
	practice: { rows: [], days_before: 3 },
	lines: [],
	offers: [{ id: "phq-9", title: "PHQ-9" }],
	version,
});

it("keeps what was chosen over a plan that was changed elsewhere, once that was told", async () => {
	const disk = { version: 1, days: 3 };
	plan.mockImplementation(async () => shown(disk.version, disk.days));
	savePlan.mockImplementation(async (_, { days_before }, seen) => {
		if (seen !== disk.version) throw '{"code":"conflict","message":"Changed elsewhere."}';
		disk.version++;
		disk.days = days_before;
		return shown(disk.version, disk.days);
	});
	// Left unfinished by a lock, and made from what was there then.
	get.mockResolvedValue('{"asked":{},"days":"9","own":true,"seen":0}');
	render(<PlanPart client="c" />);
	fireEvent.click(await screen.findByRole("button", { name: /Change what is asked/ }));
	const keep = await screen.findByRole("button", { name: /Keep what is asked/ });
	fireEvent.click(keep);
	await screen.findByText("Changed elsewhere.");
	expect(disk.days).toBe(3);
	fireEvent.click(keep);
	await screen.findByRole("button", { name: /Change what is asked/ });
	await waitFor(() => expect(disk.days).toBe(9));
});
