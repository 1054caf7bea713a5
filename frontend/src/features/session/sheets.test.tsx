import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DoseEvent, SessionView, Vocabulary } from "../../bridge";
import type { Written } from "../../state/outbox";
import { hearNow } from "../../state/sessionclock";
import { DoseSheet } from "./DoseSheet";
import { VitalsSheet } from "./VitalsSheet";

const disk = vi.hoisted(() => new Map<string, string>());
vi.mock("../../wailsjs/go/app/Drafts", () => ({
	Get: async (key: string) => disk.get(key) ?? "",
	Save: async (key: string, body: string) => void disk.set(key, body),
}));
const judged = vi.hoisted(() => [] as string[]);
vi.mock("../../wailsjs/go/app/Live", () => ({
	JudgeReading: async () => ({ findings: [], refused: {} }),
	JudgeDose: async (dose: DoseEvent) => {
		judged.push(dose.entry.at.slice(11, 16));
		return dose.entry.at.slice(11, 16) === "10:05" ? ["Beyond a limit."] : [];
	},
}));

beforeEach(() => {
	disk.clear();
	judged.length = 0;
});
afterEach(cleanup);

const session = { id: "s", zone: "UTC" } as SessionView["session"];
const vocabulary = { routes: [], forms: [] } as unknown as Vocabulary;
const written: Written[] = [];
const record = async (w: Written) => void written.push(w);
const shared = { session, participant: "p", record, onClose: () => {} };
const sheets = {
	vitals: <VitalsSheet {...shared} />,
	dose: <DoseSheet {...shared} vocabulary={vocabulary} />,
};

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
const type = async (label: string, text: string) => {
	const input = await field(label);
	input.focus();
	fireEvent.input(input, { target: { value: text } });
};
const at = (time: string) => hearNow(`2026-03-12T${time}:20.000Z`);
const keep = async () => {
	cleanup();
	await waitFor(() => expect(disk.size).toBe(1));
};

it.each([
	["vitals", "Systolic"],
	["dose", "Prescribed"],
] as const)(
	"%s opened again is of now, with what was typed to be typed over",
	async (name, first) => {
		at("09:33");
		render(sheets[name]);
		await type(first, "1");
		await keep();
		at("10:05");
		render(sheets[name]);
		const input = await field(first);
		expect(input.value).toBe("1");
		input.focus();
		expect([input.selectionStart, input.selectionEnd]).toEqual([0, 1]);
		expect((await field("Time")).value).toBe("10:05");
		expect((await field("Time")).closest("details")).toBeNull();
		screen.getByText(/^Begun at 09:33/);
	},
);

it.each(["vitals", "dose"] as const)("%s keeps a time that was typed by hand", async (name) => {
	at("09:33");
	render(sheets[name]);
	await type("Time", "920");
	await keep();
	at("10:05");
	render(sheets[name]);
	expect((await field("Time")).value).toBe("09:20");
});

it("saves a reading that was left open at the time of its last opening", async () => {
	at("09:33");
	render(sheets.vitals);
	await type("Systolic", "118");
	await keep();
	at("10:05");
	render(sheets.vitals);
	await field("Systolic");
	written.length = 0;
	fireEvent.click(screen.getByRole("button", { name: /^Save/ }));
	await waitFor(() => expect(written).toHaveLength(1));
	expect(written[0]).toMatchObject({
		vitals: { entry: { at: expect.stringMatching(/^2026-03-12T10:05:20/) }, systolic_mmhg: 118 },
	});
});

it.each(["vitals", "dose"] as const)(
	"%s is not saved at a time that is not understood",
	async (name) => {
		at("10:05");
		render(sheets[name]);
		written.length = 0;
		await type("Time", "soon");
		fireEvent.click(screen.getByRole("button", { name: /^Save/ }));
		await screen.findByText("Write the time like 13:04, or the minutes back like -20.");
		expect(written).toHaveLength(0);
	},
);

it("judges no dose at a time that is not understood, and counts minutes back", async () => {
	at("10:05");
	render(sheets.dose);
	await screen.findByText("Beyond a limit.");
	await type("Time", "soon");
	await waitFor(() => expect(screen.queryByText("Beyond a limit.")).toBeNull());
	await type("Time", "-60");
	await waitFor(() => expect(judged.at(-1)).toBe("09:05"));
});

it("takes the amount that was prescribed as taken until that is typed itself", async () => {
	at("10:05");
	render(sheets.dose);
	await type("Prescribed", "200");
	expect((await field("Taken")).value).toBe("200");
	await type("Taken", "150");
	await type("Prescribed", "300");
	expect((await field("Taken")).value).toBe("150");
});
