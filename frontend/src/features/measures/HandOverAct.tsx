import { useRef, useState } from "preact/hooks";
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
	const [fresh] = useState(newId);
	const busy = useRef(false);
	const run = async () => {
		if (busy.current) return;
		busy.current = true;
		try {
			if (!form)
				await measures.Begin({
					id: fresh,
					client_id: client,
					instrument_id: instrument,
					by: "self",
					answered_at: "",
				});
			await handOver(form ?? fresh);
		} catch (reason) {
			setFault(toFault(reason));
			if (!form) await measures.Leave(fresh).catch(() => {}); // an empty one is in nobody's way
		} finally {
			busy.current = false;
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
