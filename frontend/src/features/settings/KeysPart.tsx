import "./keys.css";
import { useRef } from "preact/hooks";
import { type Settings, settings as settingsApi } from "../../bridge";
import { useDraft } from "../../state/draft";
import { type KeyMap, places, type Single, singles, wrongKeys } from "../../state/singles";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { focusWrong } from "../../ui/focus";
import { NotSaved } from "../../ui/NotSaved";
import { Outcome } from "./Outcome";
import { TogglePart } from "./TogglePart";
import { useSaving } from "./useSaving";

interface Props {
	settings: Settings;
	onChanged: () => Promise<void>;
}

/** Keys without Ctrl or Alt: whether they work, and which they are. */
export function KeysPart(props: Props) {
	return (
		<section aria-labelledby="keys-title">
			<h2 id="keys-title">Keys</h2>
			<TogglePart
				field="single_keys"
				label="Single letters and signs work as keys"
				hint="While no field has the focus. Without them everything is done by buttons, by Ctrl K, and by keys with Ctrl, Alt or F1; digits are off as well."
				{...props}
			/>
			{props.settings.single_keys && <OwnKeys {...props} />}
		</section>
	);
}

/** What was typed, without what is as usual. */
function chosen(typed: KeyMap): Record<string, string> {
	const own = singles.filter((s) => typed[s.id] && typed[s.id] !== s.key);
	return Object.fromEntries(own.map((s) => [s.id, typed[s.id] ?? s.key]));
}

/** The last character typed is the key: a letter as its capital. */
function keyOf(text: string): string {
	const last = [...text.trim()].at(-1) ?? "";
	const capital = last.toUpperCase();
	return [...capital].length === 1 ? capital : last;
}

function OwnKeys({ settings, onChanged }: Props) {
	const draft = useDraft<Record<string, string>>("settings:keys", settings.key_map);
	const { busy, fault, done, run } = useSaving();
	const typed = draft.value ?? settings.key_map;
	const map = chosen(typed);
	const wrong = wrongKeys(map);
	const keep = async (next: KeyMap) => {
		await settingsApi.SaveSettings({ ...settings, key_map: next });
		await draft.discard();
		await onChanged();
		return "Kept.";
	};
	const asUsual = () => {
		draft.change(Object.fromEntries(singles.map((s) => [s.id, s.key])));
		void run(() => keep({}));
	};
	return (
		<form
			inert={draft.value === undefined}
			onSubmit={(e) => {
				e.preventDefault();
				if (Object.keys(wrong).length > 0) focusWrong(e.currentTarget);
				else void run(() => keep(map));
			}}
		>
			<div class="own-keys">
				{places.map((p) => (
					<Place
						key={p.id}
						title={p.title}
						list={singles.filter((s) => s.where === p.id)}
						typed={typed}
						wrong={wrong}
						onKey={(id, key) => draft.change({ [id]: key })}
					/>
				))}
			</div>
			{!fault && draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />}
			<div class="actions">
				<Button type="submit" disabled={busy}>
					Keep the keys
				</Button>
				{(Object.keys(map).length > 0 || Object.keys(settings.key_map).length > 0) && (
					<Button kind="quiet" disabled={busy} onClick={asUsual}>
						All as usual
					</Button>
				)}
				<Outcome done={done} fault={fault} />
			</div>
		</form>
	);
}

interface PlaceProps {
	title: string;
	list: readonly Single[];
	typed: KeyMap;
	wrong: Record<string, string>;
	onKey: (id: string, key: string) => void;
}

/** The keys of one place, folded until one of them is not the usual one. */
function Place({ title, list, typed, wrong, onKey }: PlaceProps) {
	const open = useRef(false);
	open.current ||= list.some((s) => (typed[s.id] ?? s.key) !== s.key);
	return (
		<details open={open.current}>
			<summary>{title}</summary>
			<div class="own-key-list">
				{list.map((s) => (
					<TextField
						key={s.id}
						id={`key-${s.id}`}
						label={s.label}
						hint={`Usually ${s.key}`}
						value={typed[s.id] ?? s.key}
						error={wrong[s.id]}
						onValue={(text) => onKey(s.id, keyOf(text))}
					/>
				))}
			</div>
		</details>
	);
}
