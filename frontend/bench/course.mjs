// Measures the picture of a long course in Chromium against the real backend, and prints one line of JSON:
// from the key that opens the chart's first part, with the record below it, to the frame with the points; of
// that the call; and from the key that turns the table back into the picture to the frame.
// The records are those TestCourseOfMany leaves, named with their passphrase by the environment.
import { start } from "../e2e/harness.mjs";
import { unlock } from "../e2e/steps.mjs";

const runs = 25;

const quantiles = (values) => {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (q) => sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
	return { runs: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99) };
};

const app = await start({ vault: process.env.COURSE_VAULT });
try {
	const { page } = app;
	await unlock(app, process.env.COURSE_PASSPHRASE);
	await page.keyboard.press("Control+k");
	await page.getByRole("combobox").fill("Nell");
	await page.getByRole("option", { name: "Nell Harrow" }).first().waitFor();
	await page.keyboard.press("Enter");
	const points = page.locator(".course .mark");
	await points.first().waitFor();
	const count = await points.count();

	await page.evaluate(() => {
		const { Course } = window.go.app.Measures;
		window.go.app.Measures.Course = async (id) => {
			const before = performance.now();
			const chart = await Course(id);
			window.called = performance.now() - before;
			return chart;
		};
		const main = document.getElementById("main");
		let pressed = 0;
		window.addEventListener(
			"keydown",
			(e) => {
				pressed = e.timeStamp;
			},
			{ capture: true },
		);
		new MutationObserver(() => {
			if (!pressed || !main.querySelector(".course .mark")) return;
			const from = pressed;
			pressed = 0;
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => window.painted(performance.now() - from);
				port2.postMessage(0);
			});
		}).observe(main, { childList: true, subtree: true });
	});
	/** From a key to the frame with the points it brings. */
	const painted = async (key) => {
		await page.evaluate(() => {
			window.next = new Promise((resolve) => {
				window.painted = resolve;
			});
		});
		await page.keyboard.press(key);
		return page.evaluate(() => window.next);
	};
	const shown = [];
	const called = [];
	const drawn = [];
	for (let n = 0; n < runs; n++) {
		await page.keyboard.press("7");
		await page.getByRole("heading", { level: 2, name: "Files" }).waitFor();
		shown.push(await painted("1"));
		called.push(await page.evaluate(() => window.called));
		await page.keyboard.press("t");
		await page.getByRole("table", { name: "Course" }).waitFor();
		drawn.push(await painted("t"));
	}
	console.log(
		JSON.stringify({
			points: count,
			shown: quantiles(shown),
			called: quantiles(called),
			drawn: quantiles(drawn),
		}),
	);
} finally {
	await app.stop();
}
