import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ClientRow, clients } from "../../bridge";
import { isMac, shown } from "../../lib/keys";
import { commands } from "../../state/keys";
import { recent } from "../../state/practice";
import { go } from "../../state/route";
import { type Choice, Combobox } from "../../ui/Combobox";
import { Dialog } from "../../ui/Dialog";

const pause = 120;

/** One field for everything: clients first, then what can be done here. ">" finds commands only. */
export function Palette({ onClose }: { onClose: () => void }) {
	const [query, setQuery] = useState("");
	const [found, setFound] = useState<readonly Pick<ClientRow, "id" | "name">[]>([]);
	const asked = useRef(0);
	// The commands that worked when the palette opened; it hides none of them by being open.
	const doable = useMemo(() => commands.value.filter((c) => !c.keysOnly), []);

	const onlyCommands = query.startsWith(">");
	const words = query.replace(/^>/, "").trim().toLowerCase();

	useEffect(() => {
		const turn = ++asked.current;
		if (onlyCommands || !words) {
			setFound(onlyCommands ? [] : recent.value.map((r) => ({ id: r.client_id, name: r.name })));
			return;
		}
		const timer = setTimeout(async () => {
			const page = await clients
				.List({ query: words, filter: "all", offset: 0, limit: 8 })
				.catch(() => ({ rows: [] }));
			if (asked.current === turn) setFound(page.rows);
		}, pause);
		return () => clearTimeout(timer);
	}, [words, onlyCommands]);

	const choices: Choice[] = [
		...found.map((c) => ({
			id: `client:${c.id}`,
			label: c.name,
			icon: "user" as const,
			end: "Client",
		})),
		...doable
			.filter((c) => c.label.toLowerCase().includes(words))
			.map((c) => ({
				id: `command:${c.id}`,
				label: c.label,
				icon: "chevron-right" as const,
				end: c.keys[0] ? shown(c.keys[0], isMac) : "",
			})),
	];

	const choose = (id: string) => {
		onClose();
		const [kind, rest] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
		// The dialog must be gone before a command runs: most do nothing under one.
		setTimeout(() => {
			if (kind === "client") go({ screen: "client", id: rest });
			else doable.find((c) => c.id === rest)?.run();
		});
	};

	return (
		<Dialog label="Search clients and commands" untitled kind="palette" onClose={onClose}>
			<Combobox
				label="Search clients and commands"
				choices={choices}
				query={query}
				onQuery={setQuery}
				onChoose={choose}
			/>
		</Dialog>
	);
}
