import { toFault } from "./fault";
import { listFields, listResults } from "./lists";

// biome-ignore lint/suspicious/noExplicitAny: matches every generated function
type AnyCall = (...args: any[]) => Promise<any>;

/** A generated model without the methods of its class: the plain data that crosses. */
export type Plain<T> = T extends (infer U)[]
	? Plain<U>[]
	: T extends object
		? {
				[K in keyof T as T[K] extends AnyCall | ((...a: never[]) => unknown) ? never : K]: Plain<
					T[K]
				>;
			}
		: T;

type Wrapped<M> = {
	[K in keyof M]: M[K] extends (...args: infer A) => Promise<infer R>
		? (...args: { [I in keyof A]: Plain<A[I]> }) => Promise<Plain<R>>
		: never;
};

let onLocked: () => void = () => {};

/** Says what to do when a call finds the records locked. */
export function whenLocked(run: () => void): void {
	onLocked = run;
}

/** A bound Go struct whose failures are Faults and whose lists are never null. */
export function wrap<M extends object>(calls: M): Wrapped<M> {
	const wrapped: Record<string, AnyCall> = {};
	for (const [name, call] of Object.entries(calls) as [string, AnyCall][]) {
		wrapped[name] = async (...args) => {
			try {
				const result = await call(...args);
				return result === null && listResults.has(name) ? [] : filled(result);
			} catch (reason) {
				const fault = toFault(reason);
				if (fault.code === "locked") onLocked();
				throw fault;
			}
		};
	}
	return wrapped as Wrapped<M>;
}

/** A nil slice arrives as null; every list field becomes an empty list instead. */
export function filled<T>(value: T): T {
	if (Array.isArray(value)) {
		for (const v of value) filled(v);
	} else if (typeof value === "object" && value !== null) {
		for (const [key, v] of Object.entries(value)) {
			if (v === null && listFields.has(key)) (value as Record<string, unknown>)[key] = [];
			else filled(v);
		}
	}
	return value;
}
