/** The kinds of failure Go tells apart; see internal/fault. */
export type FaultCode =
	| "invalid"
	| "not_found"
	| "conflict"
	| "locked"
	| "signed"
	| "blocked"
	| "wrong_passphrase"
	| "corrupt"
	| "too_new"
	| "not_saved"
	| "cancelled"
	| "internal";

/** A failure told by Go: plain words for the therapist, and the fields they belong to. */
export class Fault extends Error {
	readonly code: FaultCode;
	readonly fields: Readonly<Record<string, string>>;
	/** Finds the detail of an internal failure in the log. */
	readonly ref: string | undefined;

	constructor(
		code: FaultCode,
		message: string,
		fields: Record<string, string> = {},
		ref?: string | undefined,
	) {
		super(message);
		this.name = "Fault";
		this.code = code;
		this.fields = fields;
		this.ref = ref;
	}
}

/**
 * What a rejected call carries, as a Fault. Go sends one JSON string, which Wails puts into an Error;
 * anything else comes from the window's own machinery and is told as an internal failure, without
 * its text, which could hold an argument.
 */
export function toFault(reason: unknown): Fault {
	if (reason instanceof Fault) return reason;
	const text = reason instanceof Error ? reason.message : reason;
	if (typeof text === "string" && text.startsWith("{")) {
		try {
			const wire = JSON.parse(text);
			if (typeof wire.code === "string" && typeof wire.message === "string")
				return new Fault(wire.code, wire.message, wire.fields ?? {}, wire.ref || undefined);
		} catch {
			// Not ours; told below.
		}
	}
	return new Fault("internal", "Something went wrong inside the app. What was saved is safe.");
}
