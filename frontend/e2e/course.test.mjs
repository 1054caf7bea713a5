// A course by keyboard: its plan, a check-in that meets the window, what was taken on carried from one
// note to the next, and its end.
import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./harness.mjs";
import { pressShown, tabTo } from "./keys.mjs";
import { admit, clientId, endSession } from "./ready.mjs";
import { addClient, beginSession, call, createPractice } from "./steps.mjs";

test("a course is planned, its window met, its commitments carried, and it is completed", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const title = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
	const says = (text) => page.getByText(text, { exact: false }).first().waitFor();
	const sheet = (name) => page.getByRole("dialog", { name });
	const gone = (locator) => locator.waitFor({ state: "detached" });
	const look = async (where) => {
		await app.axeBothThemes(where);
		await app.reflows(where);
	};

	const toChart = async () => {
		await keyboard.press("Control+1");
		await keyboard.press("Control+k");
		await page.getByRole("combobox").fill("Maren");
		await page.getByRole("option", { name: "Maren Holt" }).first().waitFor();
		await keyboard.press("Enter");
		await title("Maren Holt");
	};

	await createPractice(app, { backup: false });
	await addClient(app, "Maren Holt");

	await says("No course runs.");
	await pressShown(page, "P");
	await sheet("Start a course").waitFor();
	await look("start of a course");
	await tabTo(page, "Goal");
	await keyboard.type("To sleep through the night.");
	await tabTo(page, "Dosing sessions");
	await keyboard.press("Control+a");
	await keyboard.type("many");
	await keyboard.press("Control+Enter");
	await says("Write a number.");
	assert.equal(await page.getByLabel("Dosing sessions").inputValue(), "many");
	await page.waitForFunction(() => document.activeElement?.id === "course-dosings");
	await keyboard.press("Control+a");
	await keyboard.type("1");
	await keyboard.press("Control+Enter");
	await says("Name dosing sessions of the plan in their order");
	await page.waitForFunction(() => document.activeElement?.id === "course-reviews");
	await keyboard.press("Control+a");
	await keyboard.type("1");
	await keyboard.press("Control+Enter");
	await gone(sheet("Start a course"));
	await says("0 of 1 dosing session. Next: preparation 1 of 2");
	await says("Review after dosing 1");
	assert.equal(await page.getByRole("button", { name: /^Show all/ }).count(), 0);
	await look("chart with a course");

	// Of a part of the chart nothing stands before it, however narrow the window is.
	await page.setViewportSize({ width: 960, height: 640 });
	await keyboard.press("2");
	await page.getByRole("heading", { level: 2, name: "Screening" }).waitFor();
	const top = async (css) => (await page.locator(css).first().boundingBox()).y;
	assert.ok((await top(".chart-main")) < (await top(".glance")), "the part is below the glance");
	await keyboard.press("1");
	await says("Review after dosing 1");
	await page.setViewportSize({ width: 1280, height: 800 });

	// What was done carries the stage on, and what comes next is planned from the head of the chart, with
	// what the plan says filled in.
	const client = await clientId(app, "Maren");
	await admit(app, client);
	const stage = async () => (await call(app, "Clients", "Get", client)).stage;
	assert.equal(await stage(), "preparing");
	await toChart();
	await pressShown(page, "Ctrl Enter");
	await title(/^Plan a session/);
	await says("Preparation 1 of 2.");
	assert.equal(await page.getByRole("radio", { name: "Preparation" }).isChecked(), true);
	await page.waitForFunction(() => document.activeElement?.value === "preparation");
	await page.waitForFunction(() => document.activeElement?.value === "preparation");
	await tabTo(page, "Start");
	await keyboard.type("23:45");
	await pressShown(page, "Ctrl Enter");
	await title(/^Preparation/);

	// A dosing session, from its dose to its end.
	const participant = await beginSession(app, "Maren");
	const record = async () => (await call(app, "Clients", "Chart", client)).record;
	const dosing = (await record()).find((r) => r.participant_id === participant).session_id;
	await call(app, "Sessions", "RecordDose", dosing, {
		entry: {
			id: crypto.randomUUID(),
			participant_id: participant,
			at: new Date().toISOString(),
			corrects_id: "",
		},
		reason: "The cuff was broken.",
		taken_ug: 200_000,
		prescribed_ug: 200_000,
		route: "sublingual",
		form: "lozenge",
	});
	assert.equal(await stage(), "in_course");
	await endSession(app, dosing);
	assert.equal(await stage(), "integrating");

	// What is planned for today comes before the window, which is open for three days.
	await toChart();
	await says("Next: preparation 1 of 2, planned for today at 23:45");
	const planned = (await record()).find((r) => r.status === "planned").session_id;
	await call(app, "Sessions", "Cancel", planned);

	// In its note a practice is agreed, with its day.
	await toChart();
	await says("Next: integration after dosing 1, until");
	await keyboard.press("Control+Enter");
	await title("Dosing 1");
	await tabTo(page, "Before the dose");
	await keyboard.type("Arrived rested.");
	await tabTo(page, "A practice or a step");
	await keyboard.press("Enter");
	await says("Write what was agreed.");
	await keyboard.type("Write ten minutes each morning");
	await tabTo(page, "For which day");
	await keyboard.type("tomorrow");
	await keyboard.press("Enter");
	await page
		.getByRole("list", { name: "Taken on in this session" })
		.getByText("due tomorrow")
		.waitFor();
	await page.waitForFunction(() => document.activeElement?.id === "commitment-text");
	await keyboard.type("Sit by the window");
	await keyboard.press("Enter");
	await page.getByRole("list", { name: "Taken on in this session" }).getByText("Sit by").waitFor();
	const headings = await page.locator(".note-column h2").allTextContents();
	assert.ok(
		headings.indexOf("Practices and commitments") < headings.indexOf("Risk reviewed today"),
		`what was taken on stands after ${headings}`,
	);
	await look("note with commitments");

	// Today: the window, what was taken on, and a check-in in one sheet.
	await keyboard.press("Control+1");
	await says("No check-in written yet");
	await page.getByRole("list", { name: "Practices and commitments" }).waitFor();
	await look("today with commitments");
	await pressShown(page, "W");
	const checkIn = sheet("Check-in with Maren Holt");
	await checkIn.waitFor();
	await says("Dosing 1: the window is open until");
	await look("check-in");
	await keyboard.press("Control+Enter");
	await says("Choose how the client was reached.");
	// Phone is the first, a voicemail the last.
	await page.waitForFunction(() => document.activeElement?.name === "contact");
	await keyboard.press("ArrowLeft");
	await says("does not meet the window");
	await keyboard.press("ArrowRight");
	await tabTo(page, "In a few words");
	await keyboard.type("Slept well, wrote for a while.");
	await keyboard.press("Escape");
	await gone(checkIn);
	await pressShown(page, "W");
	await checkIn.waitFor();
	assert.equal(
		await page.getByLabel("In a few words").inputValue(),
		"Slept well, wrote for a while.",
	);
	await tabTo(page, "No concern");
	await keyboard.press("Space");
	await keyboard.press("Control+Enter");
	await gone(checkIn);
	await says("Met by a check-in today at");

	// What was taken on is carried into its note, and kept there.
	const note = (await record()).find((r) => r.title === "Check-in after dosing 1").participant_id;
	await page.getByRole("button", { name: /^Review, Check-in after dosing 1/ }).focus();
	await keyboard.press("Enter");
	await title("Check-in after dosing 1");
	await page
		.getByRole("list", { name: "Taken on before" })
		.getByText("Sit by the window")
		.waitFor();
	await tabTo(page, "Kept: Sit by the window");
	await keyboard.press("Enter");
	await says("Kept today");
	await look("note with what was carried");
	const carried = await call(app, "Commitments", "In", note);
	assert.deepEqual(
		carried.carried.map((r) => [r.commitment.text, r.commitment.state]),
		[
			["Write ten minutes each morning", "open"],
			["Sit by the window", "kept"],
		],
	);
	// What is typed and not added yet is not left behind by signing.
	await tabTo(page, "A practice or a step");
	await keyboard.type("Drink enough");
	await keyboard.press("Control+Enter");
	const sign = sheet("Sign Check-in after dosing 1");
	await sign.waitFor();
	const { made } = await call(app, "Commitments", "In", note);
	assert.deepEqual(
		made.map((r) => r.commitment.text),
		["Drink enough"],
	);
	await keyboard.press("Control+Enter");
	await gone(sign);
	await says("Signed by");
	await page.waitForFunction(
		() =>
			document.activeElement?.tagName === "H1" &&
			document.activeElement.textContent === "Check-in after dosing 1",
	);
	await keyboard.press("Control+1");
	await page
		.getByRole("list", { name: "Practices and commitments" })
		.getByText("Write ten minutes")
		.waitFor();
	assert.equal(await page.getByText("Sit by the window").count(), 0);

	// A review, and the end of the course.
	await toChart();
	await says("1 of 1 dosing session");
	await says("Window met by a check-in");
	await pressShown(page, "R");
	await sheet("Record a review").waitFor();
	await look("review");
	await tabTo(page, "What it found");
	await keyboard.type("Falls asleep within half an hour.");
	await keyboard.press("Control+Enter");
	await gone(sheet("Record a review"));
	await pressShown(page, "M");
	await page.getByRole("button", { name: /^Show all 7 steps/ }).waitFor();
	await pressShown(page, "A");
	await says("Maintenance 1");
	await pressShown(page, "F");
	await sheet("Complete the course").waitFor();
	await says("One note is not signed.");
	await says("Two practices or commitments stand neither kept nor let go.");
	await look("end of a course");
	await keyboard.press("Control+Enter");
	await says("Choose how the course ended.");
	await keyboard.press("Space");
	await tabTo(page, "Closing summary");
	await keyboard.type("Sleep came back. Written practice goes on.");
	await keyboard.press("Control+Enter");
	await gone(sheet("Complete the course"));
	await says("No course runs.");
	await page.getByText("Earlier courses").focus();
	await keyboard.press("Enter");
	await says("Sleep came back.");
	await look("chart with a course that is over");
	assert.equal(await stage(), "closed");
});

test("a window that closed without a contact is named until the client is reached", async (t) => {
	const app = await start();
	t.after(() => app.stop());
	const { page } = app;
	const { keyboard } = page;
	const hours = (n) => new Date(Date.now() - n * 3_600_000).toISOString();

	await createPractice(app, { backup: false });
	await addClient(app, "Theo Brandt");
	const participant = await beginSession(app, "Theo");
	const { sessions } = await call(app, "Today", "Get");
	const id = sessions[0].session_id;
	await call(app, "Sessions", "CorrectTimes", id, hours(80), "");
	await call(app, "Sessions", "RecordDose", id, {
		entry: { id: crypto.randomUUID(), participant_id: participant, at: hours(79), corrects_id: "" },
		taken_ug: 200_000,
		route: "sublingual",
		reason: "The cuff was broken.",
	});
	await call(app, "Sessions", "CorrectTimes", id, hours(80), hours(77));

	await keyboard.press("Control+1");
	await page.getByRole("heading", { name: "Window missed" }).waitFor();
	await page.getByText(/Dosing 1: the window closed .* without a contact/).waitFor();
	await app.axeBothThemes("today with a missed window");
	await app.reflows("today with a missed window");
	await pressShown(page, "W");
	const sheet = page.getByRole("dialog", { name: "Check-in with Theo Brandt" });
	await sheet.waitFor();
	await page.getByText(/the window closed .* A contact before that still meets it/).waitFor();
	await keyboard.press("Space");
	await tabTo(page, "In a few words");
	await keyboard.type("Reached at last.");
	await keyboard.press("Control+Enter");
	await sheet.waitFor({ state: "detached" });
	await page.getByRole("heading", { name: "Window missed" }).waitFor({ state: "detached" });
});
