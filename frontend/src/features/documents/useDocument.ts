import { useEffect, useRef, useState } from "preact/hooks";
import { type DocumentView, documents, type Fault, toFault } from "../../bridge";
import { left } from "../../state/leaving";
import type { Route } from "../../state/route";
import { cancelWork, working } from "../../state/work";
import { onlyLast } from "./onlyLast";
import { type Pdf, readPdf } from "./pdf";

export type DocumentRoute = Extract<Route, { screen: "document" }>;

/** What a person chose; what is absent is decided by Go. */
export interface Choice {
	reader?: string;
	parts?: string[];
	from?: string;
	to?: string;
}

/** A document as it was made, with the choice it was made by. */
export interface Made {
	view: DocumentView;
	pdf: Pdf;
}

/** A change of many boxes draws once. */
const patience = 180;

/** The document of a route, made anew whenever another choice is made; what is shown stays until then. */
export function useDocument(of: DocumentRoute) {
	const [choice, setChoice] = useState<Choice>({});
	const [made, setMade] = useState<Made>();
	const [fault, setFault] = useState<Fault>();
	const [making, setMaking] = useState(true);
	const shown = useRef<Made | undefined>(undefined);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

	const last = useRef<ReturnType<typeof onlyLast<Choice, Made>> | undefined>(undefined);
	useEffect(() => {
		const run = async (asked: Choice): Promise<Made> => {
			await left();
			const view = await documents.Make({
				kind: of.kind,
				client_id: of.client ?? "",
				session_id: of.session ?? "",
				participant_id: of.participant ?? "",
				event_id: of.event ?? "",
				instrument_id: of.instrument ?? "",
				...asked,
			});
			return { view, pdf: await readPdf(view.url) };
		};
		const told = {
			made: (next: Made) => {
				shown.current?.pdf.close();
				shown.current = next;
				setMade(next);
				setFault(undefined);
			},
			// What was chosen stays chosen; what is shown stays too, and does not leave.
			failed: (reason: unknown) => setFault(toFault(reason)),
			idle: () => setMaking(false),
		};
		const stop = () => {
			if (working.value?.kind === "document") void cancelWork();
		};
		last.current = onlyLast(run, told, (m) => m.pdf.close(), stop);
		last.current.ask({});
		return () => {
			clearTimeout(timer.current);
			last.current?.end();
			shown.current?.pdf.close();
		};
	}, []);

	const choose = (change: Choice) => {
		const view = shown.current?.view;
		const held = view && {
			reader: view.reader,
			parts: view.parts.filter((p) => p.in).map((p) => p.part),
			...(view.from && { from: view.from, to: view.to }),
		};
		// Another reader begins with that reader's own minimum.
		const next: Choice = { ...held, ...choice, ...change };
		if (change.reader && !change.parts) delete next.parts;
		setChoice(next);
		setMaking(true);
		clearTimeout(timer.current);
		timer.current = setTimeout(() => last.current?.ask(next), patience);
	};
	const again = () => {
		setFault(undefined);
		setMaking(true);
		last.current?.ask(choice);
	};
	return { made, fault, making, choice, choose, again };
}
