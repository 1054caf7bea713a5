// A questionnaire in the client's hands: answered by keyboard, and no key, menu or call leads anywhere else.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { start } from "./harness.mjs";
import { pressShown } from "./keys.mjs";
import { call } from "./steps.mjs";

const passphrase = "quiet lantern over plain snow"; // of the sample practice

const file = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const files = (folder, ending) =>
	readdirSync(fileURLToPath(new URL(folder, import.meta.url)), { recursive: true })
		.filter((name) => name.endsWith(ending) && !name.includes(".test."))
		.map((name) => [name, file(`${folder}/${name}`)]);

/** The ids of all commands, those of the native menus too. */
const commands = [
	...files("../src/features", ".tsx").map(([, text]) => text),
	file("../../app/menu.go"),
].flatMap((text) =>
	[...text.matchAll(/\bid: "([a-z][a-z0-9-]*)"|, "([a-z-]+)"\},/g)].map((m) => m[1] ?? m[2]),
);

/** Every bound method, and whether each of its arguments is text. */
const methods = files("../src/wailsjs/go/app", ".d.ts").flatMap(([name, text]) =>
	[...text.matchAll(/export function (\w+)\((.*)\):/g)].map((m) => ({
		struct: name.replace(/\.d\.ts$/, ""),
		method: m[1],
		texts: [...m[2].matchAll(/arg\d+:([^,]+)/g)].map((arg) => arg[1] === "string"),
	})),
);

/** Those that lock, or end the hand-over's own way; the tests of app/handover_test.go play them. */
const ending =
	/^(Vault\.(Lock|Cover|CloseWithBackup|CloseWithoutBackup)|Measures\.(HandedAnswer|HandedDone|TakeBack))$/;

/** Those that answer all the same, and tell nothing of anybody. */
const harmless = [
	"Live.Now",
	"Measures.Handed",
	"Sessions.Vocabulary",
	"Settings.Screen",
	"Vault.State",
	"Vault.StayOpen",
	"Vault.Touch",
	"Work.Cancel",
];

const modifiers = ["", "Shift+", "Control+", "Alt+", "Control+Shift+"];
const keys = [
	..."abcdefghijklmnopqrstuvwxyz0123456789,.;[]'-=`/\\",
	...Array.from({ length: 12 }, (_, n) => `F${n + 1}`),
	..."Escape Home End PageUp PageDown Insert Delete ContextMenu ArrowUp ArrowDown ArrowLeft ArrowRight Space Enter".split(
		" ",
	),
];
/** What the client's screen itself does with a key: the key sheet, the passphrase, the way out of the browser. */
const own = ["Shift+/", "Control+b", "Enter"];

test("a questionnaire handed over is all there is", async (t) => {
	const app = await start({ sample: true });
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	await page.getByRole("heading", { name: "In the integration window" }).waitFor();
	const everyone = { query: "", filter: "all", offset: 0, limit: 50 };
	const { rows } = await call(app, "Clients", "List", everyone);
	const client = rows.find((r) => r.name === "Aiko Lindgren");
	const practice = (await call(app, "Settings", "Get")).practice;
	const names = [...rows.map((r) => r.name), practice.therapist_name, practice.practice_name]
		.flatMap((name) => name.split(/[\s.,]+/))
		.filter((word) => word.length > 2);
	/** No name, and no word of a score or a risk. */
	const secret = `\\b(${[...new Set(names)].join("|")}|total|score|minimal|mild|moderate|severe|depression|risk|PHQ-9)\\b`;

	/** Looks at every change of the page from now on, also after a reload. */
	const watch = (pattern) => {
		window.leaks = [];
		const told = new RegExp(pattern, "i");
		const look = () => {
			const text = `${document.title} ${document.body?.innerText ?? ""}`;
			const found = told.exec(text);
			if (found) window.leaks.push(found[0]);
		};
		new MutationObserver(look).observe(document, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true,
		});
		look();
	};
	const question = (n, of = 9) =>
		page.getByText(`Question ${n} of ${of}`, { exact: true }).waitFor();
	const title = (name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
	/** Asserts that the client's screen is all there is. */
	const stays = async (after) => {
		assert.equal((await call(app, "Vault", "State")).state, "handed", after);
		assert.equal(await page.locator("main.handed").count(), 1, after);
		assert.equal(await page.locator("dialog[open], .shell, .gate").count(), 0, after);
		assert.deepEqual(await page.evaluate(() => window.leaks), [], after);
	};
	const large = async (where) => {
		for (let n = 0; n < 6; n++) await keyboard.press("Control+=");
		await page.locator('html[data-text="200"]').waitFor();
		await app.fits(`${where}, text at 200 %`);
		await app.axe(`${where}, text at 200 %`);
		await keyboard.press("Control+0");
		await page.locator('html[data-text="100"]').waitFor();
	};
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
		await large(where);
	};

	await t.test("by key from the chart", async () => {
		await keyboard.press("Control+k");
		await page.getByRole("combobox").fill(client.name);
		await page.locator("[role=option][data-highlighted]", { hasText: client.name }).waitFor();
		await keyboard.press("Enter");
		await title(client.name);
		await pressShown(page, "6");
		await page.getByRole("heading", { level: 2, name: "Forms" }).waitFor();
		await page.locator("#measure-phq-9").focus();
		await keyboard.press("Enter");
		await page.getByRole("button", { name: "Hand over" }).waitFor();
		await pressShown(page, "H", "h");
		await title("These questions are for you.");
		await page.evaluate(watch, secret);
		await page.addInitScript(watch, secret);
		await stays("the beginning");
		await app.axeBothThemes("the beginning");
	});

	await t.test("answered with the keys that are shown", async () => {
		await keyboard.press("Enter");
		await question(1);
		await keyboard.press("2");
		await page.locator("label", { hasText: "Several days" }).locator(":checked").waitFor();
		await look("a question");
		await keyboard.press("ArrowDown");
		await page
			.locator("label", { hasText: "More than half the days" })
			.locator(":checked")
			.waitFor();
		await keyboard.press("Enter");
		await question(2);
		await page.locator("label", { hasText: "Not at all" }).click();
		await page.locator("label", { hasText: "Not at all" }).locator(":checked").waitFor();
		await page.getByRole("button", { name: "Next" }).click();
		await question(3);
		await keyboard.press("Backspace");
		await question(2);
		await page.locator("label", { hasText: "Not at all" }).locator(":checked").waitFor();
		await keyboard.press("Enter");
		await question(3);
		await pressShown(page, "N", "n");
		await question(4);
	});

	await t.test("no key leads out", async () => {
		for (const held of modifiers) {
			for (const key of keys) if (!own.includes(held + key)) await keyboard.press(held + key);
			await stays(`the keys with ${held || "nothing"} held`);
		}
		for (let n = 0; n < 25; n++) {
			await keyboard.press("Tab");
			const where = await page.evaluate(() => {
				const at = document.activeElement;
				return at === document.body || at.closest("main.handed") ? "" : at.outerHTML.slice(0, 80);
			});
			assert.equal(where, "", "Tab leads out");
		}
		await keyboard.press("Shift+?");
		const sheet = page.getByRole("dialog", { name: "Keys" });
		await sheet.waitFor();
		assert.doesNotMatch(await sheet.innerText(), /Today|Clients|Search|Lock|Back up|Settings/);
		await keyboard.press("Escape");
		await sheet.waitFor({ state: "detached" });
	});

	await t.test("no menu and no command leads out", async () => {
		assert.ok(commands.length > 150 && commands.includes("lock") && commands.includes("today"));
		for (const id of new Set(commands)) {
			if (id === "keys-help" || id === "take-back-form" || id.startsWith("handed-")) continue;
			await page.evaluate((id) => window.runtime.EventsEmit("command", id), id);
		}
		await stays("the commands");
	});

	await t.test("no call leads out", async () => {
		assert.ok(methods.length > 120);
		const answered = await page.evaluate(
			async ([methods, id]) => {
				const told = [];
				for (const { struct, method, texts } of methods)
					await window.go.app[struct][method](...texts.map((text) => (text ? id : null))).then(
						(result) => told.push([`${struct}.${method}`, JSON.stringify(result) ?? ""]),
						(reason) => told.push(["", String(reason)]),
					);
				return told;
			},
			[methods.filter((m) => !ending.test(`${m.struct}.${m.method}`)), client.id],
		);
		for (const [name, result] of answered) {
			assert.ok(name === "" || harmless.includes(name), `${name} answers`);
			if (name !== "Sessions.Vocabulary")
				// words of the field, such as the grades of an event
				assert.doesNotMatch(result, new RegExp(secret, "i"), `${name} tells`);
		}
		await stays("the calls");
	});

	await t.test("a reload, another address and the way back show the same", async () => {
		await page.reload();
		await question(3);
		await stays("a reload");
		await page.evaluate(() => {
			location.hash = "#clients";
		});
		await page.goBack();
		await page.goBack().catch(() => {});
		await page.goForward();
		await question(3);
		await stays("back and forward");
	});

	await t.test("a wrong passphrase stays", async () => {
		await pressShown(page, "Ctrl B", "Control+b");
		const secretField = page.getByLabel("Passphrase", { exact: true });
		await secretField.waitFor();
		await look("the way back");
		await secretField.fill("not this one, not this");
		await keyboard.press("Enter");
		await page.getByText("This passphrase does not open the records").waitFor();
		await stays("a wrong passphrase");
		await keyboard.press("Escape");
		await question(3);
	});

	await t.test("to its end, and back", async () => {
		for (let n = 3; n <= 9; n++) {
			await question(n);
			await keyboard.press("2");
			await page.locator("label", { hasText: "Several days" }).locator(":checked").waitFor();
			await keyboard.press("Enter");
		}
		await title("That was the last question.");
		await page.getByText("You have answered all of them.").waitFor();
		await app.axe("the end");
		await keyboard.press("Enter");
		await title("Thank you.");
		await stays("the end");
		await look("the thanks");
		await page.reload();
		await title("Thank you.");
		await keyboard.press("Enter");
		await pressShown(page, "Ctrl B", "Control+b");
		await page.waitForFunction(() => document.activeElement.id === "passphrase");
		await stays("the thanks");
		await keyboard.type(passphrase);
		await keyboard.press("Enter");
		await title("PHQ-9");
		const [form] = (await call(app, "Measures", "Get", client.id)).rows;
		assert.equal(form.result_text, "9, mild");
		// The watch sees what it looks for.
		assert.ok((await page.evaluate(() => window.leaks)).length > 0);
		// Item 9 is asked about at once.
		await page.getByRole("dialog", { name: "Talk about this now" }).waitFor();
	});

	await t.test("a scale of numbers, locked meanwhile", async () => {
		const id = crypto.randomUUID();
		const form = {
			id,
			client_id: client.id,
			instrument_id: "notices",
			by: "self",
			answered_at: "",
		};
		await call(app, "Measures", "Begin", form);
		const place = JSON.stringify({ route: { screen: "form", id }, scroll: 0 });
		await call(app, "Measures", "HandOver", id, place);
		await title("These questions are for you.");
		await keyboard.press("Enter");
		await question(1, 8);
		await pressShown(page, "T", "t");
		await page.getByRole("radio", { name: /^10/, checked: true }).waitFor();
		await look("a scale");
		await call(app, "Vault", "Lock", "");
		await page.getByText("Your records are locked.").waitFor();
		await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
		await keyboard.press("Enter");
		await title("Client notices");
		assert.equal((await call(app, "Measures", "Form", id)).response.values.mood, 10);
	});
});
