// A person without a pointer: Tab, keys, and what shows where they are.
import assert from "node:assert/strict";

/** What has the focus: its name as it is announced, and whether it can be seen to have it. */
function focused() {
	const el = document.activeElement;
	const labels = [...(el.labels ?? [])].map((l) => l.textContent);
	const name = (el.getAttribute("aria-label") ?? labels[0] ?? el.textContent ?? "")
		.replace(/\s+/g, " ")
		.trim();
	// A radio button's ring is drawn around its label.
	const ring = [el, el.closest("label"), el.parentElement].some((x) => {
		if (!x) return false;
		const style = getComputedStyle(x);
		return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
	});
	const box = el.getBoundingClientRect();
	const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
	return { name, seen: ring && inside, tag: el.tagName };
}

/** Presses Tab until the focus is on what is called that; every stop on the way must be visible. */
export async function tabTo(page, name) {
	const passed = [];
	for (let n = 0; n < 120; n++) {
		await page.keyboard.press("Tab");
		const at = await page.evaluate(focused);
		passed.push(at.name.slice(0, 40));
		if (at.tag === "BODY") continue;
		assert.ok(at.seen, `the focus on “${at.name.slice(0, 60)}” (${at.tag}) cannot be seen`);
		if (typeof name === "string" ? at.name.startsWith(name) : name.test(at.name)) return;
	}
	assert.fail(`Tab never came to ${name}; it passed ${passed.join(" | ")}`);
}

/** Presses a key that does something here, once it is shown on the screen as `shown`. */
export async function pressShown(
	page,
	shown,
	key = shown.replaceAll(" ", "+").replace("Ctrl", "Control"),
) {
	await page
		.locator("kbd:visible", { hasText: new RegExp(`^${shown}$`) })
		.first()
		.waitFor();
	await page.keyboard.press(key);
}
