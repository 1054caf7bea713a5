import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { Fault, type SessionView, type VitalSigns } from "../../bridge";
import { VitalsSheet } from "./VitalsSheet";

vi.mock("../../wailsjs/go/app/Drafts", () => ({ Get: async () => "", Save: async () => {} }));
const range = "Systolic pressure lies between 50 and 300 mmHg.";
const within = (v: VitalSigns) => v.systolic_mmhg == null || v.systolic_mmhg <= 300;
const judged = vi.hoisted(() => [] as unknown[]);
vi.mock("../../wailsjs/go/app/Live", () => ({
	JudgeReading: async (_: string, v: VitalSigns) => {
		judged.push(v.systolic_mmhg);
		return { findings: [], refused: within(v) ? {} : { systolic_mmhg: range } };
	},
}));
afterEach(cleanup);

const look = "Some fields need another look.";

it("what was said of a refused value goes as soon as the value is within its range", async () => {
	const record = async () => {
		throw new Fault("invalid", look, { systolic_mmhg: range });
	};
	const session = { id: "s", zone: "UTC" } as SessionView["session"];
	render(<VitalsSheet session={session} participant="p" record={record} onClose={() => {}} />);
	const systolic = await screen.findByLabelText<HTMLInputElement>("Systolic");
	const type = (text: string) => fireEvent.input(systolic, { target: { value: text } });
	systolic.focus();
	type("1184");
	fireEvent.submit(systolic.form as HTMLFormElement);
	await screen.findByText(range);
	screen.getByText(look);
	// Another one beyond the range changes nothing.
	type("1185");
	await waitFor(() => expect(judged.at(-1)).toBe(1185));
	screen.getByText(range);
	type("184");
	await waitFor(() => expect(screen.queryByText(range)).toBeNull());
	expect(screen.queryByText(look)).toBeNull();
	expect(document.activeElement).toBe(systolic);
	// Refused again, it says so again.
	type("x");
	fireEvent.submit(systolic.form as HTMLFormElement);
	await screen.findByText("Write a number, such as 120.");
	type("184");
	await waitFor(() => expect(screen.queryByText("Write a number, such as 120.")).toBeNull());
});
