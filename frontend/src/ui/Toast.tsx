import "./toast.css";
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./Button";

interface ToastContent {
	text: string;
	undo?: () => void;
}

const current = signal<ToastContent | null>(null);
const life = 10_000;

/** Says what was done and offers to undo it for ten seconds. A new one takes the place of the old. */
export function offerUndo(text: string, undo: () => void): void {
	current.value = { text, undo };
}

/** Says what was done, where it cannot be undone. */
export function say(text: string): void {
	current.value = { text };
}

/** Undoes what the toast offers; false when it offers nothing. */
export function undoLast(): boolean {
	const toast = current.value;
	if (!toast?.undo) return false;
	current.value = null;
	toast.undo();
	return true;
}

/** What was done is still said, and no longer undone from here. */
export function withdrawUndo(): void {
	if (current.value?.undo) say(current.value.text);
}

/** Takes the toast away, as when the records are locked. */
export function clearToast(): void {
	current.value = null;
}

/** The one place where toasts appear. The region is always there, so that it is announced. */
export function ToastRegion() {
	const toast = current.value;
	const [held, setHeld] = useState(false);
	const left = useRef(life);

	useEffect(() => {
		left.current = life;
		setHeld(false);
	}, [toast]);

	useEffect(() => {
		if (!toast || held) return;
		const since = performance.now();
		const timer = setTimeout(() => {
			if (current.value === toast) current.value = null;
		}, left.current);
		return () => {
			clearTimeout(timer);
			left.current -= performance.now() - since;
		};
	}, [toast, held]);

	return (
		<div
			class="toast-region"
			role="status"
			onMouseEnter={() => setHeld(true)}
			onMouseLeave={() => setHeld(false)}
			onFocusCapture={() => setHeld(true)}
			onBlurCapture={() => setHeld(false)}
		>
			{toast && (
				<div class="toast">
					<span>{toast.text}</span>
					{toast.undo && (
						<Button kind="quiet" keys="Ctrl Z" onClick={undoLast}>
							Undo
						</Button>
					)}
				</div>
			)}
		</div>
	);
}
