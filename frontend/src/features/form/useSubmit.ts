import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Fault, toFault } from "../../bridge";
import { focusWrong, onceRendered } from "../../ui/focus";

export interface Submit {
	form: RefObject<HTMLFormElement | null>;
	/** Why the last attempt was refused; its fields are told beside theirs. */
	fault: Fault | undefined;
	setFault: (fault: Fault | undefined) => void;
	/** Runs the act of the form, one at a time. After a conflict `catchUp` takes over what is on disk now. */
	submit: (act: () => Promise<void>, catchUp?: () => Promise<void>) => Promise<void>;
}

/** A form's way to Go. What is refused stays in the form, and the first field that is wrong takes the focus. */
export function useSubmit(): Submit {
	const [fault, setFault] = useState<Fault>();
	const form = useRef<HTMLFormElement>(null);
	const busy = useRef(false);

	const submit: Submit["submit"] = async (act, catchUp) => {
		if (busy.current) return;
		busy.current = true;
		try {
			await act();
		} catch (reason) {
			let told = toFault(reason);
			// Told only then: what is sent again at once goes over what is on disk now.
			if (told.code === "conflict")
				await catchUp?.().catch((why) => {
					told = toFault(why);
				});
			setFault(told);
			// Once the errors are shown.
			onceRendered(() => focusWrong(form.current));
		} finally {
			busy.current = false;
		}
	};
	return { form, fault, setFault, submit };
}
