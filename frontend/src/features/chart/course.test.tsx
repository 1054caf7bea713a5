import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { lock, refreshVault } from "../../state/vault";
import { Course } from "./Course";
import { course, series } from "./coursefixture";

const state = vi.hoisted(() => vi.fn<() => Promise<object>>());
vi.mock("../../wailsjs/go/app/Measures", () => ({
	Course: async () =>
		course(2, { series: [series("phq-9", [[0, 9]]), series("gad-7", [[0, 8]], { bands: [] })] }),
}));
vi.mock("../../wailsjs/go/app/Vault", () => ({ State: state, Lock: async () => {} }));
vi.stubGlobal(
	"ResizeObserver",
	class {
		observe() {}
		disconnect() {}
	},
);
afterEach(cleanup);

const first = () => screen.findByRole<HTMLInputElement>("checkbox", { name: "PHQ-9" });

it("keeps what was chosen for the client whose chart was open last until the records lock", async () => {
	state.mockResolvedValue({ state: "unlocked" });
	await refreshVault();
	const chart = () => render(<Course client="c" at="" />);
	const one = chart();
	fireEvent.click(await first());
	one.unmount();
	const two = chart();
	expect((await first()).checked).toBe(false);
	two.unmount();
	state.mockResolvedValue({ state: "locked" });
	await lock();
	chart();
	expect((await first()).checked).toBe(true);
});
