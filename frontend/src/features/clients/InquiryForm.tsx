import { useLayoutEffect, useState } from "preact/hooks";
import { Fault, type Inquiry, inquiries } from "../../bridge";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { zone } from "../../state/practice";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { DateField } from "../../ui/DateField";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field, TextField } from "../../ui/Field";
import { focusIsFree } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { EraseInquiry } from "./EraseInquiry";

const outcomes = [
	{ value: "", label: "Open" },
	{ value: "refer", label: "Referred" },
	{ value: "decline", label: "Declined" },
] as const;

const toList = () => go({ screen: "clients", inquiries: true });

/** A discovery call: a new one, or the one named. */
export function InquiryForm({ id }: { id: string | undefined }) {
	const { data, fault } = useLoad(id ?? "", async () => (id ? await inquiries.Get(id) : null));
	if (fault)
		return (
			<div class="page">
				<ErrorLine text={fault.message} reference={fault.ref} />
			</div>
		);
	if (data === undefined) return <Loading />;
	return <Form inquiry={data} />;
}

/** An inquiry as it is typed: the time of the call apart, in the practice's zone. */
interface Typed extends Inquiry {
	date: string;
	time: string;
}

function newInquiry(): Inquiry {
	return {
		id: newId(),
		name: "",
		phone: "",
		email: "",
		called_at: now.value.toISOString(),
		found_by: "",
		hopes: "",
		concerns: [],
		notes: "",
		outcome: "",
		outcome_note: "",
		client_id: "",
		created_at: "",
		updated_at: "",
		version: 0,
	};
}

function typedOf(inquiry: Inquiry): Typed {
	return {
		...inquiry,
		date: localDate(new Date(inquiry.called_at), zone()),
		time: clock(inquiry.called_at, zone()),
	};
}

function inquiryOf({ date, time, ...inquiry }: Typed): Inquiry {
	const wrong: Record<string, string> = {};
	if (!isDate(date)) wrong.date = "Give the day of the call.";
	if (!time) wrong.time = "Give the time of the call.";
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was saved yet; check what is marked.", wrong);
	return { ...inquiry, called_at: zoned(date, time, zone()) };
}

function Form({ inquiry }: { inquiry: Inquiry | null }) {
	const draft = useDraft<Typed>(
		`inquiry:${inquiry?.id ?? "new"}`,
		typedOf(inquiry ?? newInquiry()),
	);
	const { form, fault, submit } = useSubmit();
	const [erasing, setErasing] = useState(false);
	const value = draft.value;
	const ready = value !== undefined;

	useLayoutEffect(() => {
		if (ready && focusIsFree()) document.getElementById("inquiry-name")?.focus();
	}, [ready]);

	/** Runs an act on what is typed, then leaves; what is refused stays in the form. */
	const run = async (act: (inquiry: Inquiry) => Promise<() => void>) => {
		if (!value) return;
		await submit(
			async () => {
				const leave = await act(inquiryOf(value));
				await draft.discard();
				leave();
			},
			// Now that it was told, saving again goes over what is there.
			async () => draft.change({ version: (await inquiries.Get(value.id)).version }),
		);
	};
	const save = () =>
		run(async (typed) => {
			await inquiries.Save(typed);
			return toList;
		});
	const proceed = () =>
		run(async (typed) => {
			const client = await inquiries.Continue(typed);
			return () => go({ screen: "client", id: client.id, part: "screening" });
		});
	const cancel = useCancel(draft, toList);

	const client = inquiry?.client_id ?? "";
	const mayContinue = !client && value?.outcome === "";
	const mayErase = inquiry?.outcome === "refer" || inquiry?.outcome === "decline";
	const kept = inquiry ? "Keep the changes" : "Record inquiry";
	useCommands([
		{
			id: "save-inquiry",
			label: kept,
			keys: ["Ctrl Enter"],
			scope: "this screen",
			run: () => void save(),
		},
		...(mayContinue
			? [
					{
						id: "continue-inquiry",
						label: "Continue as client",
						keys: ["Ctrl Shift Enter"],
						scope: "this screen",
						run: () => void proceed(),
					},
				]
			: []),
		...(client
			? [
					{
						id: "open-chart",
						label: "Open the chart",
						keys: ["Ctrl Shift Enter"],
						scope: "this screen",
						run: () => go({ screen: "client", id: client }),
					},
				]
			: []),
		...(mayErase
			? [
					{
						id: "erase-inquiry",
						label: "Erase",
						keys: ["Ctrl Shift X"],
						scope: "this screen",
						run: () => setErasing(true),
					},
				]
			: []),
	]);

	if (!value) return <Loading />;
	const errors = fault?.fields ?? {};
	const put = (part: Partial<Typed>) => draft.change(part);
	const line = (key: "name" | "phone" | "email" | "found_by", label: string, hint?: string) => (
		<TextField
			id={`inquiry-${key}`}
			label={label}
			hint={hint}
			required={key === "name"}
			value={value[key]}
			error={errors[key]}
			onValue={(text) => put({ [key]: text })}
		/>
	);
	const area = (key: "hopes" | "notes" | "outcome_note", label: string, hint?: string) => (
		<div class="across">
			<Field id={`inquiry-${key}`} label={label} hint={hint} error={errors[key]}>
				{(control) => (
					<TextArea {...control} value={value[key]} onValue={(text) => put({ [key]: text })} />
				)}
			</Field>
		</div>
	);

	return (
		<div class="page form-page">
			<header class="title-row">
				<h1 tabIndex={-1}>{inquiry ? "Inquiry" : "New inquiry"}</h1>
				{mayContinue && (
					<Button keys="Ctrl Shift Enter" onClick={() => void proceed()}>
						Continue as client
					</Button>
				)}
				{client && (
					<Button keys="Ctrl Shift Enter" onClick={() => go({ screen: "client", id: client })}>
						Open the chart
					</Button>
				)}
			</header>
			<form
				ref={form}
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				<div class="fields pairs">
					<div class="across">{line("name", "Name")}</div>
					{area("hopes", "What they hope for", "In their words")}
					{line("phone", "Phone")}
					{line("email", "Email")}
					<DateField
						id="inquiry-date"
						label="Called on"
						leaning="past"
						zone={zone()}
						now={now.value}
						value={value.date}
						error={errors.date ?? errors.called_at}
						onValue={(date) => put({ date })}
					/>
					<TimeField
						id="inquiry-time"
						label="At"
						value={value.time}
						error={errors.time}
						onValue={(time) => put({ time })}
					/>
					<div class="across">{line("found_by", "How they came to the practice")}</div>
					<div class="across">
						<TextField
							id="inquiry-concerns"
							label="Concerns"
							hint="Apart by commas: grief, burnout, trauma"
							value={value.concerns.join(",")}
							error={errors.concerns}
							onValue={(text) => put({ concerns: text === "" ? [] : text.split(",") })}
						/>
					</div>
					{area("notes", "Notes")}
					{client ? (
						<p class="across muted">Became a client; the chart goes on from here.</p>
					) : (
						<div class="across">
							<Segmented
								name="outcome"
								label="Outcome"
								options={outcomes}
								value={value.outcome as (typeof outcomes)[number]["value"]}
								error={errors.outcome}
								onValue={(outcome) => put({ outcome })}
							/>
						</div>
					)}
					{value.outcome === "refer" && area("outcome_note", "To whom, and why")}
					{value.outcome === "decline" && area("outcome_note", "Why")}
				</div>
				<FormFault fault={fault} draft={draft} onRetry={() => void save()} />
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						{kept}
					</Button>
					<Button keys="Esc" onClick={cancel}>
						Cancel
					</Button>
					{mayErase && (
						<Button kind="quiet" keys="Ctrl Shift X" onClick={() => setErasing(true)}>
							Erase
						</Button>
					)}
				</div>
			</form>
			{erasing && inquiry && (
				<EraseInquiry
					onClose={() => setErasing(false)}
					onErase={async () => {
						// First what the form keeps: nothing of it may be written after the erasing.
						await draft.discard();
						await inquiries.Erase(inquiry.id);
						toList();
					}}
				/>
			)}
		</div>
	);
}
