import { effect, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

const sizes = [90, 100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof sizes)[number];

// Only how the window looks is kept in the browser's storage, never anything from the records.
const stored = (key: string): string | null => localStorage.getItem(`snowfield.${key}`);

const storedTheme = stored("theme");
export const theme = signal<Theme>(
	storedTheme === "light" || storedTheme === "dark" ? storedTheme : "system",
);

/** Whether a session is shown, its cover, or the lock screen after either: they have a theme of their own. */
export const sessionShown = signal(false);

/** Percent of the usual text size. */
export const textSize = signal<TextSize>(sizes.find((s) => String(s) === stored("text")) ?? 100);

/** One step larger or smaller, or back to usual. */
export function stepText(step: 1 | -1 | 0): void {
	const next = sizes[sizes.indexOf(textSize.value) + step];
	textSize.value = step === 0 ? 100 : (next ?? textSize.value);
}

/** Applies theme and text size to the page, and follows the system's theme where asked to. */
export function applyAppearance(): void {
	if (/AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent))
		document.documentElement.dataset.engine = "webkit";
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const systemDark = signal(dark.matches);
	dark.addEventListener("change", () => {
		systemDark.value = dark.matches;
	});
	effect(() => {
		const chosen = theme.value === "system" ? (systemDark.value ? "dark" : "light") : theme.value;
		document.documentElement.dataset.theme = sessionShown.value ? "session" : chosen;
		localStorage.setItem("snowfield.theme", theme.value);
	});
	effect(() => {
		document.documentElement.dataset.text = String(textSize.value);
		localStorage.setItem("snowfield.text", String(textSize.value));
		measure();
	});
	addEventListener("resize", measure);
}

/** Whether the window is too narrow, at this text size, for the full sidebar. */
export const rail = signal(false);

/** The least widths, at the usual text size, of the live screen's layouts; below them it is "one" column. */
const rooms = [
	["wide", 1152],
	["three", 928],
	["two", 736],
] as const;

function measure(): void {
	const width = (innerWidth * 100) / textSize.value;
	rail.value = width <= 900;
	document.documentElement.dataset.room = rooms.find(([, least]) => width >= least)?.[0] ?? "one";
}
