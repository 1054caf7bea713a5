import "./private.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Fault, type PsychotherapyView, psychotherapy, toFault } from "../../bridge";
import { Button } from "../../ui/Button";
import { Secret } from "../gate/Secret";
import { PrivateNotes } from "./PrivateNotes";
import type { PartProps } from "./part";

/** The door to the psychotherapy notes: it asks for the passphrase each time, and closes when the part is left. */
export function PrivateDoor({ client }: PartProps) {
	const [view, setView] = useState<PsychotherapyView>();
	/** Puts what is being written on disk. */
	const flush = useRef(async () => {});
	const close = async () => {
		await flush.current().catch(() => {});
		// Locking has closed it already.
		await psychotherapy.Close(client.id).catch(() => {});
	};

	useEffect(() => () => void close(), []);

	if (!view) return <Asking client={client.id} onOpen={setView} />;
	return (
		<PrivateNotes
			client={client.id}
			view={view}
			onView={setView}
			flush={flush}
			onClose={() => {
				void close();
				setView(undefined);
			}}
		/>
	);
}

interface AskingProps {
	client: string;
	onOpen: (view: PsychotherapyView) => void;
}

function Asking({ client, onOpen }: AskingProps) {
	const [passphrase, setPassphrase] = useState("");
	const [fault, setFault] = useState<Fault>();
	const field = useRef<HTMLInputElement>(null);
	const busy = useRef(false);
	const wrong = fault?.code === "wrong_passphrase" || fault?.code === "blocked";

	useLayoutEffect(() => field.current?.focus(), []);
	useLayoutEffect(() => {
		if (wrong) field.current?.select();
	}, [fault]);

	const open = async () => {
		if (busy.current) return;
		busy.current = true;
		try {
			onOpen(await psychotherapy.Open(client, passphrase));
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			busy.current = false;
		}
	};

	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Psychotherapy notes</h2>
			<p class="muted private-lede">
				Your own analysis of what was said, kept apart from the record. It is in no document, search
				or export, and in every backup.
			</p>
			<form
				class="private-door"
				onSubmit={(e) => {
					e.preventDefault();
					void open();
				}}
			>
				<Secret
					id="private-passphrase"
					label="Passphrase"
					hint="Asked for each time. The door closes when you leave."
					value={passphrase}
					onValue={setPassphrase}
					error={fault?.message}
					inputRef={field}
				/>
				<div class="actions">
					<Button kind="primary" type="submit" keys="Enter">
						Open the door
					</Button>
				</div>
			</form>
		</section>
	);
}
