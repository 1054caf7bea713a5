// Starts the app's real backend with a page in headless Chromium before it. Every journey has its own
// empty place: vault, dialogs, logs and home are folders of their own, removed at the end.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const frontend = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const axeSource = readFileSync(join(frontend, "node_modules/axe-core/axe.min.js"), "utf8");

const chromiumFlags = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const chromiumPaths = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The build to work: the one named by the task runner, or one made now. */
async function devBinary() {
	if (process.env.SNOWFIELD_DEV_BINARY) return process.env.SNOWFIELD_DEV_BINARY;
	const path = join(root, "build/bin/snowfield-dev");
	const build = spawn("go", ["build", "-tags", "dev,webkit2_41", "-o", path, "."], {
		cwd: root,
		stdio: "inherit",
	});
	const [code] = await once(build, "exit");
	assert.equal(code, 0, "the development build failed");
	return path;
}

function end(child) {
	if (!child || child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	return once(child, "exit");
}

/** A display of its own, on Linux. */
async function display() {
	if (process.platform !== "linux") return { env: {}, stop: async () => {} };
	const xvfb = spawn(
		"Xvfb",
		["-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
		{
			stdio: ["ignore", "ignore", "ignore", "pipe"],
		},
	);
	const [number] = await once(xvfb.stdio[3], "data");
	return {
		env: { DISPLAY: `:${String(number).trim()}` },
		stop: () => end(xvfb),
	};
}

async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}

/** Resolves when something listens there, rejects when the app has ended before. */
async function listening(port, child) {
	for (const until = Date.now() + 30_000; Date.now() < until; ) {
		assert.equal(child.exitCode, null, "the app ended before it could be reached");
		const socket = connect(port, "127.0.0.1");
		const open = await Promise.race([
			once(socket, "connect").then(() => true),
			once(socket, "error").then(() => false),
		]).catch(() => false);
		socket.destroy();
		if (open) return;
		await new Promise((r) => setTimeout(r, 50));
	}
	throw new Error("the app did not listen in time");
}

/**
 * Starts everything. `vault` may name an existing one, `dialogs` the folder that answers file dialogs, to
 * go on where another journey ended; `sample` opens the sample practice in it; `context` is passed to the
 * browser, such as { viewport, colorScheme }.
 */
export async function start({ vault, dialogs, sample = false, context = {} } = {}) {
	const binary = await devBinary();
	const place = await mkdtemp(join(tmpdir(), "snowfield-journey-"));
	const folders = {
		vault: vault ?? join(place, "vault"),
		dialogs: dialogs ?? join(place, "dialogs"),
		log: join(place, "log"),
		home: join(place, "home"),
		temp: join(place, "temp"),
		profile: join(place, "profile"),
	};
	for (const folder of [folders.dialogs, folders.log, folders.home, folders.temp])
		await mkdir(folder, { recursive: true });
	const disk = join(place, "disk");
	await mkdir(disk);
	const screen = await display();
	const port = await freePort();
	let child;
	let browser;
	const endAll = async () => {
		await browser?.close();
		await end(child);
		await screen.stop();
	};

	const startApp = async () => {
		child = spawn(binary, sample ? ["-sample-to", folders.vault] : [], {
			stdio: process.env.E2E_VERBOSE ? "inherit" : "ignore",
			env: {
				PATH: process.env.PATH,
				...screen.env,
				HOME: folders.home,
				TMPDIR: folders.temp,
				devserver: `127.0.0.1:${port}`,
				assetdir: process.env.SNOWFIELD_ASSETS ?? join(frontend, "dist"),
				SNOWFIELD_VAULT: folders.vault,
				SNOWFIELD_DIALOGS: folders.dialogs,
				SNOWFIELD_LOG: folders.log,
				SNOWFIELD_DISK: disk,
				GDK_BACKEND: "x11",
				LIBGL_ALWAYS_SOFTWARE: "1",
				NO_AT_BRIDGE: "1",
			},
		});
		await listening(port, child);
	};
	const startBrowser = () =>
		// A profile on disk, as every webview keeps one: what the page leaves there can be looked for.
		chromium.launchPersistentContext(folders.profile, {
			executablePath: chromiumPaths.find((p) => p && existsSync(p)),
			args: chromiumFlags,
			viewport: { width: 1280, height: 800 },
			// Else axe would measure a colour on its way to another.
			reducedMotion: "reduce",
			permissions: ["clipboard-read", "clipboard-write"],
			...context,
		});
	try {
		await startApp();
		browser = await startBrowser();
	} catch (reason) {
		await endAll();
		throw reason;
	}
	const troubles = [];
	const foreign = [];
	const origin = `http://127.0.0.1:${port}`;
	const page = browser.pages()[0] ?? (await browser.newPage());
	page.setDefaultTimeout(30_000);
	// A journey that runs ahead of the page shows it on a slow computer.
	if (process.env.E2E_SLOW)
		await (await browser.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", {
			rate: Number(process.env.E2E_SLOW),
		});
	page.on("pageerror", (e) => {
		// Wails' own overlay, which only development builds carry, stumbles over the page's CSP.
		if (!/\/wails\//.test(e.stack ?? "")) troubles.push(e.message);
	});
	const watch = (url) => {
		if (!/^(data|blob|about):/.test(url) && new URL(url).host !== `127.0.0.1:${port}`)
			foreign.push(new URL(url).origin);
	};
	page.on("request", (r) => watch(r.url()));
	page.on("websocket", (s) => watch(s.url()));
	await page.addInitScript(() => {
		window.cspViolations = [];
		document.addEventListener("securitypolicyviolation", (e) => {
			if (!/\/wails\//.test(e.sourceFile)) window.cspViolations.push(e.violatedDirective);
		});
	});
	const open = () => page.goto(`${origin}/`, { waitUntil: "load" });
	await open();

	const app = {
		page,
		folders,
		/** Asserts that axe finds nothing, in the state the page is in. */
		async axe(where) {
			if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
			const found = await page.evaluate(() =>
				globalThis.axe.run(document, {
					runOnly: [
						"wcag2a",
						"wcag2aa",
						"wcag21a",
						"wcag21aa",
						"wcag22a",
						"wcag22aa",
						"best-practice",
					],
				}),
			);
			const told = found.violations.map(
				(v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
			);
			assert.deepEqual(told, [], `axe on ${where}`);
		},
		/** axe in both themes, leaving the page in the one it had. */
		async axeBothThemes(where) {
			for (const colorScheme of ["dark", "light"]) {
				await page.emulateMedia({ colorScheme });
				await app.axe(`${where}, ${colorScheme}`);
			}
		},
		/** Asserts that nothing must be scrolled sideways, once the page has followed a change of size. */
		async fits(where) {
			const parts = "html, #main, dialog[open]";
			await page
				.waitForFunction(
					(parts) =>
						[...document.querySelectorAll(parts)].every((el) => el.scrollWidth <= el.clientWidth),
					parts,
					{ timeout: 3_000 },
				)
				.catch(() => {});
			const over = await page.evaluate(
				(parts) =>
					[...document.querySelectorAll(parts)]
						.filter((el) => el.scrollWidth > el.clientWidth)
						.map((el) => {
							const wide = [...el.querySelectorAll("*")].filter(
								(x) => x.getBoundingClientRect().right > el.clientWidth + 1,
							);
							return `${el.scrollWidth} in ${el.clientWidth}: ${wide.at(-1)?.outerHTML.slice(0, 120)}`;
						}),
				parts,
			);
			assert.deepEqual(over, [], where);
		},
		/** Asserts that the screen fits, and that axe finds nothing, at 960 and 320 px. */
		async reflows(where) {
			const size = page.viewportSize();
			for (const width of [960, 320]) {
				await page.setViewportSize({ width, height: 640 });
				await app.fits(`${where} at ${width} px`);
				await app.axe(`${where} at ${width} px`);
			}
			await page.setViewportSize(size);
		},
		/** Asserts that every control can be made out where the system draws its own colours: it has an edge. */
		async edges(where) {
			await page.emulateMedia({ forcedColors: "active" });
			const edgeless = await page.evaluate(() =>
				[...document.querySelectorAll("button, input, select, textarea")]
					.filter((el) => el.checkVisibility() && !el.matches("[type=radio], [type=checkbox]"))
					.filter((el) => {
						// The edge of a passphrase goes around its Show button as well.
						return [el, el.parentElement].every(
							(x) => Number.parseFloat(getComputedStyle(x).borderTopWidth) < 1,
						);
					})
					.map((el) =>
						(el.getAttribute("aria-label") ?? el.textContent ?? el.id).trim().slice(0, 40),
					),
			);
			await page.emulateMedia({ forcedColors: "none" });
			assert.deepEqual(edgeless, [], `controls without an edge in forced colours on ${where}`);
		},
		/** The app's process. */
		pid: () => child.pid,
		/** Ends the app's process at once, as a crash would. */
		async kill() {
			child.kill("SIGKILL");
			await once(child, "exit");
		},
		/** Waits until the app has closed by itself, and gives its exit status. */
		async closed() {
			if (child.exitCode === null) await once(child, "exit");
			return child.exitCode;
		},
		/** From now on the disk of the records is "full" or "slow"; what it gives ends that. */
		async disk(is) {
			const sign = join(disk, is);
			await writeFile(sign, "");
			return () => rm(sign, { force: true });
		},
		/** Starts the app again after `kill` or `closed`, and opens its page anew. */
		async startAgain() {
			await startApp();
			await open();
		},
		/**
		 * Ends everything that was started, and asserts that the page stayed at home and made no trouble.
		 * `last` may look at what is left on disk before it is removed.
		 */
		async stop({ last = async () => {} } = {}) {
			const violations = await page.evaluate(() => window.cspViolations).catch(() => []);
			await endAll();
			try {
				await last();
			} finally {
				await rm(place, { recursive: true, force: true, maxRetries: 10 });
			}
			assert.deepEqual(troubles, [], "errors in the page");
			assert.deepEqual(foreign, [], "requests that left the app");
			assert.deepEqual(violations, [], "violations of the content security policy");
		},
	};
	return app;
}
