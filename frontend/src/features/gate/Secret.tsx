import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { Field } from "../../ui/Field";

interface Props {
	id: string;
	label: string;
	value: string;
	onValue: (value: string) => void;
	hint?: string | undefined;
	error?: string | undefined;
	inputRef?: Ref<HTMLInputElement>;
	/** Told once the passphrase was shown, so that it need not be typed twice. */
	onShown?: () => void;
	/** Shown from the start, as for a suggestion. */
	shown?: boolean;
}

/** A passphrase: hidden, with Show, and Caps Lock said in words while it is on. */
export function Secret({
	id,
	label,
	value,
	onValue,
	hint,
	error,
	inputRef,
	onShown,
	shown: shownOutside,
}: Props) {
	const [shownHere, setShown] = useState(false);
	const [caps, setCaps] = useState(false);
	const shown = shownHere || shownOutside;
	const readCaps = (e: KeyboardEvent | MouseEvent) => setCaps(e.getModifierState("CapsLock"));
	return (
		<Field
			id={id}
			label={label}
			hint={caps ? "Caps Lock is on." : hint}
			error={error && caps ? `${error} Caps Lock is on.` : error}
		>
			{(control) => (
				<div class="secret">
					<input
						{...control}
						ref={inputRef}
						type={(shown ? "text" : "password") as "password"}
						autocomplete="off"
						autocapitalize="off"
						spellcheck={false}
						value={value}
						onInput={(e) => onValue(e.currentTarget.value)}
						onKeyDown={readCaps}
						onKeyUp={readCaps}
						onMouseDown={readCaps}
					/>
					<button
						type="button"
						aria-pressed={shown}
						aria-controls={id}
						onClick={() => {
							setShown(!shown);
							onShown?.();
						}}
					>
						{shown ? "Hide" : "Show"}
					</button>
				</div>
			)}
		</Field>
	);
}
