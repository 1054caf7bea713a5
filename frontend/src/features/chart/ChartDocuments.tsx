import type { Client, DocumentOffer } from "../../bridge";
import { documents } from "../../bridge";
import { aria, isMac } from "../../lib/keys";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Kbd } from "../../ui/Kbd";
import { Rows } from "../../ui/Rows";
import { Disclosures } from "../documents/Disclosures";
import { Requests } from "../documents/Requests";

interface Key {
	kind: string;
	command: { id: string; label: string; keys: string[] };
}
const key = (id: string, label: string, letter: string, kind: string): Key => ({
	kind,
	command: { id, label, keys: [letter] },
});
const keys: readonly Key[] = [
	key("offer-summary", "Session summary", "S", "session_summary"),
	key("offer-copy", "Client copy", "H", "client_copy"),
	key("offer-report", "Prescriber report", "R", "prescriber_report"),
	key("offer-card", "Emergency card", "Y", "emergency_card"),
	key("offer-incident", "Incident report", "I", "incident_report"),
	key("referral-packet", "Referral packet", "Q", "referral_packet"),
	key("offer-handout", "What to expect", "W", "what_to_expect"),
	key("offer-closing", "Closing summary", "L", "closing_summary"),
	key("offer-course", "Course summary", "O", "course_summary"),
	key("offer-course-copy", "Course summary for the client", "V", "course_copy"),
	key("offer-superbill", "Superbill", "B", "superbill"),
	key("offer-chart", "Full chart", "F", "full_chart"),
	key("offer-accounting", "Accounting of disclosures", "U", "accounting"),
];

/** What can be made of this chart, who asked for it, and what left. */
export function ChartDocuments({
	client,
	onChanged,
}: {
	client: Client;
	onChanged: () => Promise<void>;
}) {
	return (
		<>
			<Offers client={client} />
			<Requests client={client} onChanged={onChanged} />
			<Disclosures client={client} />
		</>
	);
}

function Offers({ client }: { client: Client }) {
	const { data, fault } = useLoad(client.id, () => documents.Offers(client.id));
	const open = (o: DocumentOffer) =>
		go({
			screen: "document",
			kind: o.kind,
			client: client.id,
			...(o.session_id && { session: o.session_id, participant: o.participant_id }),
			...(o.event_id && { event: o.event_id }),
		});
	const offered = (data ?? []).map((offer) => ({
		offer,
		command: keys.find((k) => k.kind === offer.kind)?.command,
	}));
	useCommands(
		offered.flatMap(({ offer, command }) =>
			command ? [{ ...command, scope: "this chart", run: () => open(offer) }] : [],
		),
	);
	return (
		<section aria-labelledby="offers-title">
			<header class="title-row">
				<h2 id="offers-title">Documents</h2>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!data && !fault && <Loading rows={6} />}
			{data && (
				<>
					<Rows label="Documents" class="record-rows">
						{offered.map(({ offer: o, command }) => {
							const letter = command?.keys[0];
							return (
								<li key={o.kind}>
									<button
										type="button"
										data-row
										class="document-row"
										aria-keyshortcuts={letter && aria(letter, isMac)}
										onClick={() => open(o)}
									>
										<span>
											<span class="name">{o.title}</span>
											<span class="record-line muted">
												{o.of && `${o.of}. `}
												{o.use}
											</span>
										</span>
										{letter && <Kbd keys={letter} />}
									</button>
								</li>
							);
						})}
					</Rows>
					<p class="small muted">
						Those of an earlier session are made from that session’s record. Nothing leaves before
						you have seen it.
					</p>
				</>
			)}
		</section>
	);
}
