import { useRef, useState } from "preact/hooks";
import { useCommands } from "../../state/keys";
import { keepUnsent, recordLine, unsent } from "../../state/plancards";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { Kbd } from "../../ui/Kbd";

/** One line for the log, written from the emergency plan. */
export function PlanLine({ session, participant }: { session: string; participant: string }) {
	const field = useRef<HTMLInputElement>(null);
	const [written, setWritten] = useState("");
	const text = unsent.value.get(participant) ?? "";
	useCommands([
		{
			id: "plan-line",
			label: "Write into the log",
			keys: ["O"],
			scope: "the emergency plan",
			overDialogs: true,
			run: () => field.current?.focus(),
		},
	]);
	return (
		<form
			class="plan-write"
			onSubmit={(e) => {
				e.preventDefault();
				if (!text.trim()) return;
				recordLine(session, participant, "", text);
				keepUnsent(participant, "");
				setWritten(text);
			}}
		>
			<TextField
				id="plan-line"
				label="Write what happens: it goes into the log"
				value={text}
				inputRef={field}
				onValue={(line) => keepUnsent(participant, line)}
			/>
			<Kbd keys="O" />
			<Button type="submit" keys="Enter">
				Write
			</Button>
			<p class="small muted" role="status">
				{written && `In the log: ${written}`}
			</p>
		</form>
	);
}
