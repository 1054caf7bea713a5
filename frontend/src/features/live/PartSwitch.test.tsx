import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { LivePart, LiveView } from "../../bridge";
import { hearNow } from "../../state/sessionclock";
import { type Live, LiveContext } from "./context";
import { PartSwitch } from "./PartSwitch";

afterEach(cleanup);

const part = (id: string, name: string, state: object) =>
	({
		participant_id: id,
		name,
		state: { hold: null, check: null, totals: { first_at: "" }, ...state },
	}) as unknown as LivePart;

const at = (time: string) => `2026-03-12T${time}:20.000Z`;

it.each([
	["nothing", {}, "Tom Harrow F3"],
	["a hold", { hold: { level: "hold" } }, "Tom Harrow Hold F3"],
	["an emergency", { hold: { level: "emergency" } }, "Tom Harrow Emergency limit F3"],
	["a check that is due", { check: { due: at("09:46") } }, "Tom Harrow Check due 09:46 F3"],
	["a check to come", { check: { due: at("10:46") } }, "Tom Harrow F3"],
	["the time since the dose", { totals: { first_at: at("09:38") } }, "Tom Harrow +12 m F3"],
])("the tab of the other client says %s", (_, state, text) => {
	hearNow(at("09:50"));
	const view = {
		zone: "UTC",
		parts: [part("n", "Nell Harrow", {}), part("t", "Tom Harrow", state)],
	};
	render(
		<LiveContext.Provider
			value={{ view: view as unknown as LiveView, part: view.parts[0] } as Live}
		>
			<PartSwitch />
		</LiveContext.Provider>,
	);
	expect(screen.getAllByRole("button")[1]?.textContent?.replace(/\s*F3$/, " F3")).toBe(text);
});
