import { useRef, useState } from "preact/hooks";
import type { Vocabulary } from "../../bridge";
import { sessionInstant } from "../../state/sessionclock";
import { Combobox } from "../../ui/Combobox";
import { Dialog } from "../../ui/Dialog";
import type { IconName } from "../../ui/icon-names";

const groups: Record<string, { word: string; icon: IconName }> = {
	experience: { word: "Experience", icon: "circle-dashed" },
	body: { word: "Body", icon: "activity" },
	mark: { word: "Course", icon: "timer" },
	intervention: { word: "Done", icon: "user" },
	emergency: { word: "Emergency", icon: "triangle-alert" },
};

/** The ready words, found by typing a few letters of the word or of its group. */
export function WordMenu({
	kinds,
	onChoose,
	onClose,
}: {
	kinds: Vocabulary["observation_kinds"];
	/** Gets the word and when the menu was opened. */
	onChoose: (kind: string, at: string) => void;
	onClose: () => void;
}) {
	const opened = useRef(sessionInstant());
	const [query, setQuery] = useState("");
	const wanted = query.trim().toLowerCase();
	const choices = kinds
		.map((k) => ({
			id: k.id,
			label: k.label,
			icon: groups[k.group]?.icon ?? ("circle-dashed" as const),
			end: groups[k.group]?.word ?? "",
		}))
		.filter((c) => `${c.label}\n${c.end}`.toLowerCase().includes(wanted));
	return (
		<Dialog label="Words for what is seen or done" untitled kind="palette" onClose={onClose}>
			<Combobox
				label="What is seen or done"
				choices={choices}
				query={query}
				onQuery={setQuery}
				onChoose={(kind) => onChoose(kind, opened.current)}
			/>
		</Dialog>
	);
}
