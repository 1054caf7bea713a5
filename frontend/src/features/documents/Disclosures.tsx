import "./requests.css";
import { useState } from "preact/hooks";
import { type Client, type DisclosureRow, requests } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";

const pageSize = 20;

/** What left the practice about a client: when, to whom, what for, and under what. */
export function Disclosures({ client }: { client: Client }) {
	const [pages, setPages] = useState(1);
	const [shown, setShown] = useState("");
	const { data, fault } = useLoad(`${client.id} ${pages}`, () =>
		requests.Disclosures(client.id, 0, pages * pageSize),
	);
	const more = !!data && data.rows.length < data.total;
	const showMore = () => setPages(pages + 1);
	useCommands(
		more
			? [
					{
						id: "more-disclosures",
						label: "Show more of what left",
						keys: ["M"],
						scope: "this chart",
						run: showMore,
					},
				]
			: [],
	);
	return (
		<section class="requests-part" aria-labelledby="disclosures-title">
			<header class="title-row">
				<h2 id="disclosures-title">What left the practice</h2>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!data && !fault && <Loading />}
			{data?.rows.length === 0 && <Empty text="No document about this client has left yet." />}
			{data && data.rows.length > 0 && (
				<Rows label="What left the practice" class="care-rows">
					{data.rows.map((row) => (
						<li key={row.id}>
							<button
								type="button"
								data-row
								class="care-row request-row"
								aria-expanded={shown === row.id}
								onClick={() => setShown(shown === row.id ? "" : row.id)}
							>
								<span>
									<span class="name">{row.title}</span>
									<br />
									<span class="small muted">{row.at_text}</span>
								</span>
								<span>
									{row.recipient}
									<br />
									<span class="small muted">{row.purpose}</span>
								</span>
							</button>
							{shown === row.id && <Facts row={row} />}
						</li>
					))}
				</Rows>
			)}
			{more && (
				<Button keys="M" onClick={showMore}>
					Show more of {data.total}
				</Button>
			)}
		</section>
	);
}

function Facts({ row }: { row: DisclosureRow }) {
	const facts: readonly (readonly [string, string])[] = [
		["How", row.way_text],
		["Inside", row.inside],
		["Left out", row.left_out],
		["Allowed by", row.ground_text],
		["Answers", row.for_text],
	];
	return (
		<dl class="care-facts request-open">
			{facts
				.filter(([, text]) => text)
				.map(([label, text]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{text}</dd>
					</div>
				))}
			<div>
				<dt>SHA-256</dt>
				<dd>
					<details class="whole-hash">
						<summary>{row.sha256.slice(0, 12)}</summary>
						<code>{row.sha256}</code>
					</details>
				</dd>
			</div>
		</dl>
	);
}
