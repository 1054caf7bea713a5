// Measures a running session in Chromium against the real backend, and prints one line of JSON: from a
// key press to the row that says it is on disk, and to the frame after; and what three hours leave.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "../e2e/harness.mjs";
import { addClient, beginSession, call, createPractice } from "../e2e/steps.mjs";

const presses = 100;
const idle = 30_000;

const quantiles = (values) => {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (q) => sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
	return { runs: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99) };
};

/** What one sync of a page takes in the folder. */
function syncTimes(folder) {
	const took = [];
	const file = openSync(join(folder, "sync"), "w");
	for (let n = 0; n < presses; n++) {
		writeSync(file, Buffer.alloc(4096, n), 0, 4096, 0);
		const before = performance.now();
		fsyncSync(file);
		took.push(performance.now() - before);
	}
	closeSync(file);
	return quantiles(took);
}

/** The digits that are marks here: those of touch that was not agreed are left out. */
const digitsOf = (page) =>
	page
		.locator(".live-marks button kbd")
		.evaluateAll((kbds) => kbds.map((k) => k.textContent).filter((digit) => /^\d$/.test(digit)));

/** Presses marks one by one, each once the one before is on disk and painted. */
async function pressMarks(page, count) {
	await page.evaluate(() => {
		const list = document.querySelector(".live-rows");
		let pressed = 0;
		let before = 0;
		window.addEventListener(
			"keydown",
			(e) => {
				pressed = e.timeStamp;
				before = list.childElementCount;
			},
			{ capture: true },
		);
		new MutationObserver(() => {
			if (!pressed || list.childElementCount <= before) return;
			if (list.lastElementChild.hasAttribute("aria-busy")) return;
			const row = performance.now() - pressed;
			const from = pressed;
			pressed = 0;
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => window.painted({ row, frame: performance.now() - from });
				port2.postMessage(0);
			});
		}).observe(list, { childList: true, subtree: true, attributeFilter: ["aria-busy"] });
	});
	const digits = await digitsOf(page);
	const took = [];
	for (let n = 0; n < count; n++) {
		await page.evaluate(() => {
			window.next = new Promise((resolve) => {
				window.painted = resolve;
			});
		});
		await page.keyboard.press(digits[n % digits.length]);
		took.push(await page.evaluate(() => window.next));
	}
	return { row: quantiles(took.map((t) => t.row)), frame: quantiles(took.map((t) => t.frame)) };
}

const toSession = async (page) => {
	await page.keyboard.press("Control+1");
	await page.getByRole("button", { name: "Return", exact: true }).waitFor();
	await page.keyboard.press("Control+Shift+s");
	await page.locator(".live-rows [data-row]").first().waitFor();
	await page.evaluate(() => document.getElementById("main").focus());
};

const allSaved = (page, rows) =>
	page.waitForFunction(
		(rows) =>
			document.querySelectorAll("[data-row]").length >= rows &&
			!document.querySelector("[data-row][aria-busy]"),
		rows,
	);

/** Processor time a process has used, in seconds, and its memory, in MB. */
function use(pid) {
	const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
	const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
	return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, pss: Number(pss[1]) / 1024 };
}

async function measure(folder, { long }) {
	const app = await start({ vault: join(folder, "vault") });
	try {
		const { page } = app;
		await createPractice(app, { backup: false });
		await addClient(app, "Nell Harrow");
		const participant = await beginSession(app, "Nell Harrow");
		const [{ session_id: session }] = await call(app, "Live", "Running");
		await toSession(page);
		const result = { sync: syncTimes(folder), empty: await pressMarks(page, presses) };
		const rows = () => page.locator("[data-row]").count();
		await page.evaluate(
			async ([session, participant, count]) => {
				for (let n = 0; n < count; n++)
					await window.go.app.Sessions.RecordObservation(session, {
						entry: {
							id: crypto.randomUUID(),
							participant_id: participant,
							at: new Date().toISOString(),
							corrects_id: "",
						},
						kind: "",
						text: `Entry ${n}, of the length that an entry has.`,
						client_words: false,
					});
			},
			[session, participant, 500 - (await rows())],
		);
		await toSession(page);
		result.at500 = await pressMarks(page, presses);
		if (!long) return result;

		const digits = await digitsOf(page);
		for (let n = await rows(); n < 1080; n++) await page.keyboard.press(digits[n % digits.length]);
		await allSaved(page, 1080);
		const before = use(app.pid());
		await new Promise((r) => setTimeout(r, idle));
		const after = use(app.pid());
		const devtools = await page.context().newCDPSession(page);
		await devtools.send("HeapProfiler.collectGarbage");
		const { usedSize } = await devtools.send("Runtime.getHeapUsage");
		result.threeHours = {
			entries: await rows(),
			elements: await page.evaluate(() => document.querySelectorAll("*").length),
			heapMB: usedSize / 2 ** 20,
			backendPssMB: after.pss,
			backendCpuPercent: ((after.cpu - before.cpu) / idle) * 100_000,
		};
		return result;
	} finally {
		await app.stop();
	}
}

const inMemory = await mkdtemp("/dev/shm/snowfield-bench-");
const onDisk = await mkdtemp(join(tmpdir(), "snowfield-bench-"));
try {
	const results = {
		disk: await measure(onDisk, { long: true }),
		memory: await measure(inMemory, { long: false }),
	};
	console.log(JSON.stringify(results));
} finally {
	for (const folder of [inMemory, onDisk]) await rm(folder, { recursive: true, force: true });
}
