import "./clients.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { type ClientRow, clients } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { Segmented } from "../../ui/Segmented";
import { ClientForm } from "./ClientForm";
import { stageLabel } from "./stages";

const filters = [
	{ value: "active", label: "Active" },
	{ value: "waiting", label: "Waiting" },
	{ value: "closed", label: "Closed" },
] as const;
type Filter = (typeof filters)[number]["value"];

const pageSize = 50;
const pause = 120;

/** Everyone, by name; and, when adding, the form for a new client. */
export function Clients({ adding }: { adding: boolean }) {
	if (adding)
		return (
			<ClientForm
				onSaved={(c) => go({ screen: "client", id: c.id })}
				onClose={() => go({ screen: "clients" })}
			/>
		);
	return <ClientList />;
}

function ClientList() {
	const [typed, setTyped] = useState("");
	const [query, setQuery] = useState("");
	const [filter, setFilter] = useState<Filter>("active");
	const [pages, setPages] = useState(1);
	const search = useRef<HTMLInputElement>(null);
	const { data, fault } = useLoad(`${filter} ${pages} ${query}`, () =>
		clients.List({ query, filter, offset: 0, limit: pages * pageSize }),
	);
	const shown = useKept(data);

	useEffect(() => search.current?.focus(), []);
	useEffect(() => {
		const timer = setTimeout(() => {
			setQuery(typed.trim());
			setPages(1);
		}, pause);
		return () => clearTimeout(timer);
	}, [typed]);

	useCommands([
		{
			id: "new-client-here",
			label: "Add client",
			keys: ["N"],
			scope: "this screen",
			keysOnly: true,
			run: () => go({ screen: "clients", adding: true }),
		},
		{
			id: "find",
			label: "Find a client",
			keys: ["Ctrl F"],
			scope: "this screen",
			keysOnly: true,
			run: () => search.current?.select(),
		},
	]);

	return (
		<div class="page clients">
			<header class="title-row">
				<h1 tabIndex={-1}>Clients</h1>
				<Button
					icon="user-plus"
					keys="Ctrl Shift N"
					onClick={() => go({ screen: "clients", adding: true })}
				>
					Add client
				</Button>
			</header>
			<div class="client-tools">
				<input
					ref={search}
					class="input"
					type="search"
					aria-label="Search by name"
					placeholder="Search by name"
					spellcheck={false}
					value={typed}
					onInput={(e) => setTyped(e.currentTarget.value)}
					onKeyDown={(e) => {
						if (e.key !== "ArrowDown") return;
						e.preventDefault();
						document.querySelector<HTMLElement>("[data-row][tabindex='0']")?.focus();
					}}
				/>
				<Segmented
					name="filter"
					label="Show"
					quiet
					options={filters}
					value={filter}
					onValue={(f) => {
						setFilter(f);
						setPages(1);
					}}
				/>
			</div>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!shown && !fault && <Loading />}
			{shown && <p class="sr" role="status">{`${shown.total} found`}</p>}
			{shown && shown.rows.length === 0 && <Nobody query={query} filter={filter} />}
			{shown && shown.rows.length > 0 && (
				<Rows label="Clients" class="client-rows">
					{shown.rows.map((row) => (
						<ClientLine key={row.id} row={row} />
					))}
				</Rows>
			)}
			{shown && shown.rows.length < shown.total && (
				<Button onClick={() => setPages(pages + 1)}>Show more of {shown.total}</Button>
			)}
		</div>
	);
}

function ClientLine({ row }: { row: ClientRow }) {
	return (
		<li>
			<button
				type="button"
				data-row
				class="client-row"
				onClick={() => go({ screen: "client", id: row.id })}
			>
				<span class="name">{row.name}</span>
				<span class="muted">{stageLabel(row.stage)}</span>
				<span class="muted">
					{row.window_left_text ? (
						<Tag kind="window">{row.window_left_text}</Tag>
					) : (
						row.next_text && `Next ${row.next_text}`
					)}
				</span>
				<span class="small faint">{row.last_seen_text && `Seen ${row.last_seen_text}`}</span>
			</button>
		</li>
	);
}

function Nobody({ query, filter }: { query: string; filter: Filter }) {
	if (query) return <Empty text={`Nobody here is called “${query}”.`} />;
	if (filter !== "active") return <Empty text="Nobody here." />;
	return (
		<Empty text="No clients yet. Add the first with N.">
			<Button kind="primary" keys="N" onClick={() => go({ screen: "clients", adding: true })}>
				Add client
			</Button>
		</Empty>
	);
}
