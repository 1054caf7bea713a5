import { useEffect, useRef, useState } from "preact/hooks";
import { useNear } from "./near";
import type { Page } from "./pdf";

/**
 * One page of the preview, drawn while it is near what is seen. A page that is drawn anew stands as
 * it was until the new drawing is whole. What is drawn is said in words beneath, for screen readers.
 */
export function PageView({ page, number, of }: { page: Page; number: number; of: number }) {
	const frame = useRef<HTMLElement>(null);
	const near = useNear(frame);
	const name = `Page ${number} of ${of}`;
	return (
		<section
			ref={frame}
			class="pdf-page"
			aria-label={name}
			style={{ aspectRatio: `${page.width} / ${page.height}` }}
		>
			{near && <Drawing page={page} name={name} />}
		</section>
	);
}

function Drawing({ page, name }: { page: Page; name: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const [text, setText] = useState("");
	useEffect(() => {
		const el = canvas.current;
		if (!el) return;
		let stale = false;
		// Pages are drawn one after another on each change of size; a late one must not draw over a newer.
		let drawing = Promise.resolve();
		let wanted = 0;
		const put = async (width: number) => {
			const fresh = document.createElement("canvas");
			await page.draw(fresh, width / page.width);
			if (stale || wanted !== width) return;
			el.width = fresh.width;
			el.height = fresh.height;
			el.getContext("2d")?.drawImage(fresh, 0, 0);
		};
		const draw = () => {
			const width = Math.round(el.clientWidth * devicePixelRatio);
			if (width === 0 || width === wanted) return;
			wanted = width;
			// The file may be closed under a page that nobody looks at any more.
			drawing = drawing.then(() => (stale ? undefined : put(width))).catch(() => {});
		};
		draw();
		const resized = new ResizeObserver(draw);
		resized.observe(el);
		page.text().then(
			(words) => {
				if (!stale) setText(words);
			},
			() => {},
		);
		return () => {
			stale = true;
			resized.disconnect();
		};
	}, [page]);
	return (
		<>
			<canvas ref={canvas} role="img" aria-label={name} />
			<p class="sr pdf-text">{text}</p>
		</>
	);
}
