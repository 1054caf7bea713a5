import "./dialog.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
	label: string;
	/** Hides the title when the content speaks for itself, as in the palette. */
	untitled?: boolean;
	kind?: "sheet" | "palette" | "whole";
	/** In the session's colours and in full light, however far its room is dimmed. */
	bright?: boolean;
	/** The focus begins on the title: an Enter held over from what came before presses nothing. */
	fromTitle?: boolean;
	/** Absent: what it asks must be answered, and nothing else closes it. */
	onClose?: (() => void) | undefined;
	children: ComponentChildren;
}

/** A modal sheet: the platform's dialog, which keeps focus inside and gives it back. */
export function Dialog({
	label,
	untitled,
	kind = "sheet",
	bright,
	fromTitle,
	onClose,
	children,
}: Props) {
	const ref = useRef<HTMLDialogElement>(null);
	const title = useRef<HTMLHeadingElement>(null);
	const gone = useRef(false);
	useLayoutEffect(() => {
		const dialog = ref.current;
		const before = document.activeElement;
		gone.current = false;
		dialog?.showModal();
		if (fromTitle) title.current?.focus();
		return () => {
			gone.current = true;
			dialog?.close();
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);
	return (
		<dialog
			ref={ref}
			class={kind}
			data-theme={bright ? "session" : undefined}
			aria-label={label}
			onCancel={(e) => {
				e.preventDefault();
				onClose?.();
			}}
			onKeyDown={(e) => {
				// Before the platform: a second Esc in a row would close it unasked.
				if (!onClose && e.key === "Escape") e.preventDefault();
			}}
			onClose={() => {
				if (!onClose && !gone.current) ref.current?.showModal();
			}}
			onMouseDown={(e) => {
				// A press on the dialog itself is a press on its backdrop.
				if (e.target === e.currentTarget) onClose?.();
			}}
		>
			<div class="dialog-body">
				{!untitled && (
					<h2 ref={title} tabIndex={fromTitle ? -1 : undefined}>
						{label}
					</h2>
				)}
				{children}
			</div>
		</dialog>
	);
}
