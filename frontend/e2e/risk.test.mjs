// PHQ-9 item 9 above zero, by keyboard alone: it asks until somebody has chosen and written.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { answerDay, clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice, lock, unlock } from "./steps.mjs";

test("a risk a form speaks of is reviewed by keyboard", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const prompt = page.getByRole("dialog", { name: "Talk about this now" });
	const banner = page.locator(".risk-banner");
	const heading = (level, name) =>
		page.getByRole("heading", { level, name, exact: true }).waitFor();
	const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};
	/** Opens the questionnaire in the chart that is shown, asks it, and answers what is given. */
	const ask = async (keys) => {
		await pressShown(page, "6");
		await heading(2, "Forms");
		await page.locator("#measure-phq-9").focus();
		await keyboard.press("Enter");
		await page.locator("#measure-phq-9[aria-expanded=true]").waitFor();
		await pressShown(page, "A", "a");
		await heading(1, "PHQ-9");
		for (const [i, key] of [...keys].entries()) {
			await page.waitForFunction(
				(n) =>
					document.activeElement
						?.closest("[data-item]")
						?.querySelector("legend")
						.textContent.startsWith(String(n)),
				i + 1,
			);
			await keyboard.press(key);
		}
		await focused("form-finish");
	};
	/** Leaves the prompt for the one place that a safety plan needs. */
	const toPlan = async () => {
		await pressShown(page, "Ctrl E", "Control+e");
		await prompt.waitFor({ state: "detached" });
		await banner.waitFor();
		await heading(2, "Preparation");
	};

	/** Opens the other client's chart by the palette. */
	const toOtto = async () => {
		await keyboard.press("Control+k");
		await page.getByRole("dialog", { name: "Search clients and commands" }).waitFor();
		await keyboard.type("Otto");
		// Until the search has its answer the charts of late are offered.
		await page.getByRole("option", { name: /Maren Holt/ }).waitFor({ state: "detached" });
		await page.getByRole("option", { name: /Otto Brandt/ }).waitFor();
		await keyboard.press("Enter");
		await heading(1, "Otto Brandt");
	};

	let session;
	await createPractice(app, { backup: false });
	await addClient(app, "Otto Brandt");
	await addClient(app, "Maren Holt", { Phone: "555 0101" });

	await t.test("a low total opens the prompt, and nothing closes it", async () => {
		await ask("000000001");
		assert.equal(await prompt.count(), 0, "the prompt stands between the questions");
		await keyboard.press("Control+Enter");
		await prompt.getByText(/^PHQ-9 item 9 was answered 1, several days, on /).waitFor();
		await prompt.getByText("No safety plan is written for this client.").waitFor();
		await prompt.getByText("The client 555 0101").waitFor();
		await look("the risk prompt");
		const keys = [
			"Escape",
			"Escape",
			"Escape",
			"Control+k",
			"Control+1",
			"Control+2",
			"Alt+ArrowLeft",
		];
		for (const key of [...keys, "Control+z", "Control+n", "Backspace", "?", "Escape", "Escape"])
			await keyboard.press(key);
		await page.mouse.click(5, 5);
		for (let n = 0; n < 15; n++) {
			await keyboard.press("Tab");
			const inside = await page.evaluate(() =>
				["DIALOG", "BODY"].some(
					(tag) => document.activeElement.closest("dialog, body").tagName === tag,
				),
			);
			assert.ok(inside, "Tab leaves the prompt");
		}
		await keyboard.press("Escape");
		assert.equal(await page.locator("dialog[open]").count(), 1);
		assert.ok(await prompt.isVisible());
		await page.evaluate(() => window.runtime.EventsEmit("command", "today"));
		assert.ok(await prompt.isVisible());
	});

	await t.test("whom to call is one key away", async () => {
		await pressShown(page, "F1");
		const card = page.getByRole("dialog", { name: "Emergency card" });
		await card.getByText("555 0101").waitFor();
		await app.axe("the emergency card over the prompt");
		await keyboard.press("Escape");
		await card.waitFor({ state: "detached" });
		assert.ok(await prompt.isVisible());
	});

	await t.test("no choice and no words are refused beside their fields", async () => {
		await keyboard.press("Control+Enter");
		await prompt.getByText("Choose no concern, watch or act on plan.").waitFor();
		await prompt.getByText("Write what you asked, what you heard and what you did.").waitFor();
		await app.axe("a review that is refused");
		// The first that is wrong has the focus; a digit chooses and goes to the words.
		await pressShown(page, "2");
		await focused("risk-words");
		assert.ok(await prompt.getByRole("radio", { name: "Watch" }).isChecked());
		await keyboard.press("Control+Enter");
		await prompt
			.getByText("Choose no concern, watch or act on plan.")
			.waitFor({ state: "detached" });
		await prompt.getByText("Write what you asked, what you heard and what you did.").waitFor();
		await focused("risk-words");
	});

	await t.test("it outlasts the lock, with what was typed", async () => {
		await keyboard.type("No plan, no means.");
		await lock(app);
		await unlock(app);
		await prompt.waitFor();
		await page.waitForFunction(
			() => document.getElementById("risk-words")?.value === "No plan, no means.",
		);
		assert.ok(await prompt.getByRole("radio", { name: "Watch" }).isChecked());
	});

	await t.test("a full disk keeps it open and says so", async () => {
		const roomAgain = await app.disk("full");
		await keyboard.press("Control+Enter");
		await prompt.getByText(/Not saved: the disk is full/).waitFor();
		assert.equal(await page.locator("#risk-words").inputValue(), "No plan, no means.");
		await roomAgain();
	});

	await t.test("the safety plan is written from it", async () => {
		await toPlan();
		await look("the banner where the plan is written");
		await page.getByLabel("Safety plan").focus();
		await keyboard.type("Call Kim.");
		await page.locator(".part-head", { hasText: /Saved \d/ }).waitFor();
		await pressShown(page, "Ctrl J", "Control+j");
		await prompt.getByText("Call Kim.", { exact: true }).waitFor();
		await page.waitForFunction(
			() => document.getElementById("risk-words")?.value === "No plan, no means.",
		);
	});

	await t.test("Today and the Prepare room lead to it, another chart does not", async () => {
		await toPlan();
		await toOtto();
		assert.equal(await banner.count(), 0);
		assert.equal(await prompt.count(), 0);

		const maren = await clientId(app, "Maren Holt");
		session = await planDosing(app, maren);
		await makeReady(app, maren, session);
		await answerDay(app, session);
		await keyboard.press("Control+1");
		const due = page.getByRole("region", { name: "Due" }).getByRole("listitem").first();
		await due.getByText(/^PHQ-9 item 9 of Maren Holt, .*: review the risk/).waitFor();
		await look("Today with a risk to review");
		await page.getByText("One thing stands in the way: PHQ-9 item 9 was answered 1").waitFor();
		await tabTo(page, "Prepare room, Maren Holt");
		await keyboard.press("Enter");
		await heading(1, "Prepare room");
		await page
			.getByText(/, and nobody has reviewed the risk\.$/)
			.first()
			.waitFor();
		assert.ok(await page.getByRole("button", { name: /^Begin session/ }).isDisabled());
		await app.axe("the Prepare room with a risk to review");
		await pressShown(page, "R", "r");
		await prompt.waitFor();
		await toPlan();
		await keyboard.press("Control+1");
		await due.getByText(/^PHQ-9 item 9 of Maren Holt/).waitFor();
		await pressShown(page, "D", "d");
		await prompt.waitFor();
	});

	await t.test("kept, it is a line under the course, and nothing stands in the way", async () => {
		await page.waitForFunction(
			() => document.getElementById("risk-words")?.value === "No plan, no means.",
		);
		await keyboard.press("Control+Enter");
		await prompt.waitFor({ state: "detached" });
		await page.getByText(/^Item 9 was 1 on .*: Watch\.$/).waitFor();
		await page.getByText("No plan, no means.").waitFor();
		await look("a form with its review");
		await pressShown(page, "Esc", "Escape");
		await heading(2, "Forms");
		assert.equal(await banner.count(), 0);
		await pressShown(page, "1");
		await heading(2, "Course");
		const line = page.locator(".risk-lines", { hasText: /Item 9 was 1 on .*: Watch\./ });
		await line.waitFor();
		await look("the line under the course");
		await line.getByRole("button").focus();
		await keyboard.press("Enter");
		await page.getByText("No plan, no means.").waitFor();
		const [ready] = await call(app, "Readiness", "Get", session.id);
		assert.equal(ready.blocked, false);
	});

	await t.test("a form that is left asks in the chart", async () => {
		await toOtto();
		await ask("--------2");
		await page.getByText(/^Saved \d/).waitFor();
		await keyboard.press("Escape");
		await prompt.getByText(/^PHQ-9 item 9 was answered 2, more than half the days, on /).waitFor();
		await banner.waitFor();
		await app.axe("the prompt in a chart");
		// Gone elsewhere, Today leads to it first, and the form asks.
		await toPlan();
		await keyboard.press("Control+1");
		const due = page.getByRole("region", { name: "Due" }).getByRole("listitem").first();
		await due.getByText(/^PHQ-9 item 9 of Otto Brandt, .*: review the risk/).waitFor();
		await pressShown(page, "D", "d");
		await prompt.getByText(/^PHQ-9 item 9 was answered 2/).waitFor();
		await pressShown(page, "1");
		await focused("risk-words");
		await keyboard.type("He spoke of the week his father died.");
		await keyboard.press("Control+Enter");
		await prompt.waitFor({ state: "detached" });
		await banner.waitFor({ state: "detached" });
	});
});
