import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { vault } from "../../bridge";
import { asked, backUpNow, backups } from "../../state/backup";
import { useCommands } from "../../state/keys";
import { flush } from "../../state/vault";
import { Button } from "../../ui/Button";
import { focusIsFree } from "../../ui/focus";
import { Icon } from "../../ui/Icon";
import { KeptCode } from "../gate/KeptCode";
import { Secret } from "../gate/Secret";
import { ShownCode } from "../gate/ShownCode";
import { WorkLine } from "../work/WorkLine";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** What the part shows: its two acts, the passphrase for one of them, a code, or what follows a new one. */
type Step =
	| { at: "start" }
	| { at: "asking"; act: "show" | "renew" }
	| { at: "shown"; code: string }
	| { at: "renewed"; code: string }
	| { at: "kept" };

/** The recovery code: shown again, or a new one, each for the passphrase; confirmed where it was not yet. */
export function RecoveryPart({
	unconfirmed,
	wanted,
	onChanged,
}: {
	/** Nobody has shown yet that they kept the code. */
	unconfirmed: boolean;
	/** Settings was opened for it. */
	wanted: boolean;
	onChanged: () => Promise<void>;
}) {
	const [step, setStep] = useState<Step>({ at: "start" });
	const [passphrase, setPassphrase] = useState("");
	const { busy, fault, done, run } = useSaving();
	const field = useRef<HTMLInputElement>(null);
	const title = useRef<HTMLHeadingElement>(null);
	const wrong = fault?.code === "wrong_passphrase";

	const moved = useRef(false);
	const to = (next: Step) => {
		moved.current = true;
		setPassphrase("");
		setStep(next);
	};
	const back = () => to({ at: "start" });
	useLayoutEffect(() => {
		if (!wrong) return;
		field.current?.focus();
		field.current?.select();
	}, [fault]);
	useLayoutEffect(() => {
		if (!wanted) return;
		title.current?.focus();
		title.current?.scrollIntoView({ block: "start" });
	}, [wanted]);
	// What takes the place of what had the focus is read from its title on; what asks is answered.
	useLayoutEffect(() => {
		if (step.at === "asking") field.current?.focus();
		else if (moved.current && focusIsFree()) title.current?.focus();
	}, [step.at]);

	// A backup was made, by the button here or by its key: nothing is left to do.
	const madeAt = backups.value?.last_at;
	useEffect(() => {
		if (step.at === "kept") back();
	}, [madeAt]);

	const submit = (act: "show" | "renew") =>
		run(async () => {
			if (act === "show") {
				const { recovery_code: code } = await vault.ShowRecoveryCode(passphrase);
				to({ at: "shown", code });
				return "";
			}
			// The records are written anew: what is unfinished must be among them.
			const unsaved = await flush();
			if (unsaved) throw unsaved;
			const { recovery_code: code } = await vault.RenewRecoveryCode(passphrase);
			to({ at: "renewed", code });
			await onChanged();
			return "";
		});
	const confirmed = (next: Step) =>
		run(async () => {
			to(next);
			await onChanged();
			return "Confirmed: you have kept the code.";
		});

	const ask = (act: "show" | "renew") => to({ at: "asking", act });
	const leave = (label: string) => ({
		id: "leave-code",
		label,
		keys: ["Esc"],
		scope: "this screen",
		keysOnly: true,
		run: back,
	});
	useCommands([
		...(step.at === "start"
			? [
					{
						id: "show-code",
						label: "Show the recovery code again",
						keys: ["S"],
						scope: "this screen",
						run: () => ask("show"),
					},
					{
						id: "renew-code",
						label: "New recovery code",
						keys: ["R"],
						scope: "this screen",
						run: () => ask("renew"),
					},
				]
			: []),
		...(step.at === "asking" && !busy ? [leave("Cancel")] : []),
		...(step.at === "shown" ? [leave("Hide the recovery code")] : []),
	]);

	return (
		<section aria-labelledby="recovery-title">
			<h2 id="recovery-title" ref={title} tabIndex={-1}>
				Recovery code
			</h2>
			{step.at === "start" && (
				<>
					<p class="muted">
						It opens your records, or a backup of them, when the passphrase is forgotten or the key
						file is lost.
					</p>
					{unconfirmed && (
						<p class="warned">
							<Icon name="triangle-alert" />
							<span>
								It is not confirmed yet that you have kept it. Show it again, put it on paper, then
								type two of its groups.
							</span>
						</p>
					)}
					<div class="actions">
						<Button icon="eye" keys="S" onClick={() => ask("show")}>
							Show it again
						</Button>
						<Button icon="key" keys="R" onClick={() => ask("renew")}>
							New recovery code
						</Button>
						<Outcome done={done} fault={undefined} />
					</div>
				</>
			)}
			{step.at === "asking" && (
				<form
					onSubmit={(e) => {
						e.preventDefault();
						void submit(step.act);
					}}
				>
					{step.act === "renew" && (
						<div class="renew-words">
							<p>
								All of your records are written anew under a new code. From then on the code you
								have opens them no more; your passphrase stays. Do this when the paper was lost or
								someone else may have seen it.
							</p>
							<p class="muted">
								Backups made until now keep the old code and can still be opened with it. Keep or
								destroy them with that in mind.
							</p>
						</div>
					)}
					<Secret
						id="recovery-passphrase"
						label="Passphrase"
						value={passphrase}
						onValue={setPassphrase}
						error={wrong ? fault.message : undefined}
						inputRef={field}
					/>
					<WorkLine kinds={["renew"]} />
					<div class="actions">
						<Button kind="primary" type="submit" keys="Enter" disabled={busy}>
							{step.act === "show" ? "Show the code" : busy ? "Writing anew" : "Make a new code"}
						</Button>
						{!busy && (
							<Button keys="Esc" onClick={back}>
								Cancel
							</Button>
						)}
						<Outcome done={done} fault={wrong ? undefined : fault} />
					</div>
				</form>
			)}
			{step.at === "shown" && unconfirmed && (
				<KeptCode code={step.code} onKept={() => void confirmed({ at: "start" })}>
					<Button keys="Esc" onClick={back}>
						Hide it
					</Button>
				</KeptCode>
			)}
			{step.at === "shown" && !unconfirmed && (
				<>
					<ShownCode code={step.code} />
					<div class="actions">
						<Button kind="primary" keys="Esc" onClick={back}>
							Hide it
						</Button>
					</div>
				</>
			)}
			{step.at === "renewed" && (
				<>
					<p>This is the new code. The old one opens only backups made before.</p>
					<KeptCode code={step.code} onKept={() => void confirmed({ at: "kept" })} />
				</>
			)}
			{step.at === "kept" && (
				<>
					<p>
						Destroy the paper with the old code, unless you keep backups made before. Make a backup
						now, so that there is one the new code opens.
					</p>
					<WorkLine kinds={["backup"]} />
					<div class="actions">
						<Button
							kind="primary"
							icon="hard-drive"
							keys="Ctrl Shift B"
							onClick={() => void backUpNow()}
							disabled={asked.value.running}
						>
							{asked.value.running ? "Backing up" : "Back up now"}
						</Button>
						<Button onClick={back}>Later</Button>
					</div>
				</>
			)}
		</section>
	);
}
