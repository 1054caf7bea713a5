import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { on } from "../bridge";
import { stepText } from "../state/appearance";
import { runCommand, useCommands } from "../state/keys";
import { running } from "../state/running";
import {
	cover,
	isCovered,
	isHanded,
	onReset,
	refreshVault,
	unreadable,
	vaultState,
} from "../state/vault";
import { cancelKey, cancelWork, working } from "../state/work";
import { IconSprite } from "../ui/Icon";
import { later } from "../ui/later";
import { clearToast } from "../ui/Toast";
import { Gate } from "./gate/Gate";
import { Cover } from "./live/Cover";
import { Handed } from "./measures/Handed";
import { KeySheet } from "./shell/KeySheet";
import { Shell } from "./shell/Shell";
import { Closing } from "./work/Closing";

// The word lists that judge a passphrase are large, and most days nobody chooses one.
const FirstRun = later(async () => (await import("./gate/FirstRun")).FirstRun);

/** The steps of the first run go on after the vault was made and is open, until they end or it locks. */
const settingUp = signal(false);
const keysShown = signal(false);

onReset(() => {
	settingUp.value = false;
	keysShown.value = false;
	clearToast();
});

/** The whole window: the lock screen, the first run, or the shell. */
export function App() {
	useCommands([
		{
			id: "keys-help",
			label: "Keys for this screen",
			keys: ["?"],
			scope: "everywhere",
			run: () => {
				keysShown.value = true;
			},
		},
		{
			id: "text-larger",
			label: "Larger text",
			keys: ["Ctrl +", "Ctrl ="],
			scope: "everywhere",
			overDialogs: true,
			run: () => stepText(1),
		},
		{
			id: "text-smaller",
			label: "Smaller text",
			keys: ["Ctrl -"],
			scope: "everywhere",
			overDialogs: true,
			run: () => stepText(-1),
		},
		{
			id: "text-reset",
			label: "Usual text size",
			keys: ["Ctrl 0"],
			scope: "everywhere",
			overDialogs: true,
			run: () => stepText(0),
		},
		// Wherever the records are open: the first run shows the recovery code before there is a shell.
		...(vaultState.value?.state === "unlocked"
			? [
					{
						id: "lock",
						label: running.value.length > 0 ? "Cover the screen" : "Lock",
						keys: ["Ctrl L"],
						scope: "everywhere",
						overDialogs: true,
						run: () => void cover(),
					},
				]
			: []),
		...(working.value && !isHanded()
			? [
					{
						id: "cancel-work",
						label: `Cancel: ${working.value.name}`,
						keys: [cancelKey],
						scope: "everywhere",
						overDialogs: true,
						run: () => void cancelWork(),
					},
				]
			: []),
	]);
	useEffect(() => on("command", (id) => runCommand(id)), []);

	return (
		<>
			<IconSprite />
			<Screen />
			<Closing />
			{keysShown.value && (
				<KeySheet
					onClose={() => {
						keysShown.value = false;
					}}
				/>
			)}
		</>
	);
}

function Screen() {
	const vault = vaultState.value;
	if (isCovered()) return <Cover />;
	if (isHanded()) return <Handed />;
	if (unreadable.value && vault?.state !== "unlocked") return <Gate />;
	if (!vault) return null;
	if (vault.state === "empty" || settingUp.value)
		return (
			<FirstRun
				onBegin={() => {
					settingUp.value = true;
					// From here on the idle clock runs, and the page must know that there is something to lock.
					return refreshVault();
				}}
				onDone={() => {
					settingUp.value = false;
				}}
			/>
		);
	return vault.state === "unlocked" ? <Shell /> : <Gate />;
}
