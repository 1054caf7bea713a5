import { useLayoutEffect } from "preact/hooks";
import { useCommands } from "../../state/keys";
import { go, route, type Shelf } from "../../state/route";
import { Button } from "../../ui/Button";
import { focusIsFree } from "../../ui/focus";
import { Rows } from "../../ui/Rows";

/** Which thing of a shelf is open: its key, "new", or none. */
export const openItem = (): string | undefined =>
	route.value.screen === "library" ? route.value.item : undefined;

let lastOpened = "";

/** Opens a thing of a shelf; without a key, the shelf itself. */
export function openOn(shelf: Shelf, item?: string): void {
	if (item) lastOpened = item;
	go({ screen: "library", shelf, ...(item && { item }) });
}

interface Props {
	shelf: Shelf;
	title: string;
	/** What is said above the rows. */
	lead: string;
	/** What adding one is called; absent where nothing can be added. */
	add?: string;
	rows: readonly { key: string; title: string; line: string; text: string }[];
}

/** The things of a shelf as rows: what it is, how it stands, which version it is. */
export function ShelfRows({ shelf, title, lead, add, rows }: Props) {
	useCommands(
		add
			? [
					{
						id: "add-to-shelf",
						label: add,
						keys: ["N"],
						scope: "the Library",
						run: () => openOn(shelf, "new"),
					},
				]
			: [],
	);
	// Back from a form, its row has the focus; from a new one, what added it.
	useLayoutEffect(() => {
		const opener = document.querySelector<HTMLElement>(
			lastOpened === "new" ? "#shelf-add" : `[data-row="${CSS.escape(lastOpened)}"]`,
		);
		if (focusIsFree()) opener?.focus();
		lastOpened = "";
	}, []);
	return (
		<section aria-labelledby="shelf-title">
			<header class="title-row">
				<h2 id="shelf-title">{title}</h2>
				{add && (
					<Button id="shelf-add" icon="plus" keys="N" onClick={() => openOn(shelf, "new")}>
						{add}
					</Button>
				)}
			</header>
			<p class="muted shelf-lead">{lead}</p>
			<Rows label={title} class="shelf-rows">
				{rows.map((r) => (
					<li key={r.key}>
						<button
							type="button"
							data-row={r.key}
							class="shelf-row"
							onClick={() => openOn(shelf, r.key)}
						>
							<span class="name">{r.title}</span>
							<span class="muted">{r.line}</span>
							<span class="small faint">{r.text}</span>
						</button>
					</li>
				))}
			</Rows>
		</section>
	);
}
