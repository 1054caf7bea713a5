import { signal } from "@preact/signals";
import { type CheckResult, type Fault, toFault, vault } from "../bridge";
import { onReset, onUnlocked } from "./vault";

/** What the check after an unclean end has found; null when there is nothing to tell. */
export const checkNotice = signal<{ result?: CheckResult; fault?: Fault } | null>(null);

onReset(() => {
	checkNotice.value = null;
});

// The computer lost power, or Snowfield was ended from outside: the records are looked at as a whole.
onUnlocked((result) => {
	if (result.check_needed) void check();
});

async function check(): Promise<void> {
	try {
		checkNotice.value = { result: await vault.CheckRecords() };
	} catch (reason) {
		const fault = toFault(reason);
		if (fault.code !== "locked") checkNotice.value = { fault };
	}
}
