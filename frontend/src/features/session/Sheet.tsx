import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Draft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { NotSaved } from "../../ui/NotSaved";
import { useSubmit } from "../form/useSubmit";

/** Whose log a sheet writes, where two clients share a session; empty where that cannot be missed. */
export const Whose = createContext("");

interface Props {
	label: string;
	act: string;
	/** The key that is shown; Ctrl Enter where the sheet holds running text. It saves everywhere. */
	submit?: "Enter" | "Ctrl Enter";
	/** Where what is typed is kept until it is saved. */
	draft?: Pick<Draft<object>, "fault" | "retry">;
	onClose: () => void;
	/** Throws a Fault when the entry cannot be saved; its fields are told beside theirs. */
	onSave: () => Promise<void>;
	/** Whether what was said of a refused field still holds; without it, until the next save. */
	stands?: (field: string) => boolean;
	children: (errors: Readonly<Record<string, string>>) => ComponentChildren;
}

/** A sheet over the screen: Ctrl Enter and its own key save, Esc leaves what was typed for later. */
export function Sheet({
	label,
	act,
	submit = "Enter",
	draft,
	onClose,
	onSave,
	stands,
	children,
}: Props) {
	const whose = useContext(Whose);
	const { form, fault: told, submit: run } = useSubmit();
	const wrong = Object.entries(told?.fields ?? {});
	const still = wrong.filter(([field]) => stands?.(field) ?? true);
	// What is said of the fields together goes with the last of them.
	const fault = wrong.length > 0 && still.length === 0 ? undefined : told;
	const save = () => run(onSave);

	// Enter is the form's own; where it means a new line, this one acts.
	useCommands([
		{
			id: "save-sheet",
			label: act,
			keys: ["Ctrl Enter"],
			scope: "this sheet",
			overDialogs: true,
			run: () => void save(),
		},
	]);

	return (
		<Dialog label={whose ? `${label}, ${whose}` : label} onClose={onClose}>
			<form
				ref={form}
				class="session-sheet"
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				{children(Object.fromEntries(still))}
				<div class="sheet-foot">
					{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
					{draft?.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />}
					<div class="actions">
						<Button kind="primary" type="submit" keys={submit}>
							{act}
						</Button>
						<Button keys="Esc" onClick={onClose}>
							Not now
						</Button>
					</div>
				</div>
			</form>
		</Dialog>
	);
}
