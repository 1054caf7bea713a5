import "./frame.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../ui/Button";
import { useLive } from "./context";
import { Dim } from "./Dim";
import { shownName } from "./names";
import { PartSwitch } from "./PartSwitch";
import { SavedLine } from "./SavedLine";

/** Who is in the room, what is on disk, the light, and the end. */
export function Head() {
	const { view, part, open } = useLive();
	const head = useRef<HTMLElement>(null);
	// It wraps in a narrow window; the undo toast stands beneath it.
	useLayoutEffect(() => {
		const root = document.documentElement;
		const measured = new ResizeObserver(() =>
			root.style.setProperty("--live-head", `${head.current?.offsetHeight ?? 0}px`),
		);
		if (head.current) measured.observe(head.current);
		return () => measured.disconnect();
	}, []);
	return (
		<header class="live-head" ref={head} data-region>
			{view.parts.length > 1 ? <PartSwitch /> : <h1>{shownName(view, part)}</h1>}
			<p class="muted">
				{view.title}
				{view.place === "virtual" && ", virtual"}
			</p>
			<div class="live-acts">
				<SavedLine />
				<Dim />
				<Button keys="Ctrl E" onClick={() => open({ sheet: "leave" })}>
					End session
				</Button>
			</div>
		</header>
	);
}
