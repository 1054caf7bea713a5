import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";

/** Opens the packet for a prescriber from wherever its questions come up. */
export function ReferralLink({ client }: { client: string }) {
	const open = () => go({ screen: "document", kind: "referral_packet", client });
	useCommands([
		{
			id: "referral-packet",
			label: "Referral packet",
			keys: ["Q"],
			scope: "this chart",
			run: open,
		},
	]);
	return (
		<Button kind="quiet" icon="file-down" keys="Q" onClick={open}>
			Referral packet
		</Button>
	);
}
