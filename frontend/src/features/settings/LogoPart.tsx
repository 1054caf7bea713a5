import { settings } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

/** The mark at the head of every document, as it prints: on white. */
export function LogoPart() {
	const { data, fault: unread, set } = useLoad("logo", settings.Logo);
	const { busy, fault, done, run } = useSaving();
	const shown = data?.url;
	const choose = () =>
		void run(async () => {
			const chosen = await settings.ChooseLogo();
			// Empty: the dialog was cancelled.
			if (!chosen.url) return undefined;
			set(chosen);
			return "Kept.";
		});
	const remove = () =>
		void run(async () => {
			await settings.RemoveLogo();
			set({ url: "" });
			return "Removed.";
		});
	useCommands(
		busy
			? []
			: [
					{
						id: "choose-logo",
						label: "Choose a logo",
						keys: ["L"],
						scope: "this screen",
						run: choose,
					},
				],
	);
	return (
		<section aria-labelledby="logo-title">
			<h2 id="logo-title">Logo</h2>
			<p class="muted">
				Stands beside the practice's name on documents. PNG or JPEG, up to 1 MB. The picture alone
				is kept, in the records; the file itself stays where it is.
			</p>
			{shown && (
				<div class="logo">
					<img src={shown} alt="The practice's logo" />
				</div>
			)}
			<div class="actions">
				<Button keys="L" disabled={busy} onClick={choose}>
					{shown ? "Choose another logo" : "Choose a logo"}
				</Button>
				{shown && (
					<Button disabled={busy} onClick={remove}>
						Remove logo
					</Button>
				)}
				<Outcome done={done} fault={fault} />
			</div>
			{unread && <ErrorLine text={unread.message} reference={unread.ref} />}
		</section>
	);
}
