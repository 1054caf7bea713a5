import "./keysheet.css";
import { keptKey } from "../../lib/kept";
import { isMac, shown } from "../../lib/keys";
import { type Command, commands } from "../../state/keys";
import { isHanded } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

type Listed = Pick<Command, "scope" | "label" | "keys">;

/** What the platform and the lists answer to by themselves, for the sheet only. */
const ofLists: Listed[] = [
	{ scope: "lists", label: "Next row", keys: ["J", "Down"] },
	{ scope: "lists", label: "Row before", keys: ["K", "Up"] },
	{ scope: "lists", label: "First row", keys: ["Home"] },
	{ scope: "lists", label: "Last row", keys: ["End"] },
	{ scope: "lists", label: "Open the row", keys: ["Enter"] },
];

/** Every key that works on this screen now. */
export function KeySheet({ onClose }: { onClose: () => void }) {
	const fixed = isHanded() ? [] : ofLists;
	const doable = commands.value.filter((c) => c.keys.length > 0);
	// The newest scope, the screen's own, comes first; within a scope the order is as written.
	const scopes = [...new Set([...doable, ...fixed].map((c) => c.scope))];
	const listed: Listed[] = [
		...doable.toReversed().map((c) => ({ ...c, keys: c.keys.slice(0, 1) })),
		...fixed.map((c) => ({ ...c, keys: c.keys.filter((k) => keptKey.value(k)) })),
	];
	return (
		<Dialog label="Keys" onClose={onClose}>
			{scopes.map((scope) => (
				<section class="keysheet" key={scope}>
					<h3>{scope[0]?.toUpperCase() + scope.slice(1)}</h3>
					<dl>
						{listed
							.filter((c) => c.scope === scope)
							.map((c) => (
								<div key={c.label}>
									<dt>{c.label}</dt>
									<dd>
										{c.keys.map((k) => (
											<kbd key={k}>{shown(k, isMac)}</kbd>
										))}
									</dd>
								</div>
							))}
					</dl>
				</section>
			))}
			<div class="actions">
				<Button keys="Esc" onClick={onClose}>
					Close
				</Button>
			</div>
		</Dialog>
	);
}
