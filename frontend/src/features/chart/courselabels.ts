/** A line of text in the picture. */
export interface Label {
	text: string;
	x: number;
	/** The baseline. */
	y: number;
	anchor: "start" | "middle" | "end";
	look: "strong" | "quiet" | "name" | "score";
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** What letters of the small type take at the usual size in its bold face, in px, rounded up by kinds. */
const widths: readonly (readonly [RegExp, number])[] = [
	[/[ijlI.,:;'|!() ]/, 3.6],
	[/[ftr/-]/, 5.6],
	[/[0-9csvxyzk]/, 7.3],
	[/[mwM%]/, 11.1],
	[/[W@]/, 12.6],
	[/[A-Z]/, 10.2],
];
const letter = (c: string): number => widths.find(([kind]) => kind.test(c))?.[1] ?? 7.6;

const known = new Map<string, number>();

/** How wide a text of the small type is at most; `u` is 1 at the usual text size. */
export function textWidth(text: string, u: number): number {
	let width = known.get(text);
	if (width === undefined) {
		width = [...text].reduce((sum, c) => sum + letter(c), 0);
		known.set(text, width);
	}
	return width * u;
}

const mostLines = 3;

/** A text in a few lines that fit, with what is usual to shorten shortened; none when it does not fit. */
export function wrapped(text: string, room: number, u: number): string[] {
	for (const t of [text, text.replace(/^moderately /, "mod. ")]) {
		const lines: string[] = [];
		for (const word of t.split(" ")) {
			const longer = [...lines.slice(-1), word].join(" ");
			if (lines.length > 0 && textWidth(longer, u) <= room) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		if (lines.length <= mostLines && lines.every((l) => textWidth(l, u) <= room)) return lines;
	}
	return [];
}

/** Labels that keep inside a frame and clear of each other. */
export class Labels {
	readonly all: Label[] = [];
	private readonly boxes: Box[] = [];

	constructor(
		private readonly width: number,
		private readonly u: number,
	) {}

	/** Whether the label could be put, with so much air beside it. */
	free(label: Label, air = 0): boolean {
		const box = boxOf(this.inside(label), this.u);
		return box.top >= 0 && this.boxes.every((b) => apart(b, box, air));
	}

	/** Puts a label where there is room for it, drawn back into the frame at its edges. */
	put(label: Label, air = 0): boolean {
		if (!label.text || !this.free(label, air)) return false;
		this.must(label);
		return true;
	}

	/** Puts all of them or none. */
	putAll(labels: readonly Label[], air = 0): boolean {
		const before = this.all.length;
		if (labels.every((label) => this.put(label, air))) return true;
		this.all.length = before;
		this.boxes.length = before;
		return false;
	}

	/** Puts a label that nothing else has been put near yet. */
	must(label: Label): void {
		const placed = this.inside(label);
		this.all.push(placed);
		this.boxes.push(boxOf(placed, this.u));
	}

	/** Whether the label would lie over a round mark. */
	covers(label: Label, mark: { x: number; y: number; r: number }, air: number): boolean {
		const { x, y, r } = mark;
		const around = { left: x - r, right: x + r, top: y - r, bottom: y + r };
		return !apart(boxOf(this.inside(label), this.u), around, air);
	}

	private inside(label: Label): Label {
		const box = boxOf(label, this.u);
		const shift = Math.max(0, -box.left) - Math.max(0, box.right - this.width);
		return shift === 0 ? label : { ...label, x: label.x + shift };
	}
}

/** What a label takes up. */
export function boxOf(label: Label, u: number): Box {
	const width = textWidth(label.text, u);
	const left =
		label.anchor === "start"
			? label.x
			: label.anchor === "end"
				? label.x - width
				: label.x - width / 2;
	return { left, right: left + width, top: label.y - 12 * u, bottom: label.y + 4 * u };
}

export const apart = (a: Box, b: Box, air = 0): boolean =>
	a.right + air <= b.left || b.right + air <= a.left || a.bottom <= b.top || b.bottom <= a.top;
