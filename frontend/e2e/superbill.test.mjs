// A session is charged and becomes a superbill, by keyboard alone.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

/** A talk session that ended an hour ago, after so many minutes. */
async function held(app, client, minutes) {
	const [id, participant] = [crypto.randomUUID(), crypto.randomUUID()];
	const before = (m) => new Date(Date.now() - m * 60_000).toISOString();
	await call(app, "Sessions", "Save", {
		id,
		kind: "talk",
		participants: [{ id: participant, client_id: client }],
		planned_start: before(60 + minutes),
		zone: "UTC",
		place: "virtual",
	});
	await call(app, "Sessions", "Begin", id);
	await call(app, "Sessions", "Finish", id);
	await call(app, "Sessions", "CorrectTimes", id, before(60 + minutes), before(60));
}

test("a session is charged, and the superbill says so", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) => page.getByRole("heading", { level, name }).waitFor();
	const charges = page.getByRole("region", { name: "Charges" });
	const sheet = page.getByRole("dialog", { name: "Charge this session" });
	const changing = page.getByRole("dialog", { name: "Change a charge" });
	const value = (id) => page.locator(`#charge-${id}`).inputValue();
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
		await app.edges(where);
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow", { Address: "4 Sample Lane" });
	const client = await clientId(app, "Nell Harrow");
	await held(app, client, 53);

	await t.test("a fee of the practice's own", async () => {
		await keyboard.press("Control+3");
		await heading(1, "Library");
		await pressShown(page, "F", "f");
		await heading(2, "Fees");
		await page.locator("#fees-3").waitFor();
		assert.equal(await page.locator("#fees-3").inputValue(), "90837");
		await tabTo(page, "code 4, fee in dollars");
		await keyboard.type("a lot");
		await pressShown(page, "Ctrl Enter");
		await page.getByText("“a lot” is no amount").waitFor();
		await look("the fees");
		await page.getByLabel("code 4, fee in dollars").focus();
		await keyboard.press("Control+a");
		await keyboard.type("180");
		await pressShown(page, "Ctrl Enter");
		await page.getByText("Kept.", { exact: true }).waitFor();
		await page.getByText(/^Version 1, changed/).waitFor();
	});

	await t.test("diagnoses are codes with words", async () => {
		await tabTo(page, "Nell Harrow"); // among the recent charts
		await keyboard.press("Enter");
		await heading(1, "Nell Harrow");
		await pressShown(page, "Ctrl E");
		await heading(1, "Edit details");
		await page.locator("#client-diagnoses").waitFor();
		await tabTo(page, "Diagnoses");
		await keyboard.type("low mood");
		await pressShown(page, "Ctrl Enter");
		await page.getByText("Each line begins with an ICD-10 code").waitFor();
		await page.waitForFunction(() => document.activeElement.id === "client-diagnoses");
		await keyboard.press("Control+a");
		await keyboard.type("f331 Low mood");
		await keyboard.press("Enter");
		await keyboard.type("F43.10 Trauma");
		await pressShown(page, "Ctrl Enter");
		await heading(1, "Nell Harrow");
		await page.getByText("F33.1 Low mood; F43.10 Trauma").waitFor();
	});

	await t.test("its minutes suggest the code, the shelf the fee", async () => {
		await page.getByRole("button", { name: /Talk session 1.*53 min/ }).press("Enter");
		await heading(1, "Talk session 1");
		await charges.getByText("A session of 53 minutes.").waitFor();
		await look("a session to charge");
		await pressShown(page, "C", "c");
		await sheet.getByText("90837 is suggested; you decide.").waitFor();
		assert.deepEqual(
			[await value("cpt"), await value("words"), await value("pos"), await value("fee")],
			["90837", "Psychotherapy, 53 minutes or more", "10", "180.00"],
		);
		assert.equal(await sheet.getByRole("checkbox", { checked: true }).count(), 2);
		await look("charging a session");
	});

	await t.test("what is wrong is said beside it, and what is typed is kept", async () => {
		await tabTo(page, "Paid");
		await keyboard.type("50.5");
		await pressShown(page, "Ctrl Enter");
		await sheet.getByText("Write dollars, such as 150 or 150.50.").waitFor();
		await page.waitForFunction(() => document.activeElement.id === "charge-paid");
		await keyboard.press("Control+a");
		await keyboard.type("50");
		await keyboard.press("Escape");
		await sheet.waitFor({ state: "detached" });
		await pressShown(page, "C", "c");
		await sheet.waitFor();
		await page.waitForFunction(() => document.getElementById("charge-paid")?.value === "50");
		await tabTo(page, "F43.10");
		await keyboard.press("Space");
		await pressShown(page, "Ctrl Enter");
		await sheet.waitFor({ state: "detached" });
		await charges
			.getByText("$180.00, paid $50.00, telehealth, the client at home, F33.1")
			.waitFor();
		await charges.getByText("Fees $180.00, paid $50.00, due $130.00.").waitFor();
		await look("a charged session");
	});

	await t.test("a charge is removed and had back", async () => {
		await tabTo(page, "Change 90837");
		await keyboard.press("Enter");
		await changing.waitFor();
		await page.waitForFunction(() => document.getElementById("charge-paid")?.value === "50.00");
		await look("changing a charge");
		await pressShown(page, "Ctrl Shift D");
		await changing.waitFor({ state: "detached" });
		await charges.getByText(/^Nothing is charged yet/).waitFor();
		await page.getByText("The charge was removed.").waitFor();
		await keyboard.press("Control+z");
		await charges.getByText("Fees $180.00, paid $50.00, due $130.00.").waitFor();
	});

	await t.test("the superbill, and what an insurer will miss in it", async () => {
		await pressShown(page, "B", "b");
		await heading(1, "Superbill");
		await page.getByRole("img", { name: /Page 1 of 1/ }).waitFor();
		await page
			.getByText(/One service from .* Fees \$180\.00, paid \$50\.00, due \$130\.00\./)
			.waitFor();
		await page.getByText(/^Missing of the practice: license, NPI, EIN/).waitFor();
		await page.getByText("Missing of the client: birth date.").waitFor();
		await tabTo(page, "From");
		await keyboard.press("Control+a");
		await keyboard.type("2020-01-01");
		await keyboard.press("Tab");
		await page.getByText(/One service from 01\/01\/2020 to /).waitFor();
		await app.axeBothThemes("the superbill");
		await app.reflows("the superbill");
	});
});
