import { useState } from "preact/hooks";
import { inquiries } from "../../bridge";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { Segmented } from "../../ui/Segmented";

const states = [
	{ value: "open", label: "Open" },
	{ value: "closed", label: "With an outcome" },
] as const;
type State = (typeof states)[number]["value"];

const pageSize = 50;

/** The discovery calls, the latest first. */
export function InquiryList() {
	const [state, setState] = useState<State>("open");
	const [pages, setPages] = useState(1);
	const { data, fault } = useLoad(`${state} ${pages}`, () =>
		inquiries.List({ filter: state, offset: 0, limit: pages * pageSize }),
	);
	const shown = useKept(data);

	return (
		<>
			<div class="client-tools">
				<Segmented
					name="inquiry-state"
					label="Inquiries"
					quiet
					options={states}
					value={state}
					onValue={(next) => {
						setState(next);
						setPages(1);
					}}
				/>
			</div>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!shown && !fault && <Loading />}
			{shown && shown.rows.length === 0 && (
				<Empty
					text={
						state === "open"
							? "No inquiry is open. Record a call with I."
							: "No inquiry has an outcome yet."
					}
				/>
			)}
			{shown && shown.rows.length > 0 && (
				<Rows label="Inquiries" class="client-rows">
					{shown.rows.map((row) => (
						<li key={row.id}>
							<button
								type="button"
								data-row
								class="client-row"
								onClick={() => go({ screen: "inquiry", id: row.id })}
							>
								<span class="name">{row.name}</span>
								<span class="muted">{row.outcome_text}</span>
								<span class="muted">Called {row.called_text}</span>
							</button>
						</li>
					))}
				</Rows>
			)}
			{shown && shown.rows.length < shown.total && (
				<Button onClick={() => setPages(pages + 1)}>Show more of {shown.total}</Button>
			)}
		</>
	);
}
