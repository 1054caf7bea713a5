import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { keptKey } from "../lib/kept";
import { isField } from "../lib/keys";

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
/** Which way a key walks, if it does; J and K are switched off with the other single keys. */
const stepOf = (key: string): number | undefined =>
	key.length > 1 || keptKey.value(key.toUpperCase()) ? steps[key] : undefined;

/**
 * A list whose rows are walked with J and K, the arrows, Home and End. Each row's main control
 * carries `data-row`; only the current one is a tab stop. From nowhere, J goes to the first list.
 */
export function Rows({
	label,
	class: extra,
	children,
}: {
	label: string;
	class?: string;
	children: ComponentChildren;
}) {
	const list = useRef<HTMLUListElement>(null);

	const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
	const makeCurrent = (row: HTMLElement | undefined) => {
		for (const r of rows()) {
			const stop = r === row ? 0 : -1;
			// Hundreds of rows stand there, and nearly all of them are right.
			if (!r.hasAttribute("tabindex") || r.tabIndex !== stop) r.tabIndex = stop;
		}
	};

	// The rows are the caller's own; after each render exactly one of them must be the tab stop.
	useEffect(() => {
		const all = rows();
		makeCurrent(all.find((r) => r === document.activeElement || r.tabIndex === 0) ?? all[0]);
	});

	useLayoutEffect(() => {
		const fromNowhere = (e: KeyboardEvent) => {
			if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || stepOf(e.key) === undefined)
				return;
			const at = document.activeElement;
			if (at?.closest("[data-rows], dialog") || isField(at)) return;
			// Arrows belong to radio buttons and to scrolling while something else has the focus.
			if (e.key.startsWith("Arrow") && at !== document.body && at?.tagName !== "MAIN") return;
			if (document.querySelector("[data-rows]") !== list.current) return;
			e.preventDefault();
			(rows().find((r) => r.tabIndex === 0) ?? rows()[0])?.focus();
		};
		document.addEventListener("keydown", fromNowhere);
		return () => document.removeEventListener("keydown", fromNowhere);
	}, []);

	return (
		<ul
			ref={list}
			data-rows
			class={extra}
			aria-label={label}
			onFocusCapture={(e) => {
				const row = (e.target as HTMLElement).closest<HTMLElement>("[data-row]");
				if (row) makeCurrent(row);
			}}
			onKeyDown={(e) => {
				if (e.ctrlKey || e.metaKey || e.altKey || isField(e.target)) return;
				const all = rows();
				const at = all.findIndex((r) => r.tabIndex === 0);
				const to =
					e.key === "Home"
						? 0
						: e.key === "End"
							? all.length - 1
							: at + (stepOf(e.key) ?? Number.NaN);
				if (Number.isNaN(to)) return;
				e.preventDefault();
				all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
			}}
		>
			{children}
		</ul>
	);
}
