import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { call } from "./steps.mjs";

/** What would still move although motion is not wanted. */
const moving = (page) =>
	page.evaluate(() =>
		[...document.querySelectorAll("*")]
			.filter((el) => {
				const { transitionDuration, animationName } = getComputedStyle(el);
				return transitionDuration.split(", ").some((d) => d !== "0s") || animationName !== "none";
			})
			.map((el) => el.outerHTML.slice(0, 80)),
	);

test("every screen fits at 960 and 320 px, at twice the text size, and in forced colours", async (t) => {
	const app = await start({ sample: true });
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	await page.getByRole("heading", { name: "In the integration window" }).waitFor();

	const view = await call(app, "Today", "Get");
	const inWindow = view.windows[0];
	const chart = await call(app, "Clients", "Chart", inWindow.client_id);
	const signed = chart.record.find((r) => r.status === "signed");
	const toChart = async () => {
		await keyboard.press("Control+1");
		await page.getByRole("heading", { name: "In the integration window" }).waitFor();
		await keyboard.press("Control+k");
		await page.getByRole("combobox").fill(chart.name);
		// Recent charts are listed before anything is found: Enter opens what is chosen.
		await page.locator("[role=option][data-highlighted]", { hasText: chart.name }).waitFor();
		await keyboard.press("Enter");
		await title(chart.name);
	};

	/** Each screen: how to get there, and what shows that one is there. */
	const screens = {
		today: async () => {
			await keyboard.press("Control+1");
			await page.getByRole("heading", { name: "In the integration window" }).waitFor();
		},
		keys: async () => {
			await keyboard.press("?");
			await page.getByRole("dialog", { name: "Keys" }).waitFor();
		},
		search: async () => {
			await keyboard.press("Control+k");
			await page.getByRole("combobox").waitFor();
		},
		clients: async () => {
			await keyboard.press("Control+2");
			await page.getByRole("list", { name: "Clients" }).waitFor();
		},
		"new client": async () => {
			await keyboard.press("Control+Shift+N");
			await title("New client");
		},
		chart: toChart,
		plan: async () => {
			await toChart();
			await keyboard.press("Control+n");
			await title(/^Plan a session/);
		},
		"session, signed": async () => {
			await toChart();
			await page
				.getByRole("list", { name: "Record" })
				.getByRole("button", { name: new RegExp(`${signed.title}.*Signed`) })
				.first()
				.click();
			await title(signed.title);
		},
		"note, signed": async () => {
			await screens["session, signed"]();
			await keyboard.press("Control+Enter");
			await page.getByText(/^Signed by /).waitFor();
		},
		preview: async () => {
			await screens["note, signed"]();
			await keyboard.press("Control+p");
			await page.getByRole("img", { name: /^Page 1 of / }).waitFor();
		},
		"note, draft": async () => {
			await keyboard.press("Control+1");
			await page
				.getByRole("button", { name: /^Review, / })
				.first()
				.click();
			await page.getByRole("button", { name: "Sign and lock" }).waitFor();
		},
		settings: async () => {
			await keyboard.press("Control+,");
			await title("Settings");
		},
		locked: async () => {
			await keyboard.press("Control+l");
			await page.getByText("Your records are locked.").waitFor();
		},
		"recovery code": async () => {
			await page.getByRole("button", { name: "Use recovery code" }).click();
			await title("Use your recovery code.");
		},
		restore: async () => {
			await page.getByRole("button", { name: "Back" }).click();
			await page.getByRole("button", { name: "Restore a backup" }).click();
			await title("Restore a backup.");
		},
	};

	for (const [name, arrive] of Object.entries(screens))
		await t.test(name, async (t) => {
			t.after(async () => {
				await page.emulateMedia({ forcedColors: "none" });
				await page.setViewportSize({ width: 1280, height: 800 });
				await keyboard.press("Control+0");
				if (!(await page.locator("dialog[open]").count())) return;
				await keyboard.press("Escape");
				await page.locator("dialog[open]").waitFor({ state: "detached" });
			});
			await arrive();
			await app.reflows(name);

			await app.edges(name);
			assert.deepEqual(await moving(page), [], "moves although motion is not wanted");

			for (let n = 0; n < 6; n++) await keyboard.press("Control+=");
			assert.equal(await page.evaluate(() => document.documentElement.dataset.text), "200");
			await app.fits(`${name}, text at 200 %`);
			await app.axe(`${name}, text at 200 %`);
			await keyboard.press("Control+0");
		});
});
