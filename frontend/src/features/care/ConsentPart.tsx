import "./consent.css";
import "./files.css";
import { useLayoutEffect, useState } from "preact/hooks";
import { type ConsentGroup, type ConsentView, consents } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import type { PartProps } from "./part";
import { SignConsent, signingOf } from "./SignConsent";
import { revocationOf, SignedConsent } from "./SignedConsent";

/** What a client agreed to, by kind: what is signed, what is missing, and the way to sign. */
export function ConsentPart({ client, asked, adding, onChanged }: PartProps) {
	const { data: view, fault, set } = useLoad(client.id, () => consents.Get(client.id));
	// The id of the one that is read.
	const [open, setOpen] = useState("");
	const [last, setLast] = useState("");
	const here = { screen: "client", id: client.id, part: "consent" } as const;
	const sign = () => go({ ...here, item: "new" });
	useUnfinished(
		view && [
			signingOf(client.id),
			...view.kinds.flatMap((k) => k.rows).map((r) => revocationOf(r.id)),
		],
		(key) => (key === signingOf(client.id) ? sign() : setOpen(key.slice(revocationOf("").length))),
	);

	useCommands(
		open || adding
			? []
			: [
					{
						id: "sign-consent",
						label: "Sign a consent",
						keys: ["N"],
						scope: "this chart",
						run: sign,
					},
				],
	);
	// Back from one, its row has the focus.
	useLayoutEffect(() => {
		if (!open && !adding && last) document.getElementById(`consent-${last}`)?.focus();
	}, [open, adding, view]);

	const changed = async (now: ConsentView, id: string) => {
		set(now);
		setOpen("");
		setLast(id);
		go(here);
		await onChanged();
	};

	if (!view) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;
	if (adding)
		return (
			<SignConsent
				client={client.id}
				view={view}
				onView={set}
				onSigned={changed}
				onClose={() => go(here)}
			/>
		);
	if (open)
		return (
			<SignedConsent
				id={open}
				today={view.today}
				files={view.files}
				onChanged={changed}
				onBack={() => setOpen("")}
			/>
		);
	return (
		<section aria-labelledby="part-title">
			<header class="title-row">
				<h2 id="part-title">Consents</h2>
				<Button kind={asked ? "primary" : "plain"} icon="signature" keys="N" onClick={sign}>
					Sign a consent
				</Button>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{view.kinds.map((group) => (
				<Group
					key={group.kind}
					group={group}
					onOpen={(id) => {
						setLast(id);
						setOpen(id);
					}}
				/>
			))}
		</section>
	);
}

function Group({ group, onOpen }: { group: ConsentGroup; onOpen: (id: string) => void }) {
	return (
		<section class="consent-kind" aria-label={group.label}>
			<h3>{group.label}</h3>
			{group.rows.length === 0 ? (
				<p class="muted">{group.text}</p>
			) : (
				<Rows label={group.label} class="care-rows">
					{group.rows.map((row) => (
						<li key={row.id}>
							<button
								type="button"
								data-row
								id={`consent-${row.id}`}
								class="care-row"
								onClick={() => onOpen(row.id)}
							>
								<span class="name">{row.title}</span>
								<span class={row.state === "valid" ? "" : "muted"}>{row.text}</span>
								<span class="small faint">{row.signed_by}</span>
								{row.about && <span class="care-about small faint">{row.about}</span>}
							</button>
						</li>
					))}
				</Rows>
			)}
		</section>
	);
}
