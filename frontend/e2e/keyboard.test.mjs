import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { readyPlanned } from "./ready.mjs";
import { discharge, passphrase, saveDocument, therapist } from "./steps.mjs";
import { client, dose, later, note, pdfSaysWhatWasTyped, reading, seen, words } from "./story.mjs";

test("the whole way without a pointer", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const row = (text) =>
		page.getByRole("list", { name: "Entries" }).getByText(text).first().waitFor();
	const fill = async (label, text) => {
		await tabTo(page, label);
		await keyboard.type(text);
	};

	await title("Your records stay on this computer.");
	await keyboard.press("Enter");
	await title("Who is writing?");
	await pressShown(page, "Enter");
	await title("Choose a passphrase.");
	await pressShown(page, "Esc", "Escape");
	await title("Who is writing?");
	await fill("Your name", therapist.name);
	await fill("Credential", therapist.credential);
	await fill("Practice name", therapist.practice);
	await pressShown(page, "Enter");
	await title("Choose a passphrase.");
	await fill("Passphrase", passphrase);
	await fill("Once more", passphrase);
	await pressShown(page, "Enter");
	await title("Keep this recovery code.");
	const groups = await page
		.getByRole("list", { name: "Recovery code" })
		.locator(".name")
		.allTextContents();
	await fill("Type group 3", groups[2]);
	await fill("Type group 7", groups[6]);
	await keyboard.press("Enter");
	await title("Where should backups go?");
	await pressShown(page, "Esc", "Escape");
	await title("Keep this recovery code.");
	await fill("Type group 3", groups[2]);
	await fill("Type group 7", groups[6]);
	await pressShown(page, "Enter");
	await title("Where should backups go?");
	await pressShown(page, "Enter");

	await page.getByText("No clients yet.").waitFor();
	await keyboard.press("?");
	const sheet = page.getByRole("dialog", { name: "Keys" });
	for (const key of ["Ctrl K", "Ctrl 1", "Ctrl L", "F6", "?", "N"])
		await sheet
			.locator("kbd", { hasText: new RegExp(`^${key.replace("?", "\\?")}$`) })
			.first()
			.waitFor();
	await app.axeBothThemes("keys");
	await keyboard.press("Escape");
	await sheet.waitFor({ state: "detached" });

	await pressShown(page, "N");
	await title("New client");
	await page.waitForFunction(() => document.activeElement?.id === "client-legal-name");
	await keyboard.type(client.legal);
	await fill("Preferred name", client.preferred);
	await fill("Pronouns", client.pronouns);
	await fill("Birth date", client.birth);
	await pressShown(page, "Ctrl Enter");
	await title(client.preferred);

	await pressShown(page, "Ctrl N");
	await title(/^Plan a session/);
	// The first choice has the focus, none is made yet.
	await page.waitForFunction(() => document.activeElement?.name === "kind");
	await keyboard.press("Space");
	await keyboard.press("ArrowRight");
	await keyboard.press("ArrowRight");
	await fill("Start", "13:00");
	await pressShown(page, "Ctrl Enter");
	await title("Dosing 1");
	// What the journeys of the course are about is put right without the screen.
	await readyPlanned(app, client.preferred);
	await pressShown(page, "Ctrl Enter");
	await title("Prepare room");
	await page.getByRole("button", { name: "Begin session", disabled: false }).waitFor();
	await pressShown(page, "Ctrl Enter");
	await title(client.preferred);

	const vitals = async (values) => {
		await pressShown(page, "V");
		await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
		await keyboard.type(Object.values(values).join(" "));
		await keyboard.press("Enter");
		await row(`${values.systolic}/${values.diastolic}`);
		await page.getByRole("dialog").waitFor({ state: "detached" });
	};
	await vitals(reading);

	await pressShown(page, "D");
	await page.waitForFunction(() => document.activeElement?.id === "dose-prescribed");
	await keyboard.type(dose.prescribed);
	await fill("Taken", dose.taken);
	await fill("Route", "Subl");
	await fill("Lot", dose.lot);
	await keyboard.press("Enter");
	await row(`${dose.taken} mg`);
	await page.getByRole("dialog").waitFor({ state: "detached" });

	await pressShown(page, "O");
	await keyboard.type(`"${words}"`);
	await keyboard.press("Enter");
	await row(words);
	await keyboard.type(seen);
	await keyboard.press("Enter");
	await row(seen);
	await keyboard.press("Escape");
	await pressShown(page, "M");
	await page.getByRole("combobox", { name: "What is seen or done" }).waitFor();
	await keyboard.type("tear");
	await page.getByRole("option", { name: /Tearful/ }).waitFor();
	await keyboard.press("Enter");
	await row("Tearful");
	await vitals(later);
	await keyboard.press("k");
	await app.axe("session, a row with the focus");
	await keyboard.press("?");
	for (const key of ["O", "V", "D", "M", "U", "E", "N", "F1", "Ctrl E"])
		await sheet
			.locator("kbd", { hasText: new RegExp(`^${key}$`) })
			.first()
			.waitFor();
	await keyboard.press("Escape");
	await sheet.waitFor({ state: "detached" });
	await discharge(app);
	await page.getByLabel("Before the dose").waitFor();
	for (const [section, body] of Object.entries(note)) {
		await tabTo(page, section);
		// The list goes on by itself: the second mark need not be typed.
		await keyboard.type(body.replace("\n- ", "\n"));
	}
	await tabTo(page, "No concern");
	await keyboard.press("Space");
	await pressShown(page, "Ctrl Enter");
	await page.getByRole("dialog").getByText(note.During).waitFor();
	await keyboard.press("Control+Enter");
	await page.getByText(/^Signed by Ines Falkenrath, LMFT/).waitFor();

	await pressShown(page, "Ctrl P");
	await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
	await saveDocument(app);
	await pdfSaysWhatWasTyped(app.folders.dialogs);
	await pressShown(page, "Esc", "Escape");
	await page.getByText(/^Signed by Ines Falkenrath, LMFT/).waitFor();

	await keyboard.press("Control+k");
	await page.getByRole("combobox", { name: "Search clients and commands" }).waitFor();
	await keyboard.type("Zs");
	await page.getByRole("option", { name: new RegExp(client.preferred) }).waitFor();
	await app.axeBothThemes("search");
	await keyboard.press("Enter");
	await title(client.preferred);

	await pressShown(page, "Ctrl L", "Control+l");
	await page.getByText("Your records are locked.").waitFor();
	await keyboard.type(passphrase);
	await keyboard.press("Enter");
	await title(client.preferred);
	// Every region can be reached, and the first stop is the way past the sidebar.
	const regions = new Set();
	for (let n = 0; n < 4; n++) {
		await keyboard.press("F6");
		regions.add(
			await page.evaluate(
				() => document.activeElement.closest("[data-region]")?.className ?? "none",
			),
		);
	}
	assert.ok(regions.size >= 2 && !regions.has("none"), `F6 came to ${[...regions].join(", ")}`);
});
