import "./prescribers.css";
import { useLayoutEffect, useState } from "preact/hooks";
import { prescribers } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go, route } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree } from "../../ui/focus";
import { Rows } from "../../ui/Rows";
import { PrescriberForm } from "./PrescriberForm";
import { PrescriberView, signature } from "./PrescriberView";

const open = (item: string) => go({ screen: "library", item });
const close = () => go({ screen: "library" });

/** Back to the clearance somebody is added for; its form is open once there is somebody to choose. */
const toClearance = (client: string, added: boolean) =>
	go({ screen: "client", id: client, part: "clearance", ...(added && { item: "new" }) });

/** The prescribers the practice works with, and the form of the one that is open. */
export function PrescribersShelf() {
	const { data, fault, reload } = useLoad("prescribers", prescribers.List);
	const list = useKept(data);
	const { item, back } = route.value.screen === "library" ? route.value : {};
	const [last, setLast] = useState("");

	useCommands([
		{
			id: "new-prescriber",
			label: "Add prescriber",
			keys: ["N"],
			scope: "this screen",
			run: () => open("new"),
		},
	]);

	// Back from one, its row has the focus.
	useLayoutEffect(() => {
		if (item) setLast(item);
		else if (last && focusIsFree()) document.getElementById(`prescriber-${last}`)?.focus();
	}, [item, list]);

	if (!list) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;
	const chosen = list.find((p) => p.id === item);
	if (item === "new")
		return (
			<PrescriberForm
				prescriber={undefined}
				onSaved={async () => {
					if (back) return toClearance(back, true);
					await reload();
					close();
				}}
				onClose={() => (back ? toClearance(back, false) : close())}
			/>
		);
	if (chosen)
		return (
			<PrescriberView key={chosen.id} prescriber={chosen} onChanged={reload} onClose={close} />
		);
	return (
		<section aria-labelledby="prescribers-title">
			<header class="title-row">
				<h2 id="prescribers-title">Prescribers</h2>
				<Button icon="plus" keys="N" onClick={() => open("new")}>
					Add prescriber
				</Button>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{list.length === 0 ? (
				<Empty text="No prescriber yet. A clearance needs one." />
			) : (
				<Rows label="Prescribers" class="prescriber-rows">
					{list.map((p) => (
						<li key={p.id}>
							<button
								type="button"
								data-row
								id={`prescriber-${p.id}`}
								class="prescriber-row"
								onClick={() => open(p.id)}
							>
								<span class="name">{signature(p)}</span>
								<span class="muted">{p.organisation}</span>
								<span class="small faint">
									{p.retired ? "Retired" : p.phone || p.secure_fax || p.email}
								</span>
							</button>
						</li>
					))}
				</Rows>
			)}
		</section>
	);
}
