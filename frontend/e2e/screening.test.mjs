import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId } from "./ready.mjs";
import { addClient, call, createPractice, lock, unlock } from "./steps.mjs";

test("a client is screened, and screened again, without a pointer", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) => page.getByRole("heading", { level, name }).waitFor();
	const text = (words) => page.getByText(words).first().waitFor();
	const at = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const question = (key) =>
		page.waitForFunction(
			(key) => document.activeElement?.closest("[data-question]")?.dataset.question === key,
			key,
		);
	const stored = async () => call(app, "Screening", "Get", await clientId(app, "Ana"));
	const client = async () => call(app, "Clients", "Get", await clientId(app, "Ana"));
	const saved = (holds) =>
		assert.doesNotReject(async () => {
			for (let n = 0; n < 100; n++) {
				if (holds(await stored())) return;
				await page.waitForTimeout(50);
			}
			throw new Error("it was not saved");
		});
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};
	/** Answers no to what is left, from the focused question on. */
	const restNo = async (left) => {
		for (let n = 0; n < left; n++) await keyboard.press("n");
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Ana Lee");
	// Kept without a word, what was not asked stays not asked.
	await tabTo(page, "Edit allergies: Not recorded");
	await keyboard.press("Enter");
	await at("glance-allergies");
	await keyboard.press("Enter");
	await page.getByRole("button", { name: "Edit allergies: Not recorded" }).waitFor();
	await keyboard.press("2");
	await text("Not screened yet.");
	await look("not screened");

	await pressShown(page, "B", "b");
	await question("hypersensitivity");
	const count = (await stored()).open.answers.length;
	await pressShown(page, "N", "n");
	await question("vascular");
	await pressShown(page, "J", "j");
	await question("high_pressure");
	await keyboard.press("ArrowUp");
	await question("vascular");
	await pressShown(page, "K", "k");
	await question("hypersensitivity");
	await keyboard.press("ArrowDown");

	await pressShown(page, "Y", "y");
	await at("detail-vascular");
	await keyboard.type("An aneurysm, clipped in 2015.");
	await text("It blocks a dosing session until a clearance covers it.");
	await keyboard.press("Enter");
	await question("high_pressure");
	await text("One flag open");
	await pressShown(page, "U", "u");
	await text("Two flags open"); // the column at the side, while the round goes on
	await at("detail-high_pressure");
	await keyboard.press("Enter");
	await pressShown(page, "K", "k");
	await question("high_pressure");
	await pressShown(page, "P", "p");
	await text(/Is high blood pressure uncontrolled at present\? Unknown$/);
	await keyboard.press("j");
	await question("psychosis");
	await look("a round");
	for (let n = 0; n < 6; n++) await keyboard.press("Control+=");
	assert.equal(await page.evaluate(() => document.documentElement.dataset.text), "200");
	await app.fits("a round, text at 200 %");
	await keyboard.press("Control+0");

	// Locked at the next key, everything is there again.
	await keyboard.press("n");
	await lock(app);
	await unlock(app);
	await saved((v) => v.open.answers.filter((a) => a.answer).length === 4);
	await text(/questions not answered yet\./);

	await pressShown(page, "J", "j");
	await question("mania_acute");
	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await text("Answer no, yes or unknown.");
	await text("Say what you conclude.");
	await question("mania_acute");
	await look("a round that is refused");
	await keyboard.press("y");
	await at("detail-mania_acute");
	await keyboard.press("Enter");
	await question("mania_history");
	await restNo(3);
	await question("heart");
	await keyboard.press("y");
	await at("detail-heart");
	await keyboard.type("An arrhythmia since 2019.");
	await keyboard.press("Enter");
	await question("brain_injury");
	await restNo(count - 9);
	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await text("Say what, and since when.");
	await at("detail-mania_acute");
	await keyboard.press("Shift+Tab");
	await question("mania_acute");
	await keyboard.press("n");
	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await text("Answer about allergies: none known, a list, or unknown.");
	await tabTo(page, "None known");
	await keyboard.press("ArrowRight");
	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await text("List the allergies, or choose another answer.");
	await at("screening-allergies-list");
	await look("a list without words");
	await keyboard.type("Penicillin: hives");
	await lock(app);
	await unlock(app);
	await at("screening-allergies-list");
	assert.equal((await client()).allergies, "Penicillin: hives");
	await keyboard.type(", latex");
	await keyboard.press("Enter");
	await at("screening-notes");
	await page.getByRole("button", { name: "Penicillin: hives, latex" }).waitFor();
	await tabTo(page, "Clear");
	await keyboard.press("Space");
	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await text("A flag is open, so the screening is not clear.");
	await page.waitForFunction(() => document.activeElement?.name === "conclusion");
	await keyboard.press("ArrowRight");
	await pressShown(page, "Ctrl Enter", "Control+Enter");
	await at("part-title");
	await text("Needs prescriber");
	await look("screened");

	await pressShown(page, "R", "r");
	const reason = page.getByRole("dialog", { name: "Give a reason" });
	await reason.getByText("An arrhythmia since 2019.").waitFor();
	await keyboard.press("Enter");
	await reason.getByText("Say why this no longer stands in the way.").waitFor();
	await keyboard.type("Her cardiologist wrote");
	await lock(app);
	await unlock(app);
	await at("resolve-reason");
	await keyboard.press("End");
	await keyboard.type(" on 3 March.");
	await app.axeBothThemes("a reason");
	await keyboard.press("Enter");
	await text(/^Resolved on .*: Her cardiologist wrote on 3 March\.$/);
	await text("It blocks a dosing session until a clearance covers it.");

	await pressShown(page, "M", "m");
	const sheet = page.getByRole("dialog", { name: "Add a medicine" });
	await at("medicine-name");
	await keyboard.press("Enter");
	await sheet.getByText("Give the medicine's name.").waitFor();
	await keyboard.type("Lorazepam");
	await tabTo(page, "Dose");
	await keyboard.type("1 mg");
	await lock(app);
	await unlock(app);
	await at("medicine-dose");
	assert.equal(await page.inputValue("#medicine-name"), "Lorazepam");
	await tabTo(page, "Class");
	await keyboard.type("Benzo");
	await app.axeBothThemes("a medicine");
	await app.reflows("a medicine");
	await tabTo(page, "Prescribed by");
	await keyboard.press("Enter");
	await text("Lorazepam 1 mg. Benzodiazepine: how should it be handled around a ketamine session?");
	await tabTo(page, "Change Lorazepam");
	await keyboard.press("Enter");
	await tabTo(page, "Last day");
	await keyboard.type("yesterday");
	await keyboard.press("Enter");
	await text(/Benzodiazepine, Until /);
	await page.getByText(/how should it be handled/).waitFor({ state: "detached" });

	await pressShown(page, "B", "b");
	await question("hypersensitivity");
	await keyboard.press("y");
	await at("detail-hypersensitivity");
	await keyboard.type("A rash.");
	await text("Was no, is now yes");
	await keyboard.press("Enter");
	await restNo(count - 1);
	await text("Was yes, is now no");
	await look("a repeat");
	await tabTo(page, "Clear");
	await keyboard.press("ArrowRight");
	await tabTo(page, "To be repeated by");
	await keyboard.press("Control+a");
	await keyboard.type("tomorrow");
	await page.locator("#screening-allergies-list").focus();
	await keyboard.press("Control+a");
	await keyboard.type("Latex alone");
	await pressShown(page, "Ctrl Enter", "Control+Enter"); // straight from the list
	await at("part-title");
	await text("Four changes");
	assert.equal((await client()).allergies, "Latex alone");
	await tabTo(page, /Four changes/);
	await keyboard.press("Enter");
	await look("a round to be read");

	await keyboard.press("Control+1");
	await text("Screening of Ana Lee");
	await look("a screening that is due");
	await pressShown(page, "D", "d");
	await heading(2, "Screening");
	await heading(1, "Ana Lee");
});

test("suicidal intent is closed beside a safety plan", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await createPractice(app, { backup: false });
	await addClient(app, "Ana Lee");
	const id = await clientId(app, "Ana");
	const ana = await call(app, "Clients", "Get", id);
	await call(app, "Clients", "Save", { ...ana, allergy_answer: "none_known" });
	const { open } = await call(app, "Screening", "Begin", id);
	const answers = open.answers.map((a) =>
		a.item_key === "suicidal"
			? { ...a, answer: "yes", detail: "In March; none now." }
			: { ...a, answer: "no" },
	);
	const round = { ...open, answers, conclusion: "needs_prescriber" };
	const saved = await call(app, "Screening", "Save", round);
	await call(app, "Screening", "Complete", id, open.id, saved.open.version);

	await keyboard.press("2");
	await page.getByText("or a reason is recorded, with a safety plan.").waitFor();
	await app.axeBothThemes("a flag that waits for the safety plan");
	await app.reflows("a flag that waits for the safety plan");
	await pressShown(page, "S", "s");
	await page.getByRole("heading", { level: 2, name: "Preparation" }).waitFor();
	await tabTo(page, "Safety plan");
	await keyboard.type("Call Kim.");
	await keyboard.press("Alt+ArrowLeft");
	await pressShown(page, "R", "r");
	const reason = page.getByRole("dialog", { name: "Give a reason" });
	await reason.getByText("Safety plan: Call Kim.").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "resolve-reason");
	await keyboard.type("No intent since April.");
	await app.axeBothThemes("a reason beside the safety plan");
	await keyboard.press("Enter");
	await page.getByText(/^Resolved on .*: No intent since April\.$/).waitFor();
});
