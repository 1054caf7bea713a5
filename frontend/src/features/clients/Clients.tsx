import "./clients.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
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
import { InquiryList } from "./InquiryList";
import { stageLabel } from "./stages";

const filters = [
	{ value: "active", label: "Active" },
	{ value: "waiting", label: "Waiting" },
	{ value: "closed", label: "Closed" },
	{ value: "inquiries", label: "Inquiries" },
] as const;
type Filter = (typeof filters)[number]["value"];

const pageSize = 50;
const pause = 120;

interface Props {
	adding: boolean;
	/** Those who asked are listed instead of clients. */
	inquiries: boolean;
}

/** Everyone, by name; and, when adding, the form for a new client. */
export function Clients({ adding, inquiries }: Props) {
	const [filter, setFilter] = useState<Exclude<Filter, "inquiries">>("active");
	if (adding)
		return (
			<ClientForm
				onSaved={(c) => go({ screen: "client", id: c.id })}
				onClose={() => go({ screen: "clients" })}
			/>
		);
	return (
		<ClientList
			filter={inquiries ? "inquiries" : filter}
			onFilter={(f) => {
				if (f !== "inquiries") setFilter(f);
				go({ screen: "clients", ...(f === "inquiries" && { inquiries: true }) });
			}}
		/>
	);
}

interface ListProps {
	filter: Filter;
	onFilter: (filter: Filter) => void;
}

/** To the rows; leaving the search, to the page where there are none, so that single letters work. */
function toRows(leave: boolean): void {
	const row = document.querySelector<HTMLElement>("[data-row][tabindex='0']");
	(row ?? (leave ? document.getElementById("main") : null))?.focus();
}

function ClientList({ filter, onFilter }: ListProps) {
	const [typed, setTyped] = useState("");
	const [query, setQuery] = useState("");
	const search = useRef<HTMLInputElement>(null);
	const inquiries = filter === "inquiries";
	const addClient = () => go({ screen: "clients", adding: true });
	const addInquiry = () => go({ screen: "inquiry" });

	useLayoutEffect(() => search.current?.focus(), []);
	useEffect(() => {
		const timer = setTimeout(() => setQuery(typed.trim()), pause);
		return () => clearTimeout(timer);
	}, [typed]);

	useCommands([
		{
			id: "new-client-here",
			label: "Add client",
			keys: ["N"],
			scope: "this screen",
			keysOnly: true,
			run: addClient,
		},
		{
			id: "new-inquiry-here",
			label: "New inquiry",
			keys: ["I"],
			scope: "this screen",
			keysOnly: true,
			run: addInquiry,
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
				<div class="actions">
					<Button icon="phone" keys="I" onClick={addInquiry}>
						New inquiry
					</Button>
					<Button icon="user-plus" keys="Ctrl Shift N" onClick={addClient}>
						Add client
					</Button>
				</div>
			</header>
			<div class="client-tools">
				{!inquiries && (
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
							if (e.isComposing || (e.key !== "ArrowDown" && e.key !== "Escape")) return;
							e.preventDefault();
							if (e.key === "Escape" && typed) setTyped("");
							else toRows(e.key === "Escape");
						}}
					/>
				)}
				<Segmented
					name="filter"
					label="Show"
					quiet
					options={filters}
					value={filter}
					onValue={onFilter}
				/>
			</div>
			{inquiries ? <InquiryList /> : <Found query={query} filter={filter} />}
		</div>
	);
}

function Found({ query, filter }: { query: string; filter: Filter }) {
	const asked = `${filter} ${query}`;
	const [more, setMore] = useState({ asked, pages: 1 });
	const pages = more.asked === asked ? more.pages : 1;
	const { data, fault } = useLoad(`${asked} ${pages}`, () =>
		clients.List({ query, filter, offset: 0, limit: pages * pageSize }),
	);
	const shown = useKept(data);
	return (
		<>
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
				<Button onClick={() => setMore({ asked, pages: pages + 1 })}>
					Show more of {shown.total}
				</Button>
			)}
		</>
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
	const { data: everybody } = useLoad("everybody", () =>
		clients.List({ query: "", filter: "all", offset: 0, limit: 1 }),
	);
	if (query) return <Empty text={`Nobody here is called “${query}”.`} />;
	if (filter !== "active") return <Empty text="Nobody here." />;
	if (!everybody) return null;
	if (everybody.total > 0) return <Empty text="No active client." />;
	return (
		<Empty text="No clients yet. Add the first with N.">
			<Button
				kind="primary"
				keys="N"
				buttonRef={insteadOfSearching}
				onClick={() => go({ screen: "clients", adding: true })}
			>
				Add client
			</Button>
		</Empty>
	);
}

/** With nobody to search for, the first act takes the focus, and its key works. */
function insteadOfSearching(button: HTMLButtonElement | null): void {
	const at = document.activeElement;
	if (at instanceof HTMLInputElement && at.type === "search" && !at.value) button?.focus();
}
