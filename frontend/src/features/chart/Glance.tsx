import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Client, clients, type GlanceView, toFault } from "../../bridge";
import { isMac, matches } from "../../lib/keys";
import { unfinished, useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree, focusOnMount, onceRendered } from "../../ui/focus";
import { Icon } from "../../ui/Icon";
import { NotSaved } from "../../ui/NotSaved";
import { TextArea } from "../../ui/TextArea";
import { CloseClient } from "./CloseClient";

type Key = "intention" | "watch" | "allergies" | "notes";

/** Where an entry stands: the same field may be edited in a part of the chart as well. */
type At = "glance" | "preparation";

const draftKey = (client: Client, field: Key, at: At): string => `${at}:${client.id}:${field}`;

/** What Go says of the care, a line each; an empty one is left out. */
const lines = [
	["screening_text", "Screening"],
	["clearance_text", "Clearance"],
	["consent_text", "Consents"],
	["medicines_text", "Medicines"],
	["ride_text", "Ride home"],
	["retention_text", "Retention"],
] as const satisfies readonly (readonly [keyof GlanceView, string])[];

/** What matters at a glance, each edited in place: E or a click, Enter keeps, Esc restores. */
export function Glance({
	client,
	at,
	onChanged,
}: {
	client: Client;
	/** When the chart was read: what stands here is read again with it. */
	at: string;
	onChanged: () => Promise<void>;
}) {
	const care = useKept(useLoad(`${client.id} ${at}`, () => clients.Glance(client.id)).data);
	const contact = client.emergency_contact;
	const call = [contact.name, contact.relationship, contact.phone].filter(Boolean).join(", ");
	const entry = (key: Key, label: string, shown: ComponentChildren) => (
		<Entry client={client} field={key} label={label} onChanged={onChanged}>
			{shown}
		</Entry>
	);
	const aside = useRef<HTMLElement>(null);
	useCommands([
		{
			id: "edit-glance",
			label: "Edit at a glance",
			keys: ["E"],
			scope: "this chart",
			keysOnly: true,
			run: () => {
				const focused = document.activeElement?.closest<HTMLElement>(".glance-value");
				(focused ?? aside.current?.querySelector<HTMLElement>(".glance-value"))?.click();
			},
		},
	]);
	return (
		<aside ref={aside} class="glance" aria-label="At a glance" data-region>
			<dl>
				{entry(
					"intention",
					"Intention",
					client.intention && <span class="said">“{client.intention}”</span>,
				)}
				{entry("watch", "Watch", client.watch)}
				{entry(
					"allergies",
					"Allergies",
					{ none_known: "None known", listed: client.allergies, unknown: "Unknown" }[
						client.allergy_answer
					],
				)}
				{entry("notes", "Notes", client.notes)}
				{lines.map(
					([key, label]) =>
						care?.[key] && (
							<div key={key}>
								<dt>{label}</dt>
								<dd class="glance-care">{care[key]}</dd>
							</div>
						),
				)}
				{client.diagnoses.length > 0 && (
					<div>
						<dt>Diagnoses</dt>
						<dd>{client.diagnoses.join("; ")}</dd>
					</div>
				)}
				{client.concerns.length > 0 && (
					<div>
						<dt>Presenting concerns</dt>
						<dd>{client.concerns.join(", ")}</dd>
					</div>
				)}
				<div>
					<dt>Emergency contact</dt>
					<dd class={call ? "" : "faint"}>{call || "Not recorded"}</dd>
				</div>
				{(client.phone || client.email) && (
					<div>
						<dt>Contact</dt>
						<dd>{[client.phone, client.email].filter(Boolean).join(", ")}</dd>
					</div>
				)}
			</dl>
			<div class="actions">
				<Button
					kind="quiet"
					keys="Ctrl E"
					onClick={() => go({ screen: "client", id: client.id, editing: true })}
				>
					Edit details
				</Button>
				<CloseClient client={client} onChanged={onChanged} />
			</div>
		</aside>
	);
}

/** A field of the client, edited in place. */
export function Entry({
	client,
	field,
	label,
	at = "glance",
	required,
	onChanged,
	children,
}: {
	client: Client;
	field: Key;
	label: string;
	at?: At;
	/** Said in words beside the label. */
	required?: boolean;
	onChanged: () => Promise<void>;
	children: ComponentChildren;
}) {
	const [editing, setEditing] = useState(false);
	// Text that was left unfinished, by a lock or a crash, is back in place.
	useEffect(() => {
		void unfinished(draftKey(client, field, at)).then((text) => text && setEditing(true));
	}, []);
	const shown = useRef<HTMLButtonElement>(null);
	const close = () => {
		setEditing(false);
		// Who went on meanwhile is left where they are.
		onceRendered(() => {
			if (focusIsFree()) shown.current?.focus();
		});
	};
	return (
		<div class={field === "watch" && (client.watch || editing) ? "watch" : ""}>
			<dt>
				{label}
				{required && <span class="small faint"> (required)</span>}
			</dt>
			<dd>
				{editing ? (
					<Editor
						client={client}
						field={field}
						label={label}
						at={at}
						onDone={async (changed) => {
							if (changed) await onChanged();
							close();
						}}
					/>
				) : (
					<button ref={shown} type="button" class="glance-value" onClick={() => setEditing(true)}>
						<span class="sr">Edit {label.toLowerCase()}: </span>
						<span class={children ? "" : "faint"}>{children || "Not recorded"}</span>
						<Icon name="pencil" />
					</button>
				)}
			</dd>
		</div>
	);
}

function Editor({
	client,
	field,
	label,
	at,
	onDone,
}: {
	client: Client;
	field: Key;
	label: string;
	at: At;
	onDone: (changed: boolean) => void;
}) {
	const draft = useDraft(draftKey(client, field, at), { text: client[field] });
	const [error, setError] = useState<string>();
	// There at once: what is typed goes into it, not to the keys of the screen.
	const { text } = draft.value ?? { text: client[field] };

	const keep = async () => {
		const change: Partial<Client> = { [field]: text };
		// A list that was emptied leaves the answer unknown; without one the answer stays.
		if (field === "allergies" && text.trim()) change.allergy_answer = "listed";
		else if (field === "allergies" && client.allergy_answer === "listed")
			change.allergy_answer = "unknown";
		try {
			await clients.Save({ ...client, ...change });
			await draft.discard();
			onDone(true);
		} catch (reason) {
			const fault = toFault(reason);
			setError([fault.message, fault.fields[field]].filter(Boolean).join(" "));
		}
	};

	return (
		<>
			<TextArea
				id={`${at}-${field}`}
				areaRef={focusOnMount}
				aria-label={label}
				aria-describedby={`${at}-${field}-hint`}
				value={text}
				onValue={(t) => draft.change({ text: t })}
				onKeyDown={(e) => {
					if (e.isComposing) return;
					if (matches(e, "Enter", isMac)) {
						e.preventDefault();
						void keep();
					} else if (e.key === "Escape") {
						e.preventDefault();
						void draft.discard().then(() => onDone(false));
					}
				}}
			/>
			<p class="small faint" id={`${at}-${field}-hint`}>
				Enter keeps, Esc restores, Shift Enter begins a line.
			</p>
			{error ? (
				<ErrorLine text={error} />
			) : (
				draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />
			)}
		</>
	);
}
