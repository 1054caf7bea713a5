import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { LibraryView } from "../../bridge";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { focusIsFree, onceRendered } from "../../ui/focus";
import { FormFault } from "../form/FormFault";
import { useCancel } from "../form/useCancel";
import { useSubmit } from "../form/useSubmit";
import { Versions } from "./Versions";

/** The kinds of things the Library keeps, as Go names them. */
export type Kind =
	| "screening_item"
	| "consent_text"
	| "course_template"
	| "note_outline"
	| "emergency_plan"
	| "methods"
	| "session_plan"
	| "mark_set"
	| "leaving"
	| "handout"
	| "fees"
	| "measures"
	| "records_rule";

interface Props<T extends object> {
	kind: Kind;
	/** Its key in the Library; "new" for one that is not there yet. */
	id: string;
	title: string;
	/** Which version it is, in words; empty for a new one. */
	text: string;
	version: number;
	/** As it is kept, in the form's own shape. */
	kept: T;
	/** As Snowfield ships it; absent for the practice's own. */
	shipped: T | undefined;
	/** Keeps what was typed; seen is the version it was made from. */
	keep: (typed: T, seen: number) => Promise<LibraryView>;
	onKept: (view: LibraryView) => void;
	/** Leaves the form; absent where the form is the whole shelf. */
	onClose?: () => void;
	children: (form: {
		value: T;
		change: (part: Partial<T>) => void;
		errors: Readonly<Record<string, string>>;
	}) => ComponentChildren;
}

/** One thing of the Library to change. What is unfinished is kept as a draft, with the version it was made from. */
export function ShelfForm<T extends object>(props: Props<T>) {
	const { kind, id, title, text, version, kept, shipped, onKept, onClose } = props;
	const draft = useDraft<{ typed: T; seen: number }>(`library:${kind}:${id}`, {
		typed: kept,
		seen: version,
	});
	const { form, fault, setFault, submit } = useSubmit();
	const [said, setSaid] = useState("");
	const [versions, setVersions] = useState(false);
	const value = draft.value?.typed;
	const ready = value !== undefined;
	const isNew = id === "new";
	const changed = ready && JSON.stringify(value) !== JSON.stringify(kept);
	const canPutBack = ready && shipped && JSON.stringify(value) !== JSON.stringify(shipped);

	useLayoutEffect(() => {
		if (ready && onClose && focusIsFree())
			form.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
	}, [ready]);

	// A form that stays begins anew with what was just kept.
	useEffect(() => {
		if (!draft.value || draft.value.seen === version || onClose) return;
		draft.change({ typed: kept, seen: version });
		void draft.discard();
	}, [version]);

	/** What had the focus may have gone with the press; the form's main act takes it. */
	const keepFocus = () =>
		onceRendered(() => {
			if (focusIsFree()) form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
		});

	const save = () =>
		submit(async () => {
			if (!draft.value) return;
			setSaid("");
			const view = await props.keep(draft.value.typed, draft.value.seen);
			await draft.discard();
			setFault(undefined);
			onKept(view);
			if (onClose) onClose();
			else setSaid("Kept.");
			keepFocus();
		});
	const cancel = useCancel(draft, onClose);
	const startOver = async () => {
		draft.change({ typed: kept, seen: version });
		await draft.discard();
		setFault(undefined);
		setSaid("");
		keepFocus();
	};
	const putBack = () => {
		if (!shipped || !draft.value) return;
		draft.change({ typed: shipped });
		setSaid("This is how it is shipped. Keep it to put it back.");
		keepFocus();
	};
	const act = isNew ? "Add" : "Keep the changes";

	useCommands([
		{
			id: "keep-on-shelf",
			label: act,
			keys: ["Ctrl Enter"],
			scope: "this form",
			run: () => void save(),
		},
		...(canPutBack
			? [
					{
						id: "as-shipped",
						label: "As shipped",
						keys: ["Ctrl Shift O"],
						scope: "this form",
						run: putBack,
					},
				]
			: []),
		...(isNew
			? []
			: [
					{
						id: "versions",
						label: "Versions",
						keys: ["Ctrl Shift H"],
						scope: "this form",
						run: () => setVersions(true),
					},
				]),
	]);

	if (!value) return <Loading rows={5} />;
	return (
		<section class="shelf-form" aria-labelledby="shelf-title">
			<header class="title-row">
				<h2 id="shelf-title">{title}</h2>
				{!isNew && (
					<Button kind="quiet" icon="history" keys="Ctrl Shift H" onClick={() => setVersions(true)}>
						Versions
					</Button>
				)}
			</header>
			{text && <p class="small muted">{text}</p>}
			<form
				ref={form}
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				{props.children({
					value,
					change: (part) => {
						setSaid("");
						draft.change({ typed: { ...value, ...part } });
					},
					errors: fault?.fields ?? {},
				})}
				<FormFault fault={fault} draft={draft} onRetry={() => void save()} />
				<p class="small muted" role="status">
					{said}
				</p>
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						{act}
					</Button>
					{onClose ? (
						<Button keys="Esc" onClick={cancel}>
							Cancel
						</Button>
					) : (
						changed && <Button onClick={() => void startOver()}>Undo the changes</Button>
					)}
					{canPutBack && (
						<Button kind="quiet" keys="Ctrl Shift O" onClick={putBack}>
							As shipped
						</Button>
					)}
				</div>
			</form>
			{versions && (
				<Versions kind={kind} id={id} title={title} onClose={() => setVersions(false)} />
			)}
		</section>
	);
}
