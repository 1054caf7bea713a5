import { signal } from "@preact/signals";
import type { Combo } from "./keys";

/**
 * A key as the practice has it, asked by its usual one; undefined where it does nothing. What shows a
 * key asks this, so that it never shows one that does not work. state/keys.ts gives the answers.
 */
export const keptKey = signal<(usual: Combo) => Combo | undefined>((usual) => usual);
