import { useState } from "preact/hooks";
import { library } from "../../bridge";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import type { Kind } from "./ShelfForm";

interface Props {
	kind: Kind;
	id: string;
	title: string;
	onClose: () => void;
}

/** Every version of a thing of the Library, one at a time. */
export function Versions({ kind, id, title, onClose }: Props) {
	const { data, fault } = useLoad(`${kind} ${id}`, () => library.Versions(kind, id));
	const [chosen, setChosen] = useState(0);
	const version = data?.[chosen];
	return (
		<Dialog label={`Versions of ${title}`} onClose={onClose}>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!data && !fault && <Loading />}
			{data && version && (
				<>
					<label class="field">
						<span class="name">Version</span>
						<select
							class="input"
							value={String(chosen)}
							onChange={(e) => setChosen(Number(e.currentTarget.value))}
						>
							{data.map((v, i) => (
								<option key={v.version} value={String(i)}>
									{v.text}
								</option>
							))}
						</select>
					</label>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
					<div class="version-text" tabIndex={0} role="region" aria-label={version.text}>
						<ul>
							{version.lines.map((line, i) => (
								<li key={i}>{line}</li>
							))}
						</ul>
						{version.html && (
							<div class="consent-text" dangerouslySetInnerHTML={{ __html: version.html }} />
						)}
					</div>
				</>
			)}
			<div class="actions">
				<Button keys="Esc" onClick={onClose}>
					Close
				</Button>
			</div>
		</Dialog>
	);
}
