// A document leaves: what is asked before, a password, deletion, paper, and a disk that fails in mid-export.
import assert from "node:assert/strict";
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { call, createPractice } from "./steps.mjs";

const password = "plum ember quiet ladder snow";
const recipient = "Dr. A. Lindqvist, MD";

/** The files below a folder that hold a text as it stands. */
const holding = (folder, text) =>
	readdirSync(folder, { recursive: true })
		.map((f) => join(folder, String(f)))
		.filter((f) => statSync(f, { throwIfNoEntry: false })?.isFile())
		.filter((f) => readFileSync(f).includes(text));

test("a document leaves, by keyboard alone", async (t) => {
	const app = await start();
	t.after(() =>
		app.stop({
			last: () => {
				for (const [name, folder] of Object.entries(app.folders))
					assert.deepEqual(holding(folder, password), [], `the password is kept in ${name}`);
			},
		}),
	);
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const sheet = (name) => page.getByRole("dialog", { name });
	const gone = (name) => sheet(name).waitFor({ state: "detached" });
	const says = (text) => page.getByText(text).first().waitFor();
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const files = () => readdirSync(app.folders.dialogs).filter((f) => f.endsWith(".pdf"));
	/** The one file that was written. */
	const written = (name) => {
		const [found, ...others] = files();
		assert.deepEqual(others, []);
		assert.match(found, new RegExp(`^${name}-\\d{4}-\\d\\d-\\d\\d\\.pdf$`));
		return join(app.folders.dialogs, found);
	};
	const client = { id: crypto.randomUUID(), legal_name: "Ana Vey", stage: "in_course" };
	const log = async () => (await call(app, "Requests", "Disclosures", client.id, 0, 50)).rows;
	/** Opens a document of the chart by its key, and the sheet that asks what it needs. */
	const ask = async (key, name) => {
		await pressShown(page, key);
		await title(name);
		await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
		await askAgain(name);
	};
	const askAgain = async (name) => {
		await pressShown(page, "Ctrl S");
		await sheet(`Export: ${name}`).getByText("Close the file with a password").waitFor();
	};

	await createPractice(app, { backup: false });
	await call(app, "Clients", "Save", client);
	await call(app, "Prescribers", "Save", {
		id: crypto.randomUUID(),
		name: "Dr. A. Lindqvist",
		credential: "MD",
	});
	await keyboard.press("Control+2");
	await page.locator("[data-row]", { hasText: "Ana Vey" }).focus();
	await keyboard.press("Enter");
	await title("Ana Vey");
	await pressShown(page, "9");
	await page.getByRole("heading", { level: 2, name: "Documents", exact: true }).waitFor();

	await t.test("for a prescriber: a recipient, a ground, a password", async () => {
		const name = "Export: Referral packet";
		await ask("Q", "Referral packet");
		await says("For: A prescriber.");
		await app.axeBothThemes("what is asked before a document leaves");
		await app.reflows("what is asked before a document leaves");
		await app.edges("what is asked before a document leaves");
		await keyboard.press("Control+s");
		await says("Say who receives it.");
		await focused("recipient");
		await keyboard.press("ArrowDown");
		await says(`No release of information to ${recipient} is in this chart.`);
		await keyboard.press("Control+s");
		await says("There is no release of information in force for this recipient.");
		await focused("ground");
		await app.axeBothThemes("a document that may not leave");
		await app.reflows("a document that may not leave");
		assert.deepEqual(files(), []);
		await keyboard.press("ArrowDown");
		await tabTo(page, "The client’s name in the file’s name");
		await tabTo(page, "Close the file with a password");
		await keyboard.press("Space");
		await tabTo(page, "Password");
		await keyboard.type("window ladder");
		await keyboard.press("Control+s");
		await says("This password is too easy to guess.");
		await focused("new-passphrase");
		await app.axeBothThemes("a password for a file");
		await app.reflows("a password for a file");
		await keyboard.press("Control+a");
		await keyboard.type(password);
		await tabTo(page, "Once more");
		await keyboard.type(password);
		await keyboard.press("Control+s");
		await gone(name);
		await says(/opens with its password/);
		await app.axeBothThemes("a document that left");
		await app.reflows("a document that left");

		const bytes = readFileSync(written("referral-packet"));
		assert.ok(bytes.includes("%PDF-2.0") && bytes.includes("/Encrypt"), "it is not encrypted");
		const [entry, ...rest] = await log();
		assert.equal(rest.length, 0);
		assert.equal(entry.recipient, recipient);
		assert.match(entry.way_text, /with a password/);
		assert.match(entry.ground_text, /Treatment \(45 CFR 164\.506\(c\)\)/);
	});

	await t.test("deleted again, but not when it was changed since", async () => {
		await tabTo(page, "Delete it");
		await keyboard.press("Enter");
		await says(/^Deleted from /);
		assert.deepEqual(files(), []);
		await app.axe("a document that was deleted again");

		await pressShown(page, "Esc", "Escape");
		await title("Ana Vey");
		await ask("W", "What to expect");
		await says("For: The client.");
		await keyboard.press("Control+s");
		await gone("Export: What to expect");
		await says("This file is outside the app's protection.");
		appendFileSync(written("what-to-expect"), "\n");
		await tabTo(page, "Delete it");
		await keyboard.press("Enter");
		await says(/^The file was changed since it was written/);
		assert.equal(files().length, 1);
	});

	await t.test("the disk is full in mid-export", async () => {
		const before = { log: await log(), bytes: readFileSync(written("what-to-expect")) };
		await askAgain("What to expect");
		const free = await app.disk("full");
		await keyboard.press("Control+s");
		const told = sheet("Export: What to expect").getByText(
			/^The document was not written: the disk is full\. Nothing was left behind/,
		);
		await told.waitFor();
		await app.axeBothThemes("an export that failed");
		await app.reflows("an export that failed");
		assert.equal(readdirSync(app.folders.dialogs).length, 1, "something is left in the folder");
		assert.deepEqual(readFileSync(written("what-to-expect")), before.bytes);
		assert.deepEqual(await log(), before.log);
		await free();
		await keyboard.press("Control+s");
		await gone("Export: What to expect");
		assert.equal((await log()).length, before.log.length + 1);
		assert.notDeepEqual(readFileSync(written("what-to-expect")), before.bytes);
	});

	await t.test("on paper, recorded when it was printed", async () => {
		const before = (await log()).length;
		await page.evaluate(() => {
			window.print = () => {
				window.laidOut = document.querySelectorAll(".print-view canvas").length;
			};
		});
		const pages = await page.getByRole("img", { name: /^Page \d+ of / }).count();
		await askAgain("What to expect");
		await keyboard.press("Control+p");
		const question = sheet("Was it printed?");
		await question.waitFor();
		await page.waitForFunction(() => document.activeElement?.textContent === "Yes, record it");
		await app.axeBothThemes("was it printed");
		await app.reflows("was it printed");
		assert.equal(await page.evaluate(() => window.laidOut), pages);
		const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
		assert.equal(paper.match(/\/Type\s*\/Page\b/g)?.length, pages, "sheets of paper");
		await keyboard.press("Escape");
		await question.waitFor({ state: "detached" });
		assert.equal(await page.locator(".print-view").count(), 0);
		assert.equal((await log()).length, before);

		await sheet("Export: What to expect").getByText("Close the file with a password").waitFor();
		await keyboard.press("Control+p");
		await question.waitFor();
		await page.waitForFunction(() => document.activeElement?.textContent === "Yes, record it");
		await keyboard.press("Enter");
		await question.waitFor({ state: "detached" });
		const [entry, ...rest] = await log();
		assert.equal(rest.length, before);
		assert.match(entry.way_text, /^Printed/);
	});
});
