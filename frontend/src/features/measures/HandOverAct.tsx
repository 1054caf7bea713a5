import { useState } from "preact/hooks";
import { type Fault, measures, toFault } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useCommands } from "../../state/keys";
import { handOver } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

interface Props {
	client: string;
	/** The instrument's id. */
	instrument: string;
	/** A form that was begun and is gone on with; without it a new one is begun. */
	form?: string;
}

/** Hands a questionnaire over to the client on this computer. */
export function HandOverAct({ client, instrument, form }: Props) {
	const [fault, setFault] = useState<Fault>();
	const run = async () => {
		let begun = "";
		try {
			if (!form) {
				begun = newId();
				await measures.Begin({
					id: begun,
					client_id: client,
					instrument_id: instrument,
					by: "self",
					answered_at: "",
				});
			}
			await handOver(form ?? begun);
		} catch (reason) {
			setFault(toFault(reason));
			if (begun) await measures.Leave(begun).catch(() => {}); // an empty one is in nobody's way
		}
	};
	const label = "Hand over to the client";
	const scope = "this screen";
	useCommands([
		form
			? { id: "hand-over-form", label, keys: ["H"], scope, run: () => void run() }
			: { id: "hand-over", label, keys: ["H"], scope, run: () => void run() },
	]);
	return (
		<>
			<Button keys="H" onClick={() => void run()}>
				Hand over
			</Button>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</>
	);
}
