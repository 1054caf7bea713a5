import "./bits.css";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A small word on a soft ground. Its colour repeats what the word says. */
export function Tag({
	kind,
	children,
}: {
	kind?: "window" | "dose" | "danger" | "accent";
	children: ComponentChildren;
}) {
	return <span class={`tag ${kind ?? ""}`}>{children}</span>;
}

/** One sentence and the one act. */
export function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
	return (
		<div class="empty">
			<p class="muted">{text}</p>
			{children}
		</div>
	);
}

/** Nothing for 400 ms, then the outlines of rows. */
export function Loading({ rows = 3 }: { rows?: number }) {
	const [shown, setShown] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setShown(true), 400);
		return () => clearTimeout(timer);
	}, []);
	if (!shown) return null;
	return (
		<div class="loading" role="status">
			<span class="sr">Loading</span>
			{Array.from({ length: rows }, (_, i) => (
				<span key={i} class="loading-row" />
			))}
		</div>
	);
}
