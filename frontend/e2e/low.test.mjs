// The live screen in low windows: whatever card stands in the log's column, what is written with stays in sight.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { answerDay, clientId, giveSafety, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

const sizes = [
	[960, 640],
	[800, 500],
];

test("a lost connection and a hold in low windows leave the field and the marks in sight", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;

	/** What is cut off or lies under something else, at each size. */
	const inSight = async (where) => {
		for (const [width, height] of sizes) {
			await page.setViewportSize({ width, height });
			await page.waitForFunction(() => document.documentElement.dataset.room !== "wide");
			const hidden = () =>
				page.evaluate(() => {
					const parts =
						"#entry, .live-marks button, .live-head button, .hold-card button, .live-values > p > span, .live-plan button";
					return [...document.querySelectorAll(parts)]
						.filter((el) => el.checkVisibility())
						.filter((el) => {
							const { left, right, top, bottom } = el.getBoundingClientRect();
							const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
							return top < 0 || bottom > innerHeight || !el.contains(over);
						})
						.map((el) => (el.ariaLabel ?? el.textContent).trim());
				});
			const until = Date.now() + 3_000;
			while ((await hidden()).length > 0 && Date.now() < until)
				await page.evaluate(() => new Promise(requestAnimationFrame));
			if (process.env.E2E_SHOTS)
				await page.screenshot({ path: `${process.env.E2E_SHOTS}/${where}-${width}.png` });
			assert.deepEqual(await hidden(), [], `hidden, ${where}, ${width} x ${height}`);
			await app.fits(`${where}, ${width} x ${height}`);
		}
		await app.axe(where);
		await page.setViewportSize({ width: 1280, height: 800 });
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow", { Phone: "555 0100" });
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client, "virtual");
	await makeReady(app, client, session);
	const [{ clearance }] = (await call(app, "Clearances", "Get", client)).rows;
	await call(app, "Clearances", "Save", {
		...clearance,
		limits: { systolic_max_mmhg: 150, diastolic_max_mmhg: 95 },
	});
	await giveSafety(app, session);
	await answerDay(app, session);
	await call(app, "Sessions", "Begin", session.id);
	await keyboard.press("Control+3");
	await keyboard.press("Control+1");
	await page.getByText(/^Session with/).waitFor();
	await keyboard.press("Control+Shift+S");
	await page.getByRole("button", { name: /^End session/ }).waitFor();

	await t.test("the connection is lost", async () => {
		await pressShown(page, "C", "c");
		await page.getByRole("region", { name: "Connection lost" }).waitFor();
		await page.getByText(/^Connection lost saved/).waitFor();
		await inSight("lost");
		await keyboard.press("l");
		await page.getByText(/^Called the client, 555 0103 saved/).waitFor();
		await inSight("called");
		await keyboard.press("c");
		await page.getByRole("region", { name: "Connection lost" }).waitFor({ state: "detached" });
	});

	await t.test("a hold", async () => {
		await pressShown(page, "V");
		await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
		await keyboard.type("162 98 88 97");
		await keyboard.press("Enter");
		await page.getByRole("region", { name: "Hold" }).waitFor();
		await inSight("held");
	});
});
