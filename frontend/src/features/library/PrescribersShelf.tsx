import "./prescribers.css";
import { type Prescriber, prescribers } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go, route } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { PrescriberForm } from "./PrescriberForm";

const open = (item: string) => go({ screen: "library", item });
const close = () => go({ screen: "library" });

/** The prescribers the practice works with, and the form of the one that is open. */
export function PrescribersShelf() {
	const { data, fault, reload } = useLoad("prescribers", prescribers.List);
	const list = useKept(data);
	const item = route.value.screen === "library" ? route.value.item : undefined;

	useCommands([
		{
			id: "new-prescriber",
			label: "Add prescriber",
			keys: ["N"],
			scope: "this screen",
			run: () => open("new"),
		},
	]);

	if (!list) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading />;
	const chosen = list.find((p) => p.id === item);
	if (item === "new" || chosen)
		return (
			<PrescriberForm
				key={item}
				prescriber={chosen}
				onSaved={async () => {
					await reload();
					close();
				}}
				onClose={close}
			/>
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
							<button type="button" data-row class="prescriber-row" onClick={() => open(p.id)}>
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

const signature = (p: Prescriber): string => [p.name, p.credential].filter(Boolean).join(", ");
