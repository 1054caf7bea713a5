import { useEffect, useState } from "preact/hooks";
import { type Fault, library, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

/** A text as it will be read, shown when asked for. */
export function TextPreview({ text }: { text: string }) {
	const [shown, setShown] = useState(false);
	const [html, setHtml] = useState("");
	const [fault, setFault] = useState<Fault>();
	useEffect(() => {
		let gone = false;
		if (shown)
			library.Preview(text).then(
				(next) => {
					if (!gone) setHtml(next);
				},
				(reason) => setFault(toFault(reason)),
			);
		return () => {
			gone = true;
		};
	}, [shown, text]);
	const toggle = () => setShown(!shown);
	useCommands([
		{ id: "preview-text", label: "Preview", keys: ["Ctrl P"], scope: "this form", run: toggle },
	]);
	return (
		<>
			<div class="actions">
				<Button kind="quiet" icon="eye" keys="Ctrl P" aria-expanded={shown} onClick={toggle}>
					{shown ? "Hide the preview" : "Preview"}
				</Button>
			</div>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{shown && (
				<section
					class="consent-text"
					aria-label="Preview"
					dangerouslySetInnerHTML={{ __html: html }}
				/>
			)}
		</>
	);
}
