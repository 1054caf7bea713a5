// A whole dosing session on its own screen, by keyboard alone: marks, words, readings, a booster, the end.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { answerDay, clientId, makeReady, planDosing } from "./ready.mjs";
import { addClient, beginCouple, call, createPractice, discharge, passphrase } from "./steps.mjs";

const minute = 60_000;

test("a full session with a booster, by keyboard alone", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const log = page.getByRole("list", { name: "Entries" });
	const row = (text) => log.locator("li", { hasText: text });
	const says = (text) => page.getByText(text).first().waitFor();
	const sheet = (name) => page.getByRole("dialog", { name });
	const gone = (dialog) => dialog.waitFor({ state: "detached" });
	/** What the log says on disk: time, words, in order. */
	const onDisk = async (id) =>
		(await call(app, "Live", "Get", id)).parts[0].log.map((l) => [l.label, l.text].join("|"));

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow");
	const client = await clientId(app, "Nell Harrow");
	const session = await planDosing(app, client);
	await makeReady(app, client, session);
	await answerDay(app, session);

	await t.test("it begins from the Prepare room and opens by itself", async () => {
		await keyboard.press("Control+2");
		await keyboard.press("Control+1");
		await tabTo(page, /^Begin, Nell Harrow/);
		await keyboard.press("Enter");
		await page.getByRole("button", { name: "Begin session", disabled: false }).waitFor();
		await pressShown(page, "Ctrl Enter");
		await page.getByRole("heading", { level: 1, name: "Nell Harrow" }).waitFor();
		await page.waitForFunction(() => document.documentElement.dataset.theme === "session");
		await says("Dosing 1");
		await app.axe("a session that has just begun");
	});

	await t.test("a digit is a mark; the same digit twice is a mark with words", async () => {
		await pressShown(page, "2");
		await row("Tearful").waitFor();
		await keyboard.press("3");
		await keyboard.press("3");
		await page.getByLabel("Words for Moving").waitFor();
		await app.axe("the words of a mark");
		await keyboard.type("left foot");
		await keyboard.press("Enter");
		await row("Moving: left foot").waitFor();
		await says(/^Every entry saved, last at \d\d:\d\d$/);
		assert.deepEqual((await onDisk(session.id)).slice(-2), ["Tearful|", "Moving|left foot"]);
		// The other set, and back.
		await pressShown(page, "S");
		await page.getByRole("group", { name: "Marks: Body" }).waitFor();
		await keyboard.press("1");
		await row("Onset").waitFor();
		await keyboard.press("s");
		await page.getByRole("group", { name: "Marks: Experience" }).waitFor();
	});

	await t.test(
		"an entry is taken back, at once as if never made, later struck through",
		async () => {
			await keyboard.press("7");
			await row("Nausea").waitFor();
			await page.getByText(/^Nausea saved at/).waitFor();
			await keyboard.press("Control+z");
			await row("Nausea").waitFor({ state: "detached" });
			// A row with the focus: E edits it, elsewhere E is the emergency plan.
			await keyboard.press("j");
			await keyboard.press("End");
			await page.waitForFunction(() =>
				document.activeElement?.closest("[data-entry]")?.textContent.includes("Onset"),
			);
			await keyboard.press("e");
			const correct = sheet("Correct entry");
			await correct.waitFor();
			await keyboard.type("warm hands");
			await keyboard.press("Enter");
			await gone(correct);
			await row("Onset: warm hands").waitFor();
			await row("Struck at").waitFor();
		},
	);

	await t.test("words are stamped when their typing began, and can be dated back", async () => {
		await keyboard.press("Escape");
		await page.locator("#main").focus();
		await pressShown(page, "O");
		const before = Date.now();
		await keyboard.type("“It is so wide in here.");
		const began = Date.now();
		await keyboard.press("Escape");
		// Unfinished text stays, wherever one goes meanwhile.
		await keyboard.press("Control+1");
		await page.getByText(/^Session with/).waitFor();
		await pressShown(page, "Ctrl Shift S", "Control+Shift+S");
		await page.waitForFunction(
			() => document.getElementById("entry")?.value === "“It is so wide in here.",
		);
		await keyboard.press("o");
		await keyboard.press("Enter");
		await log.locator("q", { hasText: "It is so wide in here." }).waitFor();
		await keyboard.type("-5 Eye shades on, music begins");
		await keyboard.press("Enter");
		await row("Eye shades on").waitFor();
		await says(/^Every entry saved/);
		const { log: written } = (await call(app, "Live", "Get", session.id)).parts[0];
		const said = written.find((l) => l.client_words);
		assert.equal(said.text, "It is so wide in here.");
		const at = Date.parse(said.entry.at);
		assert.ok(at >= before - 1_000 && at <= began + 1_000, `${said.entry.at} is not when it began`);
		const shades = written.find((l) => l.text.startsWith("Eye shades"));
		const age = Date.now() - Date.parse(shades.entry.at);
		assert.ok(age >= 5 * minute && age < 6 * minute, `${shades.entry.at} is not five minutes ago`);
		// Up, from the empty field, corrects the last entry.
		await keyboard.press("ArrowUp");
		await sheet("Correct entry").waitFor();
		await page.waitForFunction(() => document.activeElement?.value?.startsWith("Eye shades"));
		await keyboard.press("Escape");
		await gone(sheet("Correct entry"));
		await keyboard.press("Escape");
	});

	await t.test("readings, a dose and a booster", async () => {
		await pressShown(page, "V");
		await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
		await keyboard.type("118 74 66 97");
		await keyboard.press("Enter");
		await gone(sheet("Vitals"));
		await row("118/74").waitFor();
		const dose = async (mg) => {
			await pressShown(page, "D");
			await page.waitForFunction(() => document.activeElement?.id === "dose-prescribed");
			await keyboard.type(String(mg));
			await tabTo(page, "Taken");
			await keyboard.type(String(mg));
			if (mg === 200) {
				await tabTo(page, "Route");
				await keyboard.type("Subl");
			}
			await keyboard.press("Control+Enter");
			await gone(sheet("Dose"));
			await row(`${mg} mg`).waitFor();
		};
		await dose(200);
		await says("Since dose");
		// Every entry counts from the first dose now.
		await row("+0 m").first().waitFor();
		await row(/−[56] m/)
			.first()
			.waitFor();
		await dose(100);
		await row("Booster").waitFor();
		await says("300 mg");
		await app.axe("a session with a booster");
		await app.reflows("a session with a booster");
	});

	await t.test("the foot stays in view, and a new entry brings it back", async () => {
		for (let i = 0; i < 12; i++) await keyboard.press(i % 2 ? "1" : "9");
		await page.waitForFunction(() => document.querySelectorAll(".live-rows > li").length >= 21);
		const scroll = page.locator(".live-scroll");
		const atFoot = () =>
			page.waitForFunction(() => {
				const el = document.querySelector(".live-scroll");
				return el.scrollTop > 0 && el.scrollHeight - el.scrollTop - el.clientHeight < 24;
			});
		const toTop = async () => {
			await scroll.evaluate((el) => {
				el.scrollTop = 0;
			});
			await page.getByRole("button", { name: /^Newest entries/ }).waitFor();
		};
		await toTop();
		await pressShown(page, "End");
		await page.getByRole("button", { name: /^Newest entries/ }).waitFor({ state: "detached" });
		await atFoot();
		await toTop();
		await keyboard.press("5");
		await atFoot();
		// One of an earlier time is shown where it stands, then the foot again.
		await keyboard.press("o");
		await keyboard.type("-60 before all of it");
		await keyboard.press("Enter");
		await page.waitForFunction(() => {
			const el = document.querySelector(".live-scroll");
			return el.scrollHeight - el.scrollTop - el.clientHeight > 24;
		});
		await row("before all of it").waitFor();
		await atFoot();
	});

	await t.test("the session is over with its checklist, and its note is open", async () => {
		await says(/^Every entry saved/);
		await discharge(app);
		await page.getByLabel("Before the dose").waitFor();
		await page.getByText("It is so wide in here.").first().waitFor();
		await page.waitForFunction(() => document.documentElement.dataset.theme !== "session");
	});
});

test("two clients in one session: whose log is written cannot be missed", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const log = page.getByRole("list", { name: "Entries" });
	await createPractice(app, { backup: false });
	const names = ["Nell Harrow", "Tom Harrow"];
	for (const name of names) await addClient(app, name);
	const { id, participants } = await beginCouple(app, names);
	await keyboard.press("Control+2");
	await keyboard.press("Control+1");
	await pressShown(page, "Ctrl Shift S", "Control+Shift+S");

	const written = (name) => page.getByRole("button", { name, pressed: true });
	await written(/^Nell Harrow/).waitFor();
	await keyboard.press("1");
	await log.getByText("Settled").waitFor();
	await pressShown(page, "F3");
	await written(/^Tom Harrow/).waitFor();
	assert.equal(await log.getByText("Settled").count(), 0);
	await page.getByLabel("Write about Tom Harrow").waitFor();
	await keyboard.press("2");
	await log.getByText("Tearful").waitFor();
	await page.getByText(/^Tom Harrow: Tearful saved at/).waitFor();
	await keyboard.press("o");
	await keyboard.type("Holds her hand");
	await keyboard.press("F2");
	await written(/^Nell Harrow/).waitFor();
	// What was begun for one is not carried into the other's log.
	assert.equal(await page.getByLabel("Write about Nell Harrow").inputValue(), "");
	await app.axe("a session with two clients");
	await app.reflows("a session with two clients");
	await keyboard.press("F3");
	await page.waitForFunction(() => document.getElementById("entry")?.value === "Holds her hand");
	await page.getByText(/^Every entry saved/).waitFor();
	const { parts: logs } = await call(app, "Live", "Get", id);
	assert.deepEqual(
		logs.map((p) => p.log.filter((l) => l.type === "observation").map((l) => l.label)),
		[["Settled"], ["Tearful"]],
	);

	// Writing goes on in the field, now the other's.
	await keyboard.press("F2");
	await page.getByLabel("Write about Nell Harrow").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "entry");
	await keyboard.type("d2 looks up");
	await keyboard.press("Enter");
	await log.getByText("d2 looks up").waitFor();
	await keyboard.press("Escape");

	// A sheet says whose it is; the other's tab says what waits there, and since when.
	await keyboard.press("F3");
	await written(/^Tom Harrow/).waitFor();
	await pressShown(page, "D");
	await page.getByRole("dialog", { name: "Dose, Tom Harrow" }).waitFor();
	await keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
	await pressShown(page, "V");
	const vitals = page.getByRole("dialog", { name: "Vitals, Tom Harrow" });
	await vitals.waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "vitals-systolic_mmhg");
	await keyboard.type("170 102 88 97");
	await keyboard.press("Enter");
	await vitals.waitFor({ state: "detached" });
	await page.getByRole("region", { name: "Hold" }).waitFor();
	await page.getByRole("button", { name: "Undo" }).waitFor();
	await keyboard.press("F2");
	await page.getByRole("button", { name: /^Tom Harrow.* Hold/, pressed: false }).waitFor();

	// Ctrl Z is of the log that is seen.
	await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
	await keyboard.press("Control+z");
	await page.getByText("Nell Harrow: Entry taken back").waitFor();
	await log.getByText("d2 looks up").waitFor({ state: "detached" });
	await keyboard.press("F3");
	await log.getByText("170/102").waitFor();

	// After a crash the next key is for the same client.
	while ((await call(app, "Drafts", "Get", "live-part")) !== participants[1])
		await page.evaluate(() => new Promise(requestAnimationFrame));
	await app.kill();
	await app.startAgain();
	await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
	await keyboard.press("Enter");
	await written(/^Tom Harrow/).waitFor();
	await log.getByText("170/102").waitFor();

	// Words of a mark are kept as well, and what is typed on is no mark of the other's.
	await keyboard.press("3");
	await keyboard.press("3");
	await page.getByLabel("Words for Moving").waitFor();
	await keyboard.type("left foot");
	await keyboard.press("F2");
	await page.getByLabel("Write about Nell Harrow").waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "entry");
	await keyboard.press("Escape");
	await keyboard.press("F3");
	await log.getByText("Moving: left foot").waitFor();
});
