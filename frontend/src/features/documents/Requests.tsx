import "./requests.css";
import { useLayoutEffect, useState } from "preact/hooks";
import { type Client, type RequestRow, type RequestsView, requests } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Empty, Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { AnswerSheet, answerOf } from "./AnswerSheet";
import { ExtendSheet, extensionOf } from "./ExtendSheet";
import { RequestSheet, requestOf } from "./RequestSheet";

type Open = { sheet: "request" | "extend" | "answer"; id?: string };

interface Props {
	client: Client;
	/** The chart's head is read again. */
	onChanged: () => Promise<void>;
}

/** Who asked for the client's records, until when they are to be answered, and how they were. */
export function Requests({ client, onChanged }: Props) {
	const { data: view, fault, set } = useLoad(client.id, () => requests.Get(client.id));
	const [shown, setShown] = useState("");
	const [open, setOpen] = useState<Open>();
	/** The row that takes the focus once a sheet is closed. */
	const [last, setLast] = useState("");

	const row = (id: string | undefined) => view?.rows.find((r) => r.request.id === id);
	const waiting = (view?.rows ?? []).filter((r) => !r.request.outcome);
	useUnfinished(
		view && [
			requestOf(client.id),
			...waiting.flatMap((r) => [
				requestOf(client.id, r.request.id),
				extensionOf(r.request.id),
				answerOf(r.request.id),
			]),
		],
		(key) => {
			const id = waiting.find((r) => key.endsWith(r.request.id))?.request.id;
			if (!id) return setOpen({ sheet: "request" });
			setShown(id);
			const acts = { [answerOf(id)]: "answer", [extensionOf(id)]: "extend" } as const;
			setOpen({ sheet: acts[key] ?? "request", id });
		},
	);
	const record = () => setOpen({ sheet: "request" });
	useCommands([
		{
			id: "new-request",
			label: "Record a request",
			keys: ["N"],
			scope: "this chart",
			run: record,
		},
	]);
	useLayoutEffect(() => {
		if (!open && last) document.getElementById(`request-${last}`)?.focus();
	}, [open, view]);

	if (!view) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;

	const saved = async (next: RequestsView, id: string) => {
		set(next);
		setShown(id);
		setLast(id);
		setOpen(undefined);
		await onChanged();
	};
	const close = () => setOpen(undefined);
	const of = row(open?.id);
	return (
		<section class="requests-part" aria-labelledby="requests-title">
			<header class="title-row">
				<h2 id="requests-title">Requests for records</h2>
				<Button icon="plus" keys="N" onClick={record}>
					Record a request
				</Button>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{view.rows.length === 0 ? (
				<Empty text="Nobody has asked for these records." />
			) : (
				<Rows label="Requests for records" class="care-rows">
					{view.rows.map((r) => (
						<li key={r.request.id}>
							<button
								type="button"
								data-row
								id={`request-${r.request.id}`}
								class="care-row request-row"
								aria-expanded={shown === r.request.id}
								onClick={() => setShown(shown === r.request.id ? "" : r.request.id)}
							>
								<span>
									<span class="name">{r.asked_text}</span>
									<br />
									<span class="small muted">{r.request.what}</span>
								</span>
								<span class={r.request.outcome ? "muted" : ""}>
									{r.overdue ? <Tag kind="danger">{r.state_text}</Tag> : r.state_text}
								</span>
							</button>
							{shown === r.request.id && (
								<Facts
									row={r}
									acting={!open}
									onOpen={(sheet) => {
										setLast(r.request.id);
										setOpen({ sheet, id: r.request.id });
									}}
									onClose={() => {
										setShown("");
										document.getElementById(`request-${r.request.id}`)?.focus();
									}}
								/>
							)}
						</li>
					))}
				</Rows>
			)}
			{open?.sheet === "request" && (
				<RequestSheet client={client} view={view} row={of} onSaved={saved} onClose={close} />
			)}
			{open?.sheet === "extend" && of && (
				<ExtendSheet row={of} view={view} onSaved={saved} onClose={close} />
			)}
			{open?.sheet === "answer" && of && (
				<AnswerSheet row={of} view={view} onSaved={saved} onClose={close} />
			)}
		</section>
	);
}

interface FactsProps {
	row: RequestRow;
	/** No sheet is open: the acts have their keys. */
	acting: boolean;
	onOpen: (sheet: Open["sheet"]) => void;
	onClose: () => void;
}

/** A request to read: by which rule it is due, how it was put off and answered, and what left for it. */
function Facts({ row, acting, onOpen, onClose }: FactsProps) {
	const waits = !row.request.outcome;
	const command = (id: string, label: string, key: string, run: () => void) => ({
		id,
		label,
		keys: [key],
		scope: "this request",
		run,
	});
	useCommands(
		acting
			? [
					command("leave-request", "Close", "Esc", onClose),
					...(waits
						? [
								command("answer-request", "Answer it", "A", () => onOpen("answer")),
								command("edit-request", "Change what was asked", "E", () => onOpen("request")),
							]
						: []),
					...(row.extendable
						? [command("extend-request", "Put it off", "P", () => onOpen("extend"))]
						: []),
				]
			: [],
	);
	return (
		<div class="request-open">
			<dl class="care-facts">
				<div>
					<dt>Rule</dt>
					<dd>{row.term_text}</dd>
				</div>
				{row.lines.map((line) => (
					<div key={line.label}>
						<dt>{line.label}</dt>
						<dd>{line.text}</dd>
					</div>
				))}
				{row.documents.length > 0 && (
					<div>
						<dt>Left for it</dt>
						<dd>{row.documents.join("\n")}</dd>
					</div>
				)}
			</dl>
			{waits && (
				<p class="small muted">
					Public holidays are not known to Snowfield: the day shown is the earliest reading. A
					document that is exported can name this request.
				</p>
			)}
			<div class="actions">
				{waits && (
					<>
						<Button kind="primary" keys="A" onClick={() => onOpen("answer")}>
							Answer it
						</Button>
						{row.extendable && (
							<Button keys="P" onClick={() => onOpen("extend")}>
								Put it off
							</Button>
						)}
						<Button icon="pencil" keys="E" onClick={() => onOpen("request")}>
							Change
						</Button>
					</>
				)}
				<Button kind="quiet" keys="Esc" onClick={onClose}>
					Close
				</Button>
			</div>
		</div>
	);
}
