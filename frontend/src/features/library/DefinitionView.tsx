import { useLayoutEffect } from "preact/hooks";
import { type Definition, measures } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree } from "../../ui/focus";
import { openOn } from "./ShelfRows";

/** A questionnaire as it ships: its words, how it is scored, and where both come from. */
export function DefinitionView({ id }: { id: string }) {
	const { data, fault } = useLoad("definitions", measures.Definitions);
	const found = data?.find((d) => d.instrument.id === id);
	const back = () => openOn("measures");
	useCommands([
		{
			id: "back-to-shelf",
			label: "Back to the questionnaires",
			keys: ["Esc"],
			scope: "this screen",
			run: back,
		},
	]);
	useLayoutEffect(() => {
		if (found && focusIsFree()) document.getElementById("definition-title")?.focus();
	}, [found]);
	return (
		<section class="definition" aria-labelledby="definition-title">
			<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={back}>
				Questionnaires
			</Button>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!found && !fault && <Loading rows={6} />}
			{found && <Words definition={found} />}
		</section>
	);
}

function Words({
	definition: { instrument: i, scoring_text, change_texts },
}: {
	definition: Definition;
}) {
	const choices = i.choices.filter((c) => c.label);
	const print = () => go({ screen: "document", kind: "blank_form", instrument: i.id });
	useCommands(
		i.items.length > 0
			? [
					{
						id: "print-form",
						label: `Print a blank form: ${i.title}`,
						keys: ["B"],
						scope: "this screen",
						run: print,
					},
				]
			: [],
	);
	return (
		<>
			<h2 id="definition-title" tabIndex={-1}>
				{i.title}
			</h2>
			<p class="muted">
				{i.name}. Asks about {i.about}. Version {i.version}, as it ships.
			</p>
			{i.items.length > 0 && (
				<div class="actions">
					<Button icon="eye" keys="B" onClick={print}>
						Print a blank form
					</Button>
				</div>
			)}
			{i.items.length > 0 && (
				<section aria-labelledby="definition-words">
					<h3 id="definition-words">Words</h3>
					<p>{i.lead}</p>
					<ol>
						{i.items.map((item) => (
							<li key={item.link_id}>
								{item.text}
								{item.low && (
									<span class="faint">
										: {item.low} to {item.high}
									</span>
								)}
								{item.safety && (
									<span class="faint">
										{" "}
										(any answer above the lowest asks for a review of the risk)
									</span>
								)}
							</li>
						))}
					</ol>
					{choices.length > 0 && (
						<p class="muted">
							Answers: {choices.map((c) => `${c.value} ${c.label.toLowerCase()}`).join(", ")}.
						</p>
					)}
				</section>
			)}
			<section aria-labelledby="definition-score">
				<h3 id="definition-score">Score</h3>
				<p>{scoring_text}</p>
				<ul>
					{i.bands.map((b) => (
						<li key={b.from}>
							{b.from} to {b.to}: {b.label}
						</li>
					))}
					{i.cutoffs.map((c) => (
						<li key={c.from}>
							{c.from} or more: {c.words} <span class="faint">({c.source})</span>
						</li>
					))}
				</ul>
				{change_texts.length === 0 ? (
					<p class="muted">No meaning of a change is published, so none is claimed.</p>
				) : (
					<ul>
						{change_texts.map((text) => (
							<li key={text}>{text}</li>
						))}
					</ul>
				)}
			</section>
			<section aria-labelledby="definition-source">
				<h3 id="definition-source">Where it comes from</h3>
				<p>{i.licence}</p>
				<ul>
					{i.sources.map((source) => (
						<li key={source}>{source}</li>
					))}
				</ul>
				{i.loinc && <p class="muted">LOINC of the total: {i.loinc}</p>}
			</section>
		</>
	);
}
