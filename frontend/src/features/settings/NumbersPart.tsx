import type { ComponentChildren } from "preact";
import { Fault, type Settings, settings as settingsApi } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { useDraft } from "../../state/draft";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { TextField } from "../../ui/Field";
import { NotSaved } from "../../ui/NotSaved";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** The settings that are whole numbers. */
type NumberKey = {
	[K in keyof Settings]: Settings[K] extends number ? K : never;
}[keyof Settings];

interface Props {
	id: string;
	title: string;
	lead: string;
	/** What the button keeps, in words. */
	act: string;
	/** Each with what it counts and the range that is taken. */
	fields: readonly (readonly [key: NumberKey, label: string, hint: string])[];
	settings: Settings;
	onChanged: () => Promise<void>;
	/** What belongs to them and is kept by itself. */
	children?: ComponentChildren;
}

/** A few whole numbers of the practice, kept together. */
export function NumbersPart({
	id,
	title,
	lead,
	act,
	fields,
	settings,
	onChanged,
	children,
}: Props) {
	const kept = Object.fromEntries(fields.map(([key]) => [key, String(settings[key])]));
	const draft = useDraft<Record<string, string>>(`settings:${id}`, kept);
	const { busy, fault, done, run } = useSaving();
	const value = draft.value;
	if (!value) return <Loading />;

	const keep = async () => {
		const wrong: Record<string, string> = {};
		const next = { ...settings };
		for (const [key] of fields) {
			const n = readNumber(value[key] ?? "", 0);
			if (n === null) wrong[key] = "Write a whole number.";
			else next[key] = n;
		}
		if (Object.keys(wrong).length > 0)
			throw new Fault("invalid", "Nothing was kept yet; check what is marked.", wrong);
		await settingsApi.SaveSettings(next);
		await draft.discard();
		await onChanged();
		return "Kept.";
	};

	return (
		<section aria-labelledby={`${id}-title`}>
			<h2 id={`${id}-title`}>{title}</h2>
			<p class="muted">{lead}</p>
			<form
				onSubmit={(e) => {
					e.preventDefault();
					void run(keep);
				}}
			>
				<div class="fields pairs">
					{fields.map(([key, label, hint]) => (
						<TextField
							key={key}
							id={`${id}-${key}`}
							label={label}
							hint={hint}
							value={value[key] ?? ""}
							error={fault?.fields[key]}
							onValue={(text) => draft.change({ [key]: text })}
						/>
					))}
				</div>
				{!fault && draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />}
				<div class="actions">
					<Button type="submit" disabled={busy}>
						{act}
					</Button>
					<Outcome done={done} fault={fault} />
				</div>
			</form>
			{children}
		</section>
	);
}
