import "./strip.css";
import { useEffect } from "preact/hooks";
import { elapsed } from "../../lib/time";
import { useCommands } from "../../state/keys";
import { go, route } from "../../state/route";
import { refreshRunning, running } from "../../state/running";
import { sessionNow } from "../../state/sessionclock";
import { Button } from "../../ui/Button";

const askEvery = 30_000;

/** On every other screen while a session runs: whose it is, how long, and the way back to it. `nameless` where another client reads the screen. */
export function Strip({ nameless }: { nameless: boolean }) {
	const here = route.value;
	const last = running.value[0];
	const back = () => last && go({ screen: "live", id: last.session_id });
	useEffect(() => {
		void refreshRunning();
		const again = setInterval(() => void refreshRunning(), askEvery);
		return () => clearInterval(again);
	}, [here]);
	useCommands(
		last && here.screen !== "live"
			? [
					{
						id: "return-to-session",
						label: "Return to the session",
						keys: ["Ctrl Shift S"],
						scope: "everywhere",
						run: back,
					},
				]
			: [],
	);
	if (!last || here.screen === "live") return null;
	return (
		<section class="strip" aria-label="Running session" data-region>
			<p>
				{nameless ? "A session runs" : `Session with ${last.names}`},{" "}
				<HoursMinutes since={last.first_dose || last.started_at} />
			</p>
			<Button keys="Ctrl Shift S" onClick={back}>
				Return
			</Button>
		</section>
	);
}

/** "0:42" */
function HoursMinutes({ since }: { since: string }) {
	return <span class="num">{elapsed(since, sessionNow.value).slice(0, -3)}</span>;
}
