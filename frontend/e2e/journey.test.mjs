import test from "node:test";
import { start } from "./harness.mjs";
import { addClient, createPractice, lock, unlock } from "./steps.mjs";

test("from an empty machine to a signed session's PDF", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	await createPractice(app, { look: app.axeBothThemes });
	await app.axeBothThemes("today, empty");
	await addClient(app, "Nell Harrow");
	await app.axeBothThemes("chart, empty");
	await lock(app);
	await app.axeBothThemes("locked");
	await unlock(app);
	await app.axeBothThemes("chart after unlock");
});
