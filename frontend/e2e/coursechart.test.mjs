// The picture of a course by keyboard: its points are walked and say themselves, what it shows is chosen,
// a form is opened from it, and the table says the same.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { clientId } from "./ready.mjs";
import { call } from "./steps.mjs";

test("the picture of a course is walked, chosen, opened and read as a table", async (t) => {
	const app = await start({ sample: true });
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const picture = page.locator(".course svg");
	const lane = (title) => picture.locator("text.strong", { hasText: title });
	const spoken = (words) =>
		page.waitForFunction((w) => document.activeElement?.getAttribute("aria-label") === w, words);
	const press = async (key, words) => {
		await keyboard.press(key);
		await spoken(words);
	};

	await page.getByRole("navigation", { name: "Places" }).waitFor();
	const chart = await call(app, "Measures", "Course", await clientId(app, "Maren"));
	const [phq, gad] = chart.series;
	const { sessions, notices } = chart;
	await keyboard.press("Control+k");
	await page.getByRole("combobox").fill("Maren");
	await page.getByRole("option", { name: "Maren Holt" }).first().waitFor();
	await keyboard.press("Enter");
	await lane("GAD-7").waitFor();

	await t.test("it says in words what the change means, with the rule", async () => {
		await page.getByText(phq.claims.join(" ")).waitFor();
		assert.match(phq.claims.join(" "), /lower .* than at baseline\. Response, by the rule: /);
	});

	await t.test("its points are one stop of Tab and say themselves", async () => {
		await pressShown(page, "V", "v");
		await page.waitForFunction(() => document.activeElement?.matches(".course-chooser input"));
		await tabTo(page, sessions.at(-1).words);
		await press("Home", sessions[0].words);
		await press("ArrowDown", phq.points[0].words);
		await press("ArrowDown", gad.points[0].words);
		await press("ArrowUp", phq.points[0].words);
		await page.locator("#course-said", { hasText: phq.points[0].words }).waitFor();
		await picture.locator(".ring").waitFor();
		await press("End", sessions.at(-1).words);
		await press("ArrowDown", phq.points.at(-1).words);
		await press("ArrowDown", gad.points.at(-1).words);
		await press("ArrowDown", notices[0].points.at(-1).words);
		await press("ArrowDown", notices[1].points.at(-1).words);
		// One form is one step, however many points it has.
		await press("ArrowLeft", gad.points.at(-1).words);
		await press("ArrowLeft", phq.points.at(-1).words);
	});

	await t.test("it can be read at every size", async () => {
		await app.axeBothThemes("course chart");
		await app.reflows("course chart");
		for (const width of [1280, 320]) {
			await page.setViewportSize({ width, height: 800 });
			await page.waitForFunction(
				() =>
					document.querySelector(".course svg").clientWidth ===
					document.querySelector(".course").clientWidth,
			);
			const wrong = await page.evaluate(() => {
				const frame = document.querySelector(".course svg").getBoundingClientRect();
				const texts = [...document.querySelectorAll(".course svg text")].map((el) => ({
					said: el.textContent,
					box: el.getBoundingClientRect(),
				}));
				const out = texts.filter(
					({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1,
				);
				const over = texts.flatMap((a, i) =>
					texts
						.slice(i + 1)
						.filter(
							(b) =>
								a.box.left < b.box.right &&
								b.box.left < a.box.right &&
								// The lines of a text are higher than its letters.
								a.box.top + 4 < b.box.bottom &&
								b.box.top + 4 < a.box.bottom,
						)
						.map((b) => `${a.said} over ${b.said}`),
				);
				return [...out.map((o) => o.said), ...over];
			});
			assert.deepEqual(wrong, [], `labels at ${width} px`);
		}
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	await t.test("a form is opened from it, and what was chosen stays", async () => {
		await pressShown(page, "V", "v");
		await page.waitForFunction(() => document.activeElement?.matches(".course-chooser input"));
		await keyboard.press("Tab");
		await keyboard.press("Space");
		await lane("GAD-7").waitFor({ state: "detached" });
		await tabTo(page, phq.points.at(-1).words);
		await keyboard.press("Enter");
		await page.getByRole("heading", { level: 1, name: "PHQ-9" }).waitFor();
		await keyboard.press("Alt+ArrowLeft");
		await lane("PHQ-9").waitFor();
		assert.equal(await lane("GAD-7").count(), 0);
		assert.equal(await page.getByRole("checkbox", { name: "GAD-7" }).isChecked(), false);
		await page.getByRole("checkbox", { name: "GAD-7" }).focus();
		await keyboard.press("Space");
		await lane("GAD-7").waitFor();
	});

	await t.test("the table says the same", async () => {
		await pressShown(page, "T", "t");
		const table = page.getByRole("table", { name: "Course" });
		await table.waitFor();
		const rows = await table
			.locator("tbody tr")
			.evaluateAll((list) =>
				list.map((r) => [...r.children].slice(0, 3).map((c) => c.textContent)),
			);
		const wanted = [
			...sessions.map((s) => [s.date_text, s.title, s.dose_text]),
			...chart.windows.map((w) => [w.date_text, w.title, ""]),
			...[...chart.series, ...notices].flatMap((s) =>
				s.points.map((p) => [p.date_text, s.title, String(p.value)]),
			),
		];
		assert.deepEqual(rows.map(String).sort(), wanted.map(String).sort());
		await app.reflows("course table");
		await pressShown(page, "T", "t");
		await picture.waitFor();
	});
});
