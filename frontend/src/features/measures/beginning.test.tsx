import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { refreshVault } from "../../state/vault";
import { DueForms } from "./DueForms";
import { HandOverAct } from "./HandOverAct";

const [begin, leave, give] = vi.hoisted(() => [
	vi.fn<(start: { id: string }) => Promise<object>>(),
	vi.fn<(id: string) => Promise<void>>(),
	vi.fn<(form: string, place: string) => Promise<void>>(),
]);
vi.mock("../../wailsjs/go/app/Measures", () => ({ Begin: begin, Leave: leave, HandOver: give }));
vi.mock("../../wailsjs/go/app/Vault", () => ({ State: async () => ({ state: "unlocked" }) }));

beforeEach(async () => {
	begin.mockReset();
	begin.mockImplementation(async ({ id }) => ({ response: { id } }));
	leave.mockReset();
	give.mockReset();
	await refreshVault();
});
afterEach(cleanup);

const begun = () => new Set(begin.mock.calls.map(([start]) => start.id)).size;
const press = (name: RegExp) => fireEvent.click(screen.getByRole("button", { name }));

it("hands one form over, however often it is pressed, and leaves none behind", async () => {
	give.mockRejectedValue('{"code":"conflict","message":"A session runs."}');
	render(<HandOverAct client="c" instrument="phq-9" />);
	press(/Hand over/);
	press(/Hand over/);
	await screen.findByText("A session runs.");
	await waitFor(() => expect(leave).toHaveBeenCalledOnce());
	expect([begin.mock.calls.length, give.mock.calls.length]).toEqual([1, 1]);
	press(/Hand over/);
	await waitFor(() => expect(leave).toHaveBeenCalledTimes(2));
	expect(begun()).toBe(1);
});

it("begins one form of what is due, however often it is pressed", async () => {
	const due = {
		forms: [
			{
				instrument_id: "phq-9",
				title: "PHQ-9",
				has_items: true,
				text: "before dosing 1",
				begun: "",
				blank: false,
				overdue: false,
			},
		],
		missed: [],
	};
	render(<DueForms client="c" due={due as never} />);
	press(/Fill in/);
	press(/Fill in/);
	await waitFor(() => expect(begin).toHaveBeenCalledTimes(2));
	expect(begun()).toBe(1);
});
