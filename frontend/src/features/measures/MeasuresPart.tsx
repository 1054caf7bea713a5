import "./measures.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Fault, type MeasuresView, measures, toFault } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { onceRendered } from "../../ui/focus";
import { Rows } from "../../ui/Rows";
import type { PartProps } from "../care/part";
import { ChangeLines } from "./ChangeLines";
import { DueForms } from "./DueForms";
import { HandOverAct } from "./HandOverAct";
import { PlanPart } from "./PlanPart";

type Offer = MeasuresView["instruments"][number];
type Form = MeasuresView["rows"][number];

/** Questionnaires: what is offered, what was answered, and what it says. */
export function MeasuresPart({ client }: PartProps) {
	const { data: view, fault, reload } = useLoad(client.id, () => measures.Get(client.id));
	const due = useLoad(client.id, () => measures.Due(client.id));
	// The chart was read again, as after a review of a risk.
	const read = useRef(client);
	useEffect(() => {
		if (read.current === client) return;
		read.current = client;
		void reload();
		void due.reload();
	}, [client]);
	const [more, setMore] = useState(false);
	const [open, setOpen] = useState("");
	const firstOfMore = useRef("");

	const latest = (o: Offer) =>
		view?.rows.find((r) => r.instrument_id === o.id && r.state === "finished");
	// The others are there, and not in the way.
	const near = (o: Offer) => o.has_items || view?.rows.some((r) => r.instrument_id === o.id);
	const far = view?.instruments.filter((o) => !near(o)) ?? [];
	const shown = view?.instruments.filter((o) => more || near(o)) ?? [];
	const all = () => {
		firstOfMore.current = far[0]?.id ?? "";
		setMore(true);
	};
	useLayoutEffect(() => {
		if (more) document.getElementById(`measure-${firstOfMore.current}`)?.focus();
	}, [more]);
	useCommands(
		more || far.length === 0
			? []
			: [
					{
						id: "all-measures",
						label: "More questionnaires",
						keys: ["M"],
						scope: "this chart",
						run: all,
					},
				],
	);

	if (!view || !(due.data || due.fault))
		return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;
	return (
		<>
			<section aria-labelledby="part-title">
				<h2 id="part-title" tabIndex={-1}>
					Measures
				</h2>
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				{due.fault && <ErrorLine text={due.fault.message} reference={due.fault.ref} />}
				{due.data && <DueForms client={client.id} due={due.data} />}
				<Rows label="Questionnaires" class="measure-rows">
					{shown.map((o) => (
						<OfferRow
							key={o.id}
							client={client.id}
							offer={o}
							latest={latest(o)}
							begun={view.rows.find((r) => r.instrument_id === o.id && r.state === "unfinished")}
							open={open === o.id}
							onOpen={(is) => setOpen(is ? o.id : "")}
						/>
					))}
				</Rows>
				{!more && far.length > 0 && (
					<Button kind="quiet" keys="M" onClick={all}>
						More questionnaires
					</Button>
				)}
			</section>
			<Forms rows={view.rows} />
			<PlanPart client={client.id} onChanged={() => void due.reload()} />
		</>
	);
}

interface OfferProps {
	client: string;
	offer: Offer;
	/** The form that was finished last. */
	latest: Form | undefined;
	/** One to go on with. */
	begun: Form | undefined;
	open: boolean;
	onOpen: (open: boolean) => void;
}

/** One questionnaire: what it said last; opened, what changed and the ways to fill it in. */
function OfferRow({ client, offer, latest, begun, open, onOpen }: OfferProps) {
	const { last, since_baseline: since } = offer.change;
	// A form without a total says nothing of a change.
	const moved = since && last?.response_id === latest?.response_id;
	return (
		<li>
			<button
				type="button"
				data-row
				id={`measure-${offer.id}`}
				class="measure-row"
				aria-expanded={open}
				onClick={() => onOpen(!open)}
			>
				<span>
					<span class="name">{offer.title}</span>
					<span class="measure-line small faint">{offer.about}</span>
				</span>
				<span>
					{latest?.result_text}
					{latest && (
						<span class="measure-line small faint">
							{latest.date_text}
							{moved && `, ${since.words} since the baseline`}
						</span>
					)}
				</span>
			</button>
			{open && <OfferOpen client={client} offer={offer} begun={begun} />}
		</li>
	);
}

function OfferOpen({ client, offer, begun }: Pick<OfferProps, "client" | "offer" | "begun">) {
	// Pressed twice, it begins one form.
	const [id] = useState(newId);
	const [fault, setFault] = useState<Fault>();
	const begin = async (by: "asked" | "paper") => {
		try {
			const { response } = await measures.Begin({
				id,
				client_id: client,
				instrument_id: offer.id,
				by,
				answered_at: "",
			});
			go({ screen: "form", id: response.id });
		} catch (reason) {
			setFault(toFault(reason));
		}
	};
	const ask = () => void begin(offer.has_items ? "asked" : "paper");
	const paper = () => void begin("paper");
	const blank = () => go({ screen: "document", kind: "blank_form", instrument: offer.id, client });
	const goOn = () => begun && go({ screen: "form", id: begun.response_id });
	const askLabel = offer.has_items ? "Ask the questions" : "Enter a score";
	useCommands([
		...(begun
			? [
					{
						id: "go-on-form",
						label: `Go on: ${offer.title}`,
						keys: ["G"],
						scope: "this chart",
						run: goOn,
					},
				]
			: []),
		{
			id: "ask-form",
			label: `${askLabel}: ${offer.title}`,
			keys: ["A"],
			scope: "this chart",
			run: ask,
		},
		...(offer.has_items
			? [
					{
						id: "paper-form",
						label: `Enter from paper: ${offer.title}`,
						keys: ["P"],
						scope: "this chart",
						run: paper,
					},
					{
						id: "blank-form",
						label: `Print a blank form: ${offer.title}`,
						keys: ["B"],
						scope: "this chart",
						run: blank,
					},
				]
			: []),
	]);
	return (
		<div class="measure-open">
			<p class="muted">{offer.name}</p>
			<ChangeLines change={offer.change} />
			<div class="actions">
				{begun && (
					<Button kind="primary" keys="G" onClick={goOn}>
						Go on, {begun.result_text}
					</Button>
				)}
				<Button kind={begun ? "plain" : "primary"} keys="A" onClick={ask}>
					{askLabel}
				</Button>
				{offer.has_items && <HandOverAct client={client} instrument={offer.id} />}
				{offer.has_items && (
					<Button keys="P" onClick={paper}>
						Enter from paper
					</Button>
				)}
				{offer.has_items && (
					<Button kind="quiet" keys="B" onClick={blank}>
						Print a blank form
					</Button>
				)}
			</div>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</div>
	);
}

/** The forms, newest first; of many the newest only, until all are asked for. */
function Forms({ rows }: { rows: readonly Form[] }) {
	const [all, setAll] = useState(false);
	const older = rows.length > newest && !all;
	const firstOlder = rows[newest]?.response_id ?? "";
	const showAll = () => {
		setAll(true);
		onceRendered(() => document.getElementById(`form-${firstOlder}`)?.focus());
	};
	useCommands(
		older
			? [
					{
						id: "all-forms",
						label: "Show all forms",
						keys: ["L"],
						scope: "this chart",
						run: showAll,
					},
				]
			: [],
	);
	return (
		<section class="measure-forms" aria-labelledby="forms-title">
			<h2 id="forms-title">Forms</h2>
			{rows.length === 0 ? (
				<Empty text="No form yet." />
			) : (
				<Rows label="Forms" class="measure-rows">
					{(older ? rows.slice(0, newest) : rows).map((r) => (
						<FormLine key={r.response_id} row={r} />
					))}
				</Rows>
			)}
			{older && (
				<Button kind="quiet" keys="L" onClick={showAll}>
					Show all {rows.length} forms
				</Button>
			)}
		</section>
	);
}
const newest = 12;

/** One form, as it was filled in. */
function FormLine({ row }: { row: Form }) {
	return (
		<li>
			<button
				type="button"
				data-row
				id={`form-${row.response_id}`}
				class="measure-row form"
				onClick={() => go({ screen: "form", id: row.response_id })}
			>
				<span class="muted">{row.date_text}</span>
				<span>
					<span class="name">{row.title}</span>{" "}
					<span class={row.state === "struck" ? "measure-struck" : ""}>{row.result_text}</span>
					<span class="measure-line small faint">
						{[row.by_text, row.time_text].filter(Boolean).join(", ")}
					</span>
					{row.struck_text && <span class="measure-line small muted">{row.struck_text}</span>}
				</span>
				{row.open_risk ? (
					<Tag kind="danger">Review the risk</Tag>
				) : (
					row.state === "unfinished" && <Tag>Unfinished</Tag>
				)}
				{row.state === "struck" && <Tag>Struck</Tag>}
			</button>
		</li>
	);
}
