import { useRef } from "preact/hooks";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

const width = 600;
const height = 200;

interface Props {
	/** Strokes "M x y L x y" in the box of 600 by 200. */
	path: string;
	error?: string | undefined;
	onPath: (path: string) => void;
}

/** A box to sign in with pen, finger or mouse. Without one, the typed signature does the same. */
export function DrawPad({ path, error, onPath }: Props) {
	const box = useRef<SVGSVGElement>(null);
	const drawing = useRef(false);
	const latest = useRef(path);
	latest.current = path;

	const point = (e: PointerEvent): string => {
		const edge = box.current?.getBoundingClientRect();
		if (!edge) return "";
		const fit = (at: number, from: number, long: number, units: number) =>
			Math.round(Math.max(0, Math.min(1, (at - from) / long)) * units);
		return `${fit(e.clientX, edge.left, edge.width, width)} ${fit(e.clientY, edge.top, edge.height, height)}`;
	};
	const add = (command: "M" | "L", e: PointerEvent) => {
		latest.current = `${latest.current} ${command} ${point(e)}`.trim();
		onPath(latest.current);
	};
	return (
		<fieldset class="field" aria-describedby={error ? "consent-drawing-error" : undefined}>
			<legend>Signature</legend>
			<Drawn
				path={path}
				label={path ? "The signature as drawn" : "Sign here with pen, finger or mouse"}
				boxRef={box}
				handlers={{
					onPointerDown: (e) => {
						drawing.current = true;
						box.current?.setPointerCapture(e.pointerId);
						add("M", e);
					},
					onPointerMove: (e) => drawing.current && add("L", e),
					onPointerUp: () => {
						drawing.current = false;
					},
				}}
			/>
			<div class="actions">
				<Button kind="quiet" onClick={() => onPath("")}>
					Clear it
				</Button>
				<span class="small faint">By keyboard, choose Typed.</span>
			</div>
			{error && <ErrorLine id="consent-drawing-error" text={error} />}
		</fieldset>
	);
}

interface DrawnProps {
	path: string;
	label: string;
	boxRef?: { current: SVGSVGElement | null };
	handlers?: {
		onPointerDown: (e: PointerEvent) => void;
		onPointerMove: (e: PointerEvent) => void;
		onPointerUp: () => void;
	};
}

/** A drawn signature. */
export function Drawn({ path, label, boxRef, handlers }: DrawnProps) {
	return (
		<svg
			ref={boxRef}
			class="drawn"
			viewBox={`0 0 ${width} ${height}`}
			role="img"
			aria-label={label}
			{...handlers}
		>
			<path d={path} />
		</svg>
	);
}
