import type { DayView, VirtualSafety } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Field, TextField } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { Select } from "../session/Select";
import { type Check, CheckActs } from "./CheckActs";

const minutes = [2, 3, 5, 10, 15, 20, 30].map((n) => ({ id: String(n), label: `${n} minutes` }));

type Line =
	| "call_back_number"
	| "emergency_number"
	| "emergency_room"
	| "chaperone_name"
	| "chaperone_phone";
type Tick =
	| "chaperone_adult"
	| "chaperone_present"
	| "pressure_cuff"
	| "spit_cup"
	| "dependents"
	| "lost_connection";

const texts = [
	"address",
	"call_back_number",
	"emergency_number",
	"emergency_room",
	"chaperone_name",
	"chaperone_phone",
] as const;

interface Props {
	view: DayView;
	value: VirtualSafety;
	checks: readonly Check[];
	errors: Readonly<Record<string, string>>;
	/** For a couple the key could mean either form. */
	keyed: boolean;
	onChange: (part: Partial<VirtualSafety>) => void;
	onLift: (key: string) => void;
}

/** What must be known for today before a virtual dosing session. Nothing here changes the client. */
export function VirtualForm({ view, value, checks, errors, keyed, onChange, onLift }: Props) {
	const { usual } = view;
	const id = (key: string) => `virtual-${view.check.participant_id}-${key}`;
	const offered = texts.filter((key) => usual[key] && !value[key]);
	const takeUsual = () =>
		onChange(Object.fromEntries(offered.map((key) => [key, usual[key]])) as Partial<VirtualSafety>);

	useCommands(
		keyed && offered.length > 0
			? [
					{
						id: "as-usual",
						label: "As usual",
						keys: ["U"],
						scope: "this room",
						run: takeUsual,
					},
				]
			: [],
	);

	const line = (key: Line, label: string, hint?: string) => (
		<TextField
			id={id(key)}
			label={label}
			hint={hint}
			value={value[key]}
			error={errors[`virtual.${key}`]}
			onValue={(v) => onChange({ [key]: v })}
		/>
	);
	const tick = (key: Tick, label: string, also?: Partial<VirtualSafety>) => (
		<label class="check">
			<input
				type="checkbox"
				checked={value[key]}
				onChange={(e) => onChange({ [key]: e.currentTarget.checked, ...also })}
			/>
			{label}
		</label>
	);
	const open = view.items.filter((item) => !item.there);
	const lostMinutes = value.lost_minutes || usual.lost_minutes;

	return (
		<div class="virtual-form">
			<p class="small faint">
				Ask each of these for today. Today’s address does not change the client’s own.
			</p>
			{offered.length > 0 && (
				<div class="actions">
					<Button onClick={takeUsual} aria-describedby={id("usual")} {...(keyed && { keys: "U" })}>
						As usual
					</Button>
					<span class="small muted" id={id("usual")}>
						Fills what is empty, once the client has confirmed it:{" "}
						{offered.map((key) => usual[key].replaceAll("\n", ", ")).join("; ")}
					</span>
				</div>
			)}
			<Field id={id("address")} label="Exact address today" error={errors["virtual.address"]}>
				{(control) => (
					<TextArea
						{...control}
						value={value.address}
						onValue={(address) => onChange({ address })}
					/>
				)}
			</Field>
			<div class="fields pairs">
				{line("call_back_number", "Call-back number")}
				{line("emergency_number", "Local emergency number")}
			</div>
			<Field
				id={id("emergency_room")}
				label="Nearest emergency department"
				error={errors["virtual.emergency_room"]}
			>
				{(control) => (
					<TextArea
						{...control}
						value={value.emergency_room}
						onValue={(emergency_room) => onChange({ emergency_room })}
					/>
				)}
			</Field>
			<div class="fields pairs">
				{line("chaperone_name", "Chaperone")}
				{line("chaperone_phone", "Chaperone’s phone")}
			</div>
			<div class="virtual-ticks">
				{tick("chaperone_adult", "The chaperone is an adult")}
				{tick("chaperone_present", "The chaperone is physically there, now")}
				{tick("pressure_cuff", "A blood-pressure cuff is there")}
				{tick("spit_cup", "A spit cup is there")}
				{tick("dependents", "Children and pets are cared for")}
			</div>
			<fieldset class="field">
				<legend>If the connection is lost</legend>
				<p>
					Call the client, then the chaperone; after {lostMinutes || "some"} minutes emergency
					services.
				</p>
				<div class="fields pairs">
					<Select
						id={id("lost_minutes")}
						label="Emergency services after"
						none="Not chosen"
						options={
							minutes.some((m) => m.id === String(lostMinutes)) || lostMinutes === 0
								? minutes
								: [...minutes, { id: String(lostMinutes), label: `${lostMinutes} minutes` }]
						}
						value={lostMinutes ? String(lostMinutes) : ""}
						error={errors["virtual.lost_minutes"]}
						onValue={(v) => onChange({ lost_minutes: Number(v) })}
					/>
				</div>
				{tick("lost_connection", "The plan was gone through with the client", {
					lost_minutes: lostMinutes,
				})}
			</fieldset>
			{open.length > 0 && (
				<ul class="check-rows" aria-label="Still missing for today">
					{open.map((item) => {
						const found = checks.find((c) => c.key === `virtual_${item.key}`);
						return (
							<li
								key={item.key}
								class="check-row"
								data-check={found?.state === "blocks" ? found.key : undefined}
							>
								<span class={found?.state === "blocks" ? "prepare-blocked" : "muted"}>
									Missing: {item.label.slice(0, 1).toLowerCase() + item.label.slice(1)}
								</span>
								<CheckActs check={found} onLift={onLift} />
							</li>
						);
					})}
				</ul>
			)}
		</div>
	);
}
