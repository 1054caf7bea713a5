import { vault } from "../../bridge";
import { greeting } from "../../lib/time";
import { now } from "../../state/clock";
import { way } from "../../state/gate";
import { vaultState } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { WorkLine } from "../work/WorkLine";
import { PassphraseForm } from "./PassphraseForm";

/** The lock screen. */
export function Unlock() {
	const warning = vaultState.value?.place_warning;
	return (
		<PassphraseForm
			act="Unlock"
			open={vault.Unlock}
			elsewhere={(fault) => {
				if (fault.code !== "corrupt") return false;
				way.value = { to: "damaged", fault };
				return true;
			}}
			lead={
				<>
					<h1>{greeting(now.value.getHours())}</h1>
					<p class="lede">Your records are locked.</p>
				</>
			}
		>
			<WorkLine kinds={["update"]} fixed />
			<p class="links">
				<Button
					kind="quiet"
					onClick={() => {
						way.value = { to: "recover" };
					}}
				>
					Use recovery code
				</Button>
				<Button
					kind="quiet"
					onClick={() => {
						way.value = { to: "restore" };
					}}
				>
					Restore a backup
				</Button>
			</p>
			{warning && (
				<p class="place-warning small muted">
					<Icon name="triangle-alert" />
					<span>{warning}</span>
				</p>
			)}
		</PassphraseForm>
	);
}
