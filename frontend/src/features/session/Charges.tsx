import "./charges.css";
import { useState } from "preact/hooks";
import { charges } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { ChargeSheet } from "./ChargeSheet";

/** What one client is charged for a session that has ended, and the way to the superbill. */
export function Charges({
	session,
	participant,
	version,
}: {
	session: string;
	participant: string;
	/** Of the session: other times suggest another code. */
	version: number;
}) {
	const load = useLoad(`${session} ${participant} ${version}`, () =>
		charges.Get(session, participant),
	);
	const data = useKept(load.data);
	// The charge that is open: its id, "new", or none.
	const [open, setOpen] = useState("");
	useUnfinished(
		data &&
			["new", ...data.rows.map((r) => r.charge.id)].map((id) => `charge:${participant}:${id}`),
		(key) => setOpen(key.split(":")[2] ?? ""),
	);
	const superbill = () =>
		data && go({ screen: "document", kind: "superbill", client: data.client_id });
	useCommands(
		data
			? [
					{
						id: "charge-session",
						label: "Charge this session",
						keys: ["C"],
						scope: "this session",
						run: () => setOpen("new"),
					},
					...(data.rows.length > 0
						? [
								{
									id: "superbill",
									label: "Superbill",
									keys: ["B"],
									scope: "this session",
									run: superbill,
								},
							]
						: []),
				]
			: [],
	);
	if (!data)
		return load.fault ? <ErrorLine text={load.fault.message} reference={load.fault.ref} /> : null;
	const edited = data.rows.find((r) => r.charge.id === open)?.charge;
	return (
		<section class="charges" aria-labelledby="charges-title">
			<header class="title-row">
				<h2 id="charges-title">Charges</h2>
				<div class="actions">
					{data.rows.length > 0 && (
						<Button kind="quiet" icon="eye" keys="B" onClick={superbill}>
							Superbill
						</Button>
					)}
					<Button icon="plus" keys="C" onClick={() => setOpen("new")}>
						{data.rows.length > 0 ? "Charge more" : "Charge this session"}
					</Button>
				</div>
			</header>
			{data.rows.length === 0 ? (
				<p class="muted">Nothing is charged yet. {data.suggestion.why}</p>
			) : (
				<>
					<ul class="charge-rows">
						{data.rows.map((r) => (
							<li key={r.charge.id}>
								<div>
									<p class="name">{r.title}</p>
									<p class="small muted">{r.line}</p>
								</div>
								<Button kind="quiet" onClick={() => setOpen(r.charge.id)}>
									Change<span class="sr"> {r.title}</span>
								</Button>
							</li>
						))}
					</ul>
					<p>{data.total_text}</p>
				</>
			)}
			{(open === "new" || edited) && (
				<ChargeSheet
					key={open}
					view={data}
					charge={edited}
					onSaved={(view) => {
						load.set(view);
						setOpen("");
					}}
					onClose={() => setOpen("")}
				/>
			)}
		</section>
	);
}
