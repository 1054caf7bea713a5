// A request for records, with the keyboard alone: recorded, put off, answered with what left for it.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { call, createPractice } from "./steps.mjs";

test("a request for records goes from asked to released", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const part = (name) => page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
	const dialog = (name) => page.getByRole("dialog", { name }).waitFor();
	const gone = (name) => page.getByRole("dialog", { name }).waitFor({ state: "detached" });
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const row = (text) => page.locator("[data-row].request-row", { hasText: text });
	/** The row of the request has the focus, so that its keys work. */
	const onRow = () => page.waitForFunction(() => document.activeElement?.id.startsWith("request-"));
	const state = (text) => row("asked by the client").filter({ hasText: text }).waitFor();
	const write = async (label, text) => {
		await tabTo(page, label);
		await keyboard.type(text);
	};
	await createPractice(app, { backup: false });

	// The rule of the state, from the Library by way of Settings.
	await keyboard.press("Control+,");
	await title("Settings");
	await page.getByLabel("Rule", { exact: true }).waitFor();
	await tabTo(page, "Rule");
	await keyboard.type("Calif");
	await page.getByRole("status").filter({ hasText: "Kept." }).first().waitFor();
	const kept = await call(app, "Settings", "Get");
	assert.equal(kept.settings.records_rule, "california");
	await keyboard.press("Control+3");
	await title("Library");
	await pressShown(page, "R");
	await part("Records requests");
	await page.locator("[data-row]", { hasText: "Inspection 5 working days" }).waitFor();
	await app.axeBothThemes("the rules");
	await app.reflows("the rules");
	await page.waitForFunction(() => document.querySelector("[data-row][tabindex='0']"));
	await keyboard.press("j");
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("Enter");
	await part("HIPAA");
	await page.getByLabel("Name").waitFor();
	await app.axeBothThemes("a rule");
	await app.reflows("a rule");
	await pressShown(page, "Esc", "Escape");
	await part("Records requests");

	// Asked: what is typed is kept, what is missing is told beside its field.
	const client = { id: crypto.randomUUID(), legal_name: "Ana Vey", stage: "in_course" };
	await call(app, "Clients", "Save", client);
	await keyboard.press("Control+2");
	await page.locator("[data-row]", { hasText: "Ana Vey" }).waitFor();
	await keyboard.press("Control+k");
	await page.getByRole("combobox", { name: "Search clients and commands" }).waitFor();
	await keyboard.type("Ana V");
	await page.getByRole("option", { name: "Ana Vey" }).first().waitFor();
	await keyboard.press("Enter");
	await title("Ana Vey");
	await pressShown(page, "9");
	await part("Requests for records");
	await page.getByText("Nobody has asked for these records.").waitFor();
	await page.getByText("No document about this client has left yet.").waitFor();
	await app.axeBothThemes("no request");
	await pressShown(page, "N");
	await dialog("Record a request for records");
	await page.getByText("Due by California: 15 days").waitFor();
	await tabTo(page, "Copies");
	await keyboard.press("ArrowRight");
	await page.getByText("Due by California: 5 working days").waitFor();
	await keyboard.press("ArrowRight");
	await page.getByText("Due by California: 60 days, and once 30 more").waitFor();
	await app.axeBothThemes("recording a request");
	await app.reflows("recording a request");
	await keyboard.press("Control+Enter");
	await page.getByText("Say what is asked for").waitFor();
	await focused("request-what");
	await keyboard.type("All six years");
	await keyboard.press("Escape");
	await gone("Record a request for records");
	await keyboard.press("n");
	await dialog("Record a request for records");
	await page.waitForFunction(
		() => document.getElementById("request-what")?.value === "All six years",
	);
	await keyboard.press("Control+Enter");
	await gone("Record a request for records");
	await state("60 days left");
	await onRow();
	await app.axeBothThemes("an open request");
	await app.reflows("an open request");

	// Put off once; what it asks can still be changed, and it keeps its rule.
	await pressShown(page, "P");
	await dialog("Put a request off");
	await keyboard.press("Control+Enter");
	await page.getByText("Say why it takes longer.").waitFor();
	await focused("extend-why");
	await keyboard.type("The older log is on paper");
	await app.axeBothThemes("putting a request off");
	await app.reflows("putting a request off");
	await keyboard.press("Control+Enter");
	await gone("Put a request off");
	await state("90 days left");
	await onRow();
	assert.equal(await page.getByRole("button", { name: "Put it off" }).count(), 0);
	await pressShown(page, "E");
	await dialog("Change a request for records");
	await page.getByText("Due by the rule it was recorded under: California.").waitFor();
	await write("What", ", and this one");
	await keyboard.press("Control+Enter");
	await gone("Change a request for records");
	await row("All six years, and this one").waitFor();
	await onRow();

	// On Today until it is answered, and from there back to the chart.
	await keyboard.press("Control+1");
	await page.getByText("Records request of Ana Vey", { exact: true }).waitFor();
	await page.getByText(/^Accounting of disclosures\. Due .*, 90 days left$/).waitFor();
	await pressShown(page, "D");
	await title("Ana Vey");
	await state("90 days left");

	// The document that was asked for leaves, and says which request it answers.
	await pressShown(page, "U");
	await page.getByText(/no disclosures from /).waitFor();
	await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
	await pressShown(page, "Ctrl S");
	await dialog(/^Export: Accounting/);
	await page.getByLabel("Answers a request for records").waitFor();
	await tabTo(page, "Answers a request for records");
	await keyboard.press("ArrowDown");
	await page.waitForFunction(() => document.getElementById("request")?.value !== "");
	await keyboard.press("Control+s");
	await gone(/^Export: Accounting/);
	await keyboard.press("Alt+ArrowLeft");
	await title("Ana Vey");
	await row("The client's own copy").waitFor();

	// Answered: what left is there to be kept as what was released.
	await tabTo(page, /asked by the client/);
	await keyboard.press("Enter");
	await page.getByText(/^Accounting of disclosures, saved as a file today at /).waitFor();
	await pressShown(page, "A");
	await dialog("Answer a request for records");
	await app.axeBothThemes("answering a request");
	await keyboard.press("Control+Enter");
	await page.getByText("Choose how it was answered.").waitFor();
	await page.waitForFunction(() => document.activeElement?.name === "outcome");
	await keyboard.press("Space");
	await page.waitForFunction(() =>
		document.getElementById("released-what")?.value.startsWith("Accounting of disclosures"),
	);
	await app.reflows("answering a request");
	await keyboard.press("Control+Enter");
	await gone("Answer a request for records");
	await state(/Released /);
	await onRow();
	assert.equal(await page.getByRole("button", { name: "Answer it" }).count(), 0);
	await app.axeBothThemes("an answered request");

	// What left can be read whole.
	await tabTo(page, /The client's own copy/);
	await keyboard.press("Enter");
	await tabTo(page, /^[0-9a-f]{12}$/);
	await keyboard.press("Enter");
	await page.getByText(/^[0-9a-f]{64}$/).waitFor();
	await app.axeBothThemes("what left");
	await app.reflows("what left");

	// The accounting has it, and Today nothing of it any more.
	await pressShown(page, "U");
	await page.getByText(/one disclosure from /).waitFor();
	await keyboard.press("Control+1");
	await page.getByRole("heading", { level: 2, name: "Due" }).waitFor();
	assert.equal(await page.getByText("Records request of").count(), 0);
});
