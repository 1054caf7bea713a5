// A discovery call, with the keyboard alone: recorded, continued as a client, declined and erased.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { call, createPractice, lock, passphrase } from "./steps.mjs";

test("an inquiry becomes a client, and a declined one is erased", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
	const fill = async (label, text) => {
		await tabTo(page, label);
		await keyboard.type(text);
	};
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const row = (text) => page.locator("[data-row]", { hasText: text });
	/** The list can be walked: one of its rows is the tab stop. */
	const walkable = () => page.locator("[data-row][tabindex='0']").waitFor();
	await createPractice(app, { backup: false });

	// With nobody to search for the letters shown work at once; with somebody, once Esc left the search.
	await keyboard.press("Control+2");
	await page.getByText("Add the first with N.").waitFor();
	await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Add client"));
	await pressShown(page, "I");
	await title("New inquiry");
	await pressShown(page, "Esc", "Escape");
	await title("Clients");
	const ana = { id: crypto.randomUUID(), legal_name: "Ana Vey" };
	const again = async () => {
		await keyboard.press("Control+1");
		await page.getByRole("heading", { level: 1, name: "Clients" }).waitFor({ state: "detached" });
		await keyboard.press("Control+2");
	};
	const saved = await call(app, "Clients", "Save", { ...ana, stage: "closed" });
	await again();
	await page.getByText("No active client.").waitFor();
	await call(app, "Clients", "Save", { ...saved, stage: "in_course" });
	await again();
	await row("Ana Vey").waitFor();
	await page.waitForFunction(() => document.activeElement?.matches("[type=search]"));
	await keyboard.type("ana");
	await keyboard.press("Escape");
	assert.equal(await page.getByLabel("Search by name").inputValue(), "");
	await keyboard.press("Escape");
	await page.waitForFunction(() => document.activeElement?.matches("[data-row]"));
	await keyboard.press("i");
	await title("New inquiry");
	await keyboard.press("Escape");
	await title("Clients");

	// From anywhere by the palette; from the list of inquiries by I.
	await keyboard.press("Control+k");
	await page.getByRole("combobox", { name: "Search clients and commands" }).waitFor();
	await keyboard.type("new inq");
	await page.getByRole("option", { name: "New inquiry" }).waitFor();
	await keyboard.press("Enter");
	await title("New inquiry");
	await focused("inquiry-name");
	await keyboard.type("Ines Okoro");
	await fill("What they hope for", "To sleep through the night again.");
	await fill("How they came to the practice", "a friend");
	await app.axeBothThemes("new inquiry");
	await app.reflows("new inquiry");

	// What is not recorded yet is there again after a lock, with the caret.
	await lock(app);
	await keyboard.type(passphrase);
	await keyboard.press("Enter");
	await title("New inquiry");
	await page.waitForFunction(
		() => document.getElementById("inquiry-found_by")?.value === "a friend",
	);
	await focused("inquiry-found_by");
	await pressShown(page, "Ctrl Enter");
	await title("Clients");
	await row("Ines Okoro").waitFor();
	await app.axeBothThemes("inquiries");
	await app.reflows("inquiries");

	await pressShown(page, "I");
	await title("New inquiry");
	await focused("inquiry-name");
	await keyboard.press("Control+Enter");
	await page.getByText("A name is required. It can be a first name only.").waitFor();
	await focused("inquiry-name");
	await keyboard.type("Ben");
	await tabTo(page, "Open");
	await keyboard.press("ArrowRight");
	await keyboard.press("ArrowRight");
	await fill("Why", "Too far away");
	await keyboard.press("Control+Enter");
	await title("Clients");

	// Continued: everything that was said is in the chart, which opens at the screening.
	await row("Ines Okoro").waitFor();
	await walkable();
	await keyboard.press("j");
	await keyboard.press("Enter");
	await title("Inquiry");
	await pressShown(page, "Ctrl Shift Enter");
	await title("Ines Okoro");
	await page
		.getByRole("navigation", { name: "Parts of the chart" })
		.locator("[aria-current]", { hasText: "Screening" })
		.waitFor();
	const { rows } = await call(app, "Clients", "List", {
		query: "Ines",
		filter: "all",
		offset: 0,
		limit: 9,
	});
	assert.deepEqual(
		rows.map((r) => [r.name, r.stage]),
		[["Ines Okoro", "screening"]],
	);
	const client = await call(app, "Clients", "Get", rows[0].id);
	assert.equal(client.intention, "To sleep through the night again.");
	assert.match(client.notes, /a friend/);

	// Declined: erased after one question.
	await keyboard.press("Control+2");
	await title("Clients");
	await tabTo(page, "Active");
	for (let n = 0; n < 3; n++) await keyboard.press("ArrowRight");
	await page.getByText("No inquiry is open.").waitFor();
	await tabTo(page, "Open");
	await keyboard.press("ArrowRight");
	await row("Ines Okoro").getByText("Became a client").waitFor();
	await row("Ben").getByText("Declined").waitFor();
	await tabTo(page, /Ben|Ines/);
	while (!(await page.evaluate(() => document.activeElement.textContent)).startsWith("Ben"))
		await keyboard.press("ArrowDown");
	await keyboard.press("Enter");
	await title("Inquiry");
	await pressShown(page, "Ctrl Shift X");
	const asking = page.getByRole("dialog", { name: "Erase this inquiry?" });
	await asking.waitFor();
	await app.axeBothThemes("erase an inquiry");
	await keyboard.press("Escape");
	await asking.waitFor({ state: "detached" });
	await keyboard.press("Control+Shift+X");
	await asking.waitFor();
	await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Keep it"));
	await keyboard.press("Tab");
	await keyboard.press("Enter");
	await title("Clients");
	const left = await call(app, "Inquiries", "List", { filter: "closed", offset: 0, limit: 9 });
	assert.deepEqual(
		left.rows.map((r) => r.name),
		["Ines Okoro"],
	);
});

test("what was changed elsewhere is told once, then kept as it was typed", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app, { backup: false });
	const record = {
		Inquiries: { id: crypto.randomUUID(), name: "Ben Aster", called_at: new Date().toISOString() },
		Clients: { id: crypto.randomUUID(), legal_name: "Ana Vey" },
		Prescribers: { id: crypto.randomUUID(), name: "Dr. A. Lindqvist" },
	};
	for (const [type, value] of Object.entries(record))
		record[type] = await call(app, type, "Save", value);

	const form = async (type, field, text) => {
		await page.locator(`#${field}`).waitFor();
		await call(app, type, "Save", record[type]);
		await page.locator(`#${field}`).fill(text);
		await keyboard.press("Control+Enter");
		await page.getByText("What you typed is kept").waitFor();
		await keyboard.press("Control+Enter");
		await page.locator(`#${field}`).waitFor({ state: "detached" });
		const list =
			type === "Prescribers"
				? await call(app, type, "List")
				: [await call(app, type, "Get", record[type].id)];
		assert.equal(list[0].phone, text);
	};
	await keyboard.press("Control+2");
	await page.getByLabel("Inquiries").check();
	await page.getByText("Ben Aster").click();
	await form("Inquiries", "inquiry-phone", "555 0101");
	await keyboard.press("Control+2");
	await page.getByLabel("Waiting").check();
	await page.getByText("Ana Vey").click();
	await page.getByRole("button", { name: "Edit details" }).click();
	await form("Clients", "client-phone", "555 0102");
	await keyboard.press("Control+3");
	await page.getByText("Dr. A. Lindqvist").click();
	await page.getByRole("button", { name: "Edit" }).click();
	await form("Prescribers", "prescriber-phone", "555 0103");
});
