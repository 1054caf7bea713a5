import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { LiftWords } from "./LiftWords";

afterEach(cleanup);

it("names who decided, when, and what was said", () => {
	const lift = {
		id: "",
		participant_id: "",
		check_key: "clearance_missing",
		check_text: "",
		kind: "decision",
		reason: "",
		prescriber_name: "Dr. A. Lindqvist",
		decided_at: "2026-03-12T13:04:00.000Z",
		said: "Go on.",
		read_back: true,
		created_at: "",
	};
	const { container } = render(<LiftWords lift={lift} />);
	expect(container.textContent).toMatch(
		/^Dr\. A\. Lindqvist decided on 12 March 2026 at \d\d:04, read back: “Go on\.”$/,
	);
});
