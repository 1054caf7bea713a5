// What a prescriber and a client agreed to, and the papers, with the keyboard alone; only the drawn
// signature takes a pointer.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId } from "./ready.mjs";
import { addClient, call, createPractice, lock, passphrase } from "./steps.mjs";

const png = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
	"base64",
);
const pdf = Buffer.from(
	`%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R>> endobj
4 0 obj <</Length 21>> stream
20 20 200 100 re f
endstream endobj
trailer <</Root 1 0 R>>
%%EOF
`,
);

/** Opens a client's chart with things to press on it. */
async function chart(t) {
	const app = await start();
	t.after(() => app.stop());
	await createPractice(app, { backup: false });
	await addClient(app, "Ana Nowak");
	const { page } = app;
	const { keyboard } = page;
	return {
		app,
		page,
		keyboard,
		/** Opens a part of the chart by its digit. */
		async part(digit, title) {
			await keyboard.press(digit);
			await page.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
		},
		async fill(label, text) {
			await tabTo(page, label);
			await keyboard.press("Control+a");
			await keyboard.type(text);
		},
		focused: (id) => page.waitForFunction((id) => document.activeElement?.id === id, id),
		row: (text) => page.locator("[data-row]", { hasText: text }),
		/** What the next file dialog answers. */
		paper: (name, bytes) => writeFileSync(join(app.folders.dialogs, name), bytes),
	};
}

test("a clearance is recorded, its limits a sentence, and suspended", async (t) => {
	const { app, page, keyboard, part, fill, focused, row, paper } = await chart(t);

	// The chart's one act follows from what is missing; the parts stay where they are when one is opened.
	await pressShown(page, "Ctrl Enter");
	await page.getByRole("heading", { level: 2, name: "Screening", exact: true }).waitFor();
	const top = async () =>
		(await page.getByRole("navigation", { name: "Parts of the chart" }).boundingBox()).y;
	const there = await top();
	await keyboard.press("1");
	await page.getByRole("button", { name: /^Begin the screening/ }).waitFor();
	assert.equal(await top(), there);
	await part("3", "Clearance");
	assert.equal(await top(), there);
	await page.getByText("the Library has none yet").waitFor();
	await app.axeBothThemes("no prescriber");
	// Leaving the new prescriber leads back; added, to the clearance with them chosen.
	await pressShown(page, "N");
	await focused("prescriber-name");
	await pressShown(page, "Esc", "Escape");
	await page.getByText("the Library has none yet").waitFor();
	await pressShown(page, "N");
	await focused("prescriber-name");
	await keyboard.type("Dr. A. Lindqvist");
	await fill("Credential", "MD");
	await keyboard.press("Control+Enter");
	await focused("clearance-prescriber");
	assert.equal((await page.inputValue("#clearance-prescriber")).length, 36);
	await fill("Holds until", "1 dec 2020");
	await fill("Dosing sessions it is for", "6");
	await fill("Systolic up to", "150");
	await fill("Diastolic up to", "95");
	await fill("Heart rate up to", "11o");
	await fill("SpO2 from", "93");
	await fill("Dose up to", "200");
	await app.axeBothThemes("a new clearance");
	await app.reflows("a new clearance");

	// What is wrong is said beside its field, and what was typed outlives a lock.
	await keyboard.press("Control+Enter");
	await page.getByText("Write a whole number, such as 150.").waitFor();
	await focused("clearance-heart-rate-max-bpm");
	await keyboard.press("Control+a");
	await keyboard.type("110");
	await lock(app);
	await keyboard.type(passphrase);
	await keyboard.press("Enter");
	await page.getByRole("heading", { level: 2, name: "Clearance", exact: true }).waitFor();
	await focused("clearance-heart-rate-max-bpm");
	assert.equal(await page.inputValue("#clearance-heart-rate-max-bpm"), "110");
	await keyboard.press("Control+Enter");
	await page.getByText("This lies before the date of the clearance.").waitFor();
	await focused("clearance-expires-on");
	await keyboard.press("Control+a");
	await keyboard.type("1 dec 2099");
	paper("clearance.pdf", pdf);
	await pressShown(page, "Ctrl Shift F");
	await page.waitForFunction(
		() => document.getElementById("clearance-attachment")?.value.length === 36,
	);
	await keyboard.press("Control+Enter");
	await row("Up to 150/95, heart rate to 110, SpO2 from 93 %").waitFor();
	await row("In force until 1 December 2099").waitFor();
	await row("0 of 6 sessions").waitFor();
	await page.getByLabel("At a glance").getByText("In force until 1 December 2099").waitFor();
	await app.axeBothThemes("clearances");
	await app.reflows("clearances");

	// Its row has the focus again; it opens to be read, E changes it, Esc leaves, and nothing typed is lost.
	const onRow = () => page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await onRow();
	await keyboard.press("Enter");
	await page.locator(".care-facts").getByText("Up to 150/95").waitFor();
	await page.locator(".care-facts").getByText("clearance.pdf").waitFor();
	await app.axeBothThemes("a clearance to read");
	await app.reflows("a clearance to read");
	await pressShown(page, "E");
	await focused("clearance-prescriber");
	assert.equal(await page.inputValue("#clearance-dose-max-ug"), "200");
	await fill("Pharmacy", "Harbour");
	await pressShown(page, "Esc", "Escape");
	await page.getByText("What you typed was put away.").waitFor();
	await page.locator(".care-facts").waitFor();
	await onRow();
	await keyboard.press("Control+z");
	await page.waitForFunction(
		() => document.getElementById("clearance-pharmacy")?.value === "Harbour",
	);
	await keyboard.press("Escape");
	await page.locator(".care-facts").waitFor();
	await pressShown(page, "Esc", "Escape");
	await page.locator(".care-facts").waitFor({ state: "detached" });
	await onRow();

	// Suspended, with its reason.
	await keyboard.press("Enter");
	await pressShown(page, "S");
	await focused("suspend-reason");
	await keyboard.press("Escape");
	await page.locator("#suspend-reason").waitFor({ state: "detached" });
	await keyboard.press("s");
	await focused("suspend-reason");
	await keyboard.press("Control+Enter");
	await page.getByText("Say why it is suspended.").waitFor();
	await focused("suspend-reason");
	await keyboard.type("Pressure rose to 190");
	await app.axeBothThemes("suspending a clearance");
	await keyboard.press("Control+Enter");
	await row("Suspended: Pressure rose to 190").waitFor();
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await page.locator(".care-facts").getByText("Up to 150/95").waitFor();
	await app.axeBothThemes("a suspended clearance");
	await app.reflows("a suspended clearance");
});

test("consents are signed by name, on paper and by hand, and revoked", async (t) => {
	const { app, page, keyboard, part, fill, focused, row, paper } = await chart(t);
	const client = await clientId(app, "Ana Nowak");

	// A skeleton cannot be signed; the way to its words is one key.
	await part("4", "Consents");
	await app.axeBothThemes("no consents");
	await pressShown(page, "N");
	await focused("consent-text");
	await page.getByText("This text is a skeleton").waitFor();
	await app.axeBothThemes("a skeleton");
	await app.reflows("a skeleton");
	await pressShown(page, "Ctrl Enter");
	await page.getByRole("heading", { level: 1, name: "Library" }).waitFor();
	const { offers } = await call(app, "Consents", "Get", client);
	for (const { text, version } of offers)
		await call(
			app,
			"Library",
			"KeepConsent",
			{ ...text, text: "## Ours\n\nWhat we *agreed* to.", skeleton: false },
			version,
		);
	// Back from there it goes on where it was.
	await keyboard.press("Alt+ArrowLeft");

	// Typed: the text in full, initials for each clause, the name.
	await focused("consent-text");
	await page.getByRole("heading", { name: "Ours" }).waitFor();
	await keyboard.press("Control+Enter");
	await page.getByText("Each clause needs the signer's initials.").waitFor();
	await focused("consent-initials-0");
	for (let i = 0; i < 3; i++) {
		await focused(`consent-initials-${i}`);
		await keyboard.type("AN");
		await keyboard.press("Tab");
	}
	// Nobody signs by the app's hand: the name is typed by who signs.
	await focused("consent-signed-by");
	assert.equal(await page.inputValue("#consent-signed-by"), "");
	await keyboard.press("Control+Enter");
	await page.waitForFunction(() => document.querySelector("#consent-signed-by[aria-invalid]"));
	await focused("consent-signed-by");
	await keyboard.type("Ana Nowak");
	// What the therapist watches is not beside it.
	assert.equal(await page.getByLabel("At a glance").count(), 0);
	assert.equal(await page.getByText("Recent charts").isVisible(), false);
	assert.equal(await page.getByRole("navigation", { name: "Parts of the chart" }).count(), 0);
	await lock(app);
	await keyboard.type(passphrase);
	await keyboard.press("Enter");
	await focused("consent-signed-by");
	assert.equal(await page.inputValue("#consent-initials-2"), "AN");
	await app.axeBothThemes("signing a consent");
	await app.reflows("signing a consent");
	await keyboard.press("Control+Enter");
	await row("Consent to ketamine-assisted psychotherapy").waitFor();
	await row("until").waitFor();
	await app.axeBothThemes("consents");
	await app.reflows("consents");

	// Read again as signed, then revoked.
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await page.getByRole("article", { name: "The text as signed" }).getByText("agreed").waitFor();
	assert.equal(
		await page.locator(".consent-clauses .said").allTextContents().then(String),
		"AN,AN,AN",
	);
	await app.axeBothThemes("a signed consent");
	await app.reflows("a signed consent");
	await pressShown(page, "R");
	await focused("revoke-reason");
	await keyboard.type("She asked");
	await app.axeBothThemes("revoking a consent");
	await keyboard.press("Control+Enter");
	await row("revoked").waitFor();

	// On paper: the scan added on the spot, and looked at again.
	paper("paper.png", png);
	await pressShown(page, "N");
	await focused("consent-text");
	await keyboard.type("Agreement");
	await tabTo(page, "Typed");
	await keyboard.press("ArrowRight");
	await keyboard.press("ArrowRight");
	await keyboard.press("Control+Enter");
	await page.getByText("Add the scanned file.").waitFor();
	await focused("consent-attachment");
	await pressShown(page, "Ctrl Shift F");
	await page.waitForFunction(
		() => document.getElementById("consent-attachment")?.value.length === 36,
	);
	await app.axeBothThemes("signing on paper");
	await keyboard.press("Control+Enter");
	await row("Agreement on touch").waitFor();
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await pressShown(page, "V");
	const picture = page.getByRole("img", { name: "paper.png" });
	await picture.waitFor();
	await page.waitForFunction(() => document.querySelector(".file-content img")?.naturalWidth === 1);
	await app.axeBothThemes("a scan");
	await pressShown(page, "Esc", "Escape");
	await page.getByRole("heading", { level: 2, name: "Agreement on touch" }).waitFor();
	await pressShown(page, "Esc", "Escape");
	await page.getByRole("heading", { level: 2, name: "Consents", exact: true }).waitFor();

	// Drawn, with a pointer.
	await pressShown(page, "N");
	await focused("consent-text");
	await keyboard.type("Consent to sessions by video");
	await tabTo(page, "Typed");
	await keyboard.press("ArrowRight");
	await fill(/^An adult is with me/, "AN");
	await keyboard.press("Control+Enter");
	await page.getByText("Draw the signature, or choose a typed one.").waitFor();
	const pad = page.getByRole("img", { name: "Sign here with pen, finger or mouse" });
	await pad.scrollIntoViewIfNeeded();
	const box = await pad.boundingBox();
	await page.mouse.move(box.x + 20, box.y + 40);
	await page.mouse.down();
	await page.mouse.move(box.x + 120, box.y + 90, { steps: 5 });
	await page.mouse.up();
	await app.axeBothThemes("a drawn signature");
	await keyboard.press("Control+Enter");
	await row("Consent to sessions by video").waitFor();
	const view = await call(app, "Consents", "Get", client);
	const video = view.kinds.find((k) => k.kind === "telehealth").rows[0];
	const signed = await call(app, "Consents", "Text", video.id);
	assert.match(signed.consent.drawing, /^M \d+ \d+( L \d+ \d+)+$/);
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await page.getByRole("img", { name: "Signature of Ana Nowak" }).waitFor();
});

test("files are added, looked at, copied out and removed", async (t) => {
	const { app, page, keyboard, part, row, focused, paper } = await chart(t);

	await part("7", "Files");
	await page.getByText("No files yet.").waitFor();
	await app.axeBothThemes("no files");
	paper("page.pdf", Buffer.from("<html>"));
	await pressShown(page, "N");
	await focused("file-title");
	await keyboard.type("Letter of Dr. B");
	await app.axeBothThemes("adding a file");
	await app.reflows("adding a file");
	await keyboard.press("Control+Enter");
	await page.getByText("This file is no PDF, PNG, JPEG or HEIC.").waitFor();
	assert.equal(await page.inputValue("#file-title"), "Letter of Dr. B");
	paper("page.pdf", pdf);
	await keyboard.press("Control+Enter");
	await row("Letter of Dr. B").waitFor();
	await app.axeBothThemes("files");
	await app.reflows("files");

	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await page.getByRole("region", { name: "Page 1 of 1" }).waitFor();
	await app.axeBothThemes("a file");
	await app.reflows("a file");
	await pressShown(page, "Ctrl S");
	await page.getByText("This file is outside the app's protection.").waitFor();
	assert.deepEqual(readFileSync(join(app.folders.dialogs, "letter.pdf")), pdf);

	await pressShown(page, "Ctrl Shift D");
	await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Keep it"));
	await app.axeBothThemes("removing a file");
	await keyboard.press("Shift+Tab");
	await keyboard.press("Enter");
	await page.getByText("No files yet.").waitFor();
	assert.ok(existsSync(join(app.folders.dialogs, "page.pdf")), "the file itself stays");
});
