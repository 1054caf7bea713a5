import "../note/note.css";
import "./measures.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Fault, type FormView, measures, toFault } from "../../bridge";
import { useAutosaved } from "../../state/autosaved";
import { leaving, left } from "../../state/leaving";
import { go } from "../../state/route";
import { Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { onceRendered } from "../../ui/focus";
import { Icon } from "../../ui/Icon";
import { NotSaved } from "../../ui/NotSaved";
import { SavedLine } from "../care/SavedLine";
import { Filling } from "./Filling";
import { Finished } from "./Finished";
import { RiskPrompt } from "./RiskPrompt";
import { ScoreEntry } from "./ScoreEntry";
import { useTyped } from "./typed";

/** What filling in is given. */
export interface FillingProps {
	view: FormView;
	response: FormView["response"];
	/** What was typed and is no date or no number yet. */
	typed: ReturnType<typeof useTyped>;
	/** Why it could not be finished. */
	fault: Fault | undefined;
	onChange: ReturnType<typeof useForm>["change"];
	/** Closes the form; also with blanks, where that was said. */
	onFinish: () => void;
	onLeave: () => void;
}

const useForm = (id: string) =>
	useAutosaved(
		`form:${id}`,
		() => measures.Form(id),
		measures.Save,
		(view: FormView) => view.response,
		// Each key at once: a client's answer is not asked for twice.
		0,
		// What another hand has answered is not written over.
		true,
	);

/** One questionnaire of a client: while it is filled in, and what it says afterwards. */
export function FormScreen({ id }: { id: string }) {
	const form = useForm(id);
	const { view, record } = form;
	const typed = useTyped(
		id,
		view && record && { response: record, scoring: view.instrument.scoring },
	);
	const [fault, setFault] = useState<Fault>();
	// While it is filled in nobody is interrupted; come back to, it asks first.
	const [asking, setAsking] = useState(false);
	const finishing = useRef(false);
	const nothing = useRef(false);
	nothing.current =
		record !== undefined &&
		!record.finished_at &&
		Object.keys(record.values).length === 0 &&
		!typed.score;

	const loaded = view !== undefined;
	useLayoutEffect(() => {
		if (view && view.open_risks.length > 0) setAsking(true);
	}, [loaded]);

	// A form in which nothing was answered is not kept, once what the screen still writes is there.
	useEffect(
		() => () => {
			if (nothing.current)
				leaving(
					left()
						.then(() => measures.Leave(id))
						.then(typed.discard),
				);
		},
		[],
	);

	if (!view || !record)
		return (
			<div class="page">
				{form.loading ? (
					<ErrorLine text={form.loading.message} reference={form.loading.ref} />
				) : (
					<Loading rows={5} />
				)}
			</div>
		);

	const client = view.response.client_id;
	const done = view.response.finished_at !== "";
	const toChart = () => go({ screen: "client", id: client, part: "measures" });
	/** What is on the screen goes to disk first; what the disk does not take is kept, and the head says so. */
	const leave = () => form.flush().then(toChart, () => {});
	const finish = async () => {
		if (finishing.current) return;
		finishing.current = true;
		try {
			await form.flush();
			// The version is that of the save before.
			const now = await measures.Form(id);
			form.take(await measures.Finish(now.response));
			await typed.discard();
			setFault(undefined);
			onceRendered(() => document.getElementById("form-title")?.focus());
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			finishing.current = false;
		}
	};
	const filling: FillingProps = {
		view,
		response: record,
		typed,
		fault,
		onChange: (part) => {
			// A key that comes while the form is closed comes too late for it.
			if (finishing.current) return;
			setFault(undefined);
			form.change(part);
		},
		onFinish: () => void finish(),
		onLeave: () => void leave(),
	};
	return (
		<div class="note form">
			<header class="note-head" data-region>
				<button type="button" class="note-back" onClick={() => void leave()}>
					<Icon name="chevron-left" />
					{view.client_name}
				</button>
				<StateTag view={view} />
				<div class="note-state">
					{!done &&
						(form.fault?.code === "conflict" ? (
							<ErrorLine text={form.fault.message} />
						) : form.fault ? (
							<NotSaved
								reason={`${form.fault.message} What was answered is kept here.`}
								onRetry={() => void form.flush().catch(() => {})}
							/>
						) : (
							<SavedLine of={form} at={view.response.version > 1 ? view.response.updated_at : ""} />
						))}
				</div>
			</header>
			{done ? (
				<Finished view={view} onChanged={form.take} onLeave={toChart} />
			) : view.instrument.items.length > 0 ? (
				<Filling {...filling} />
			) : (
				<ScoreEntry {...filling} />
			)}
			{(done || asking) && (
				<RiskPrompt
					view={view}
					onReviewed={(next) => {
						setAsking(false);
						form.take(next);
					}}
				/>
			)}
		</div>
	);
}

function StateTag({ view: { response } }: { view: FormView }) {
	if (response.struck_at) return <Tag kind="danger">Struck</Tag>;
	if (response.finished_at) return <Tag kind="accent">Finished</Tag>;
	return <Tag>Unfinished</Tag>;
}
