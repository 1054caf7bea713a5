import { useEffect, useRef } from "preact/hooks";
import type { Page } from "./pdf";

/** One page of the preview. What is drawn is said in words beneath, for screen readers. */
export function PageView({ page, number, of }: { page: Page; number: number; of: number }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		const el = canvas.current;
		if (!el) return;
		let stale = false;
		// Pages are drawn one after another on each change of size; a late one must not draw over a newer.
		let drawing = Promise.resolve();
		let drawn = 0;
		const draw = () => {
			const width = Math.round(el.clientWidth * devicePixelRatio);
			if (width === 0 || width === drawn) return;
			drawn = width;
			drawing = drawing.then(() => {
				if (!stale && drawn === width) return page.draw(el, width / page.width);
			});
		};
		draw();
		const resized = new ResizeObserver(draw);
		resized.observe(el);
		return () => {
			stale = true;
			resized.disconnect();
		};
	}, [page]);
	const name = `Page ${number} of ${of}`;
	return (
		<section class="pdf-page" aria-label={name}>
			<canvas
				ref={canvas}
				role="img"
				aria-label={name}
				width={Math.round(page.width)}
				height={Math.round(page.height)}
			/>
			<p class="sr pdf-text">{page.text}</p>
		</section>
	);
}
