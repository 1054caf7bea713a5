import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Fault } from "../../bridge";
import { handleKey } from "../../state/keys";
import { Sheet, Whose } from "./Sheet";

beforeEach(() => document.addEventListener("keydown", handleKey));
afterEach(() => {
	document.removeEventListener("keydown", handleKey);
	cleanup();
});

it("saves with Ctrl Enter from running text, whichever key it shows", () => {
	const save = vi.fn(async () => {});
	render(
		<Sheet label="Lift" act="Record" onClose={() => {}} onSave={save}>
			{() => <textarea aria-label="Reason" />}
		</Sheet>,
	);
	fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "Enter", ctrlKey: true });
	expect(save).toHaveBeenCalledOnce();
});

it("says what was refused and what is not on disk, one not hiding the other", async () => {
	const refused = async () => {
		throw new Fault("invalid", "Nothing was saved yet.", { how: "Choose one." });
	};
	const draft = { fault: new Fault("not_saved", "The disk is full.", {}), retry: () => {} };
	render(
		<Sheet label="Check-in" act="Save" draft={draft} onClose={() => {}} onSave={refused}>
			{(errors) => <p>{errors.how}</p>}
		</Sheet>,
	);
	fireEvent.click(screen.getByRole("button", { name: /^Save/ }));
	await waitFor(() => screen.getByText("Choose one."));
	screen.getByText("Nothing was saved yet.");
	screen.getByText(/the disk is full/);
	screen.getByRole("button", { name: "Try again" });
});

it("names whose log it writes where there are two", () => {
	const sheet = (
		<Sheet label="Vitals" act="Save reading" onClose={() => {}} onSave={async () => {}}>
			{() => null}
		</Sheet>
	);
	render(<Whose.Provider value="Tom Harrow">{sheet}</Whose.Provider>);
	screen.getByRole("dialog", { name: "Vitals, Tom Harrow" });
	screen.getByRole("heading", { name: "Vitals, Tom Harrow" });
	cleanup();
	render(sheet);
	screen.getByRole("heading", { name: "Vitals" });
});
