// What a prescriber is sent, all by keyboard: the packet before a clearance, the report after a dose.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { answerDay, clientId, endSession, makeReady, planDosing } from "./ready.mjs";
import { addClient, call, createPractice } from "./steps.mjs";

test("from the screening to the packet, and from a dose to the report", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const heading = (level, name) =>
		page.getByRole("heading", { level, name, exact: true }).waitFor();
	const says = (words) => page.getByText(words).first().waitFor();
	const paper = (words) =>
		page.locator(".pdf-text", { hasText: words }).first().waitFor({ state: "attached" });
	const offered = async (title) => {
		await heading(2, "Documents");
		await page.locator(".document-row", { hasText: title }).waitFor();
	};
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Nell Harrow", { Phone: "555 0100" });
	const client = await clientId(app, "Nell Harrow");
	const { open } = await call(app, "Screening", "Begin", client);
	open.answers[0] = {
		...open.answers[0],
		answer: "unknown",
		detail: "a rash in 2019, never looked into",
		ask_prescriber: true,
	};
	await call(app, "Screening", "Save", open);

	await t.test("a packet of a screening that is open is a draft", async () => {
		await pressShown(page, "9", "9");
		await offered("Referral packet");
		await pressShown(page, "Q", "q");
		await heading(1, "Referral packet");
		await says(
			/^Inside: name and date of birth, .* one question, one flag, .* a page for the decision\.$/,
		);
		await paper("Draft. The screening is not complete: 23 questions are not answered yet.");
		await paper("Unknown: a rash in 2019, never looked into");
		await paper("The prescriber’s decision");
		await look("a referral packet");
		await tabTo(page, /^screening/i);
		await keyboard.press("Space");
		await says(/Left out: screening, /);
	});

	await t.test("the report of a session tells the dose and not the client's words", async () => {
		const session = await planDosing(app, client);
		await makeReady(app, client, session);
		await answerDay(app, session);
		await call(app, "Sessions", "Begin", session.id);
		const entry = () => ({
			id: crypto.randomUUID(),
			participant_id: session.participant,
			at: new Date().toISOString(),
		});
		await call(app, "Sessions", "RecordDose", session.id, {
			entry: entry(),
			taken_ug: 100_000,
			route: "sublingual",
			form: "lozenge",
			reason: "As ordered.",
		});
		await call(app, "Sessions", "RecordObservation", session.id, {
			entry: entry(),
			text: "“It is wide in here.”",
		});
		await endSession(app, session.id);
		await pressShown(page, "Esc", "Escape");
		await offered("Prescriber report");
		await pressShown(page, "R", "r");
		await heading(1, "Prescriber report");
		await says(/^Inside: name and date of birth, .* one dose, .* how the client left, /);
		await paper("100 mg sublingual lozenge: 100 mg in all");
		await paper("124/80");
		await paper("The session is not signed yet");
		assert.equal(await page.locator(".pdf-text", { hasText: "It is wide" }).count(), 0);
		await look("a prescriber report");
		await tabTo(page, /^all readings/i);
		await keyboard.press("Space");
		await paper("All readings");
		await pressShown(page, "Esc", "Escape");
		await offered("Prescriber report");
	});
});
