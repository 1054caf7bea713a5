import "./settings.css";
import { settings, vault } from "../../bridge";
import { useKept, useLoad } from "../../state/load";
import { refreshPractice } from "../../state/practice";
import { route } from "../../state/route";
import { vaultState } from "../../state/vault";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Icon } from "../../ui/Icon";
import { later } from "../../ui/later";
import { AppearancePart } from "./AppearancePart";
import { BackupPart } from "./BackupPart";
import { CheckPart } from "./CheckPart";
import { ClinicalParts } from "./ClinicalParts";
import { KeysPart } from "./KeysPart";
import { LogoPart } from "./LogoPart";
import { PracticePart } from "./PracticePart";
import { RecordsRulePart } from "./RecordsRulePart";
import { RecoveryPart } from "./RecoveryPart";
import { SecurityPart } from "./SecurityPart";

const PassphrasePart = later(async () => (await import("./PassphrasePart")).PassphrasePart);

/** Practice, sessions, the window, retention, security, recovery, backup, appearance, keys, and what this app is. */
export function Settings() {
	const { data, fault, reload } = useLoad("settings", settings.Get);
	const view = useKept(data);
	const changed = async () => {
		await Promise.all([reload(), refreshPractice()]);
	};
	const here = route.value;
	const warning = vaultState.value?.place_warning;
	if (!view)
		return (
			<div class="page">
				{fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading rows={5} />}
			</div>
		);
	return (
		<div class="page settings">
			<h1 tabIndex={-1}>Settings</h1>
			<PracticePart practice={view.practice} onChanged={changed} />
			<LogoPart />
			<ClinicalParts settings={view.settings} onChanged={changed} />
			<RecordsRulePart settings={view.settings} rules={view.records_rules} onChanged={changed} />
			<SecurityPart settings={view.settings} onChanged={changed} />
			<PassphrasePart
				known={[view.practice.therapist_name, view.practice.practice_name]}
				change={vault.ChangePassphrase}
			/>
			<RecoveryPart
				unconfirmed={view.code_unconfirmed}
				wanted={here.screen === "settings" && here.part === "recovery"}
				onChanged={changed}
			/>
			<BackupPart settings={view.settings} onChanged={changed} />
			<CheckPart />
			<AppearancePart />
			<KeysPart settings={view.settings} onChanged={changed} />
			<section aria-labelledby="about-title">
				<h2 id="about-title">About</h2>
				<p>Snowfield {view.app_version}</p>
				<p class="muted">Your records are in this folder, encrypted. Nothing is sent anywhere.</p>
				<p class="small muted folder">{view.folder}</p>
				{warning && (
					<p class="warned">
						<Icon name="triangle-alert" />
						<span>{warning}</span>
					</p>
				)}
			</section>
		</div>
	);
}
