import type { Instrument } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

/** Says which questions have no answer before a form is finished without them. */
export function BlankSheet({
	instrument,
	blank,
	onFinish,
	onBack,
}: {
	instrument: Instrument;
	/** Link ids, in order. */
	blank: readonly string[];
	onFinish: () => void;
	onBack: () => void;
}) {
	useCommands([
		{
			id: "finish-blank",
			label: "Finish with blanks",
			keys: ["Ctrl Enter"],
			scope: "this sheet",
			overDialogs: true,
			run: onFinish,
		},
	]);
	const title =
		blank.length === 1 ? "One question is blank" : `${blank.length} questions are blank`;
	return (
		<Dialog label={title} fromTitle onClose={onBack}>
			<ul class="form-blank">
				{instrument.items.map(
					(item, i) =>
						blank.includes(item.link_id) && (
							<li key={item.link_id}>
								<span class="num faint">{i + 1}</span>
								<span>{item.text}</span>
							</li>
						),
				)}
			</ul>
			{instrument.scoring.method === "sum" && (
				<p>With a blank there is no total. A finished form does not change any more.</p>
			)}
			<div class="actions">
				<Button kind="primary" keys="Esc" onClick={onBack}>
					Go to the first blank
				</Button>
				<Button keys="Ctrl Enter" onClick={onFinish}>
					{instrument.scoring.method === "sum" ? "Finish without a total" : "Finish so"}
				</Button>
			</div>
		</Dialog>
	);
}
