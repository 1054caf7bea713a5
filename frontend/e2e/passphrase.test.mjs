import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { call, createPractice, lock, passphrase, unlock } from "./steps.mjs";

test("a wrong passphrase is told, kept and slowed down", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	await createPractice(app, { backup: false });
	await lock(app);

	const field = page.getByLabel("Passphrase", { exact: true });
	const open = page.getByRole("button", { name: "Unlock" });
	const told = page.getByRole("alert");
	const wait = page.getByRole("timer");
	const selected = () =>
		field.evaluate((el) => [
			el.value,
			el.selectionStart,
			el.selectionEnd,
			el === document.activeElement,
		]);

	for (let n = 1; n <= 5; n++) {
		const wrong = `not this one ${n}`;
		// The wrong one is selected: what is typed takes its place.
		await page.keyboard.type(wrong);
		await page.keyboard.press("Enter");
		await page.waitForFunction((length) => {
			const el = document.getElementById("passphrase");
			return document.activeElement === el && el.selectionStart === 0 && el.selectionEnd === length;
		}, wrong.length);
		assert.match(await told.textContent(), /passphrase (did|does) not open the records\./);
		assert.deepEqual(await selected(), [wrong, 0, wrong.length, true]);
		assert.equal(await page.getByRole("navigation", { name: "Places" }).count(), 0);
	}

	await wait.waitFor();
	assert.match(await wait.textContent(), /^Try again in \d+ seconds?\.$/);
	assert.ok(await open.isDisabled());
	await app.axeBothThemes("locked, waiting");
	await wait.waitFor({ state: "detached" });

	await page.keyboard.type("not this one 6");
	await page.keyboard.press("Enter");
	await wait.waitFor();
	// The page's own countdown is no protection: Go refuses as well.
	const refused = await call(app, "Vault", "Unlock", passphrase).catch((e) => e.message);
	assert.match(refused, /"code":"blocked"/);
	await page.getByRole("button", { name: "Show" }).click();
	assert.equal(await field.getAttribute("type"), "text");
	await wait.waitFor({ state: "detached" });

	const answer = page.evaluate(
		() =>
			new Promise((resolve) => {
				const go = window.go.app.Vault;
				const unlock = go.Unlock;
				go.Unlock = (secret) => {
					const result = unlock(secret);
					result.then(resolve, resolve);
					return result;
				};
			}),
	);
	await unlock(app);
	assert.equal((await answer).failed_attempts, 6);
	await page.getByText("No clients yet.").waitFor();
});
