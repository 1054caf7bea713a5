import { aria, isMac } from "../../lib/keys";
import { practice, recent } from "../../state/practice";
import { go, type Route, route } from "../../state/route";
import { Icon } from "../../ui/Icon";
import type { IconName } from "../../ui/icon-names";
import { Kbd } from "../../ui/Kbd";
import { Foot } from "./Foot";

const places: { label: string; icon: IconName; keys: string; to: Route; holds: string[] }[] = [
	{ label: "Today", icon: "sun", keys: "Ctrl 1", to: { screen: "today" }, holds: ["today"] },
	{
		label: "Clients",
		icon: "users",
		keys: "Ctrl 2",
		to: { screen: "clients" },
		holds: [
			"clients",
			"inquiry",
			"client",
			"plan",
			"session",
			"prepare",
			"note",
			"form",
			"document",
		],
	},
	{
		label: "Library",
		icon: "library",
		keys: "Ctrl 3",
		to: { screen: "library" },
		holds: ["library"],
	},
	{
		label: "Settings",
		icon: "settings-2",
		keys: "Ctrl ,",
		to: { screen: "settings" },
		holds: ["settings"],
	},
];

/** Practice, search, places, recent charts, and what stands at the foot. */
export function Sidebar({ onSearch }: { onSearch: () => void }) {
	const here = route.value;
	const own = practice.value?.practice;
	const name = own?.practice_name || own?.therapist_name || "Snowfield";
	const who = own?.practice_name
		? [own.therapist_name, own.credential].filter(Boolean).join(", ")
		: (own?.credential ?? "");
	return (
		<nav class="side" aria-label="Places" data-region>
			<p class="practice serif">
				{name}
				{who && <span class="small faint">{who}</span>}
			</p>
			<button
				type="button"
				class="find"
				onClick={onSearch}
				aria-keyshortcuts={aria("Ctrl K", isMac)}
			>
				<Icon name="search" />
				<span class="wide-only">Search</span>
				<Kbd keys="Ctrl K" />
			</button>
			<ul class="places">
				{places.map((p) => (
					<li key={p.label}>
						<button
							type="button"
							class="place"
							onClick={() => go(p.to)}
							aria-current={p.holds.includes(here.screen) ? "page" : undefined}
							aria-keyshortcuts={aria(p.keys, isMac)}
						>
							<Icon name={p.icon} />
							<span class="wide-only">{p.label}</span>
						</button>
					</li>
				))}
			</ul>
			{recent.value.length > 0 && (
				<section class="recent" aria-labelledby="recent-title">
					<h2 id="recent-title" class="small faint">
						Recent charts
					</h2>
					<ul>
						{recent.value.map((r) => (
							<li key={r.client_id}>
								<button
									type="button"
									class="recent-chart"
									onClick={() => go({ screen: "client", id: r.client_id })}
									aria-current={
										here.screen === "client" && here.id === r.client_id ? "page" : undefined
									}
								>
									<span class="recent-name">{r.name}</span>
									{r.window_left_hours > 0 && (
										<span class="recent-window small">
											{r.window_left_hours} h<span class="sr"> left in the integration window</span>
										</span>
									)}
								</button>
							</li>
						))}
					</ul>
				</section>
			)}
			<Foot />
		</nav>
	);
}
