import { useState } from "preact/hooks";
import { type Client, clients, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { offerUndo } from "../../ui/Toast";

/** Closes the client's treatment, or takes it up again. Nothing is removed, and it can be undone. */
export function CloseClient({
	client,
	onChanged,
}: {
	client: Client;
	onChanged: () => Promise<void>;
}) {
	const [error, setError] = useState<string>();
	const closed = client.stage === "closed";
	const label = closed ? "Take up treatment again" : "Close treatment";

	const move = async () => {
		setError(undefined);
		try {
			const saved = await clients.Save({ ...client, stage: closed ? "in_course" : "closed" });
			await onChanged();
			offerUndo(closed ? "Treatment is taken up again." : "Treatment is closed.", async () => {
				try {
					await clients.Save({ ...saved, stage: client.stage });
					await onChanged();
				} catch (reason) {
					setError(toFault(reason).message);
				}
			});
		} catch (reason) {
			setError(toFault(reason).message);
		}
	};

	useCommands([
		{
			id: "close-client",
			label,
			keys: ["Ctrl Shift E"],
			scope: "this chart",
			run: () => void move(),
		},
	]);

	return (
		<>
			<Button kind="quiet" keys="Ctrl Shift E" onClick={() => void move()}>
				{label}
			</Button>
			{error && <ErrorLine text={error} />}
		</>
	);
}
