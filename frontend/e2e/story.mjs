// One client's dosing session, as it is typed in, and what its summary must say for it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { therapist } from "./steps.mjs";

export const client = {
	legal: "Zsófia Błażejewska-Nguyễn",
	preferred: "Zsófia",
	pronouns: "she/her",
	birth: "3 May 1984",
};

export const reading = { systolic: "118", diastolic: "74", rate: "66", oxygen: "97" };
export const later = { systolic: "131", diastolic: "83", rate: "78", oxygen: "96" };
export const dose = { prescribed: "200", taken: "187.5", lot: "LZ-20931", route: "sublingual" };
export const words = "It is wide in here, wider than I am.";
export const seen = "Hands open on the blanket, breath slow.";
export const note = {
	"Before the dose": "Arrived rested and named her intention herself.",
	During: "Long quiet, then tears without distress.",
	Afterwards: "- Steady on her feet\n- Ride home with her brother",
	Plan: "Integration on Thursday at ten.",
};

const plain = (text) => text.replace(/\s+/g, " ");

/** Asserts that the one PDF in the folder says what was typed. */
export async function pdfSaysWhatWasTyped(folder) {
	const files = (await readdir(folder)).filter((f) => f.endsWith(".pdf"));
	assert.equal(files.length, 1, `exported: ${files}`);
	assert.match(files[0], /^session-summary-\d{4}-\d\d-\d\d\.pdf$/);
	const { stdout } = await promisify(execFile)("pdftotext", [
		"-layout",
		join(folder, files[0]),
		"-",
	]);
	const text = plain(stdout);
	for (const typed of [
		therapist.name,
		therapist.credential,
		therapist.practice,
		client.legal,
		client.preferred,
		client.pronouns,
		`${reading.systolic}/${reading.diastolic}`,
		`${later.systolic}/${later.diastolic}`,
		reading.oxygen,
		dose.prescribed,
		dose.taken,
		dose.lot,
		words,
		seen,
		"Tearful",
		...Object.keys(note),
		...Object.values(note).flatMap((body) =>
			body.split("\n").map((line) => line.replace(/^- /, "")),
		),
		"No concern",
		"page 1 of",
	])
		assert.ok(
			text.toLowerCase().includes(typed.toLowerCase()),
			`the summary does not say “${typed}”:\n${stdout}`,
		);
	return stdout;
}
