import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import type { DocumentView } from "../../bridge";
import { Days } from "./Days";

afterEach(cleanup);

it("asks for days once both are days, the last not before the first", () => {
	const choose = vi.fn();
	const view = { from: "2026-03-01", to: "2026-03-31" } as DocumentView;
	render(<Days view={view} onChoose={choose} />);
	const type = (label: string, value: string) =>
		fireEvent.input(screen.getByLabelText(label), { target: { value } });
	for (const half of ["", "20", "2026-", "soon"]) type("From", half);
	expect(choose).not.toHaveBeenCalled();
	expect(screen.getByLabelText<HTMLInputElement>("From").value).toBe("soon");
	type("From", "2026-04-01");
	expect(choose).not.toHaveBeenCalled();
	screen.getByText("The last day lies before the first.");
	type("To", "2026-04-30");
	expect(choose).toHaveBeenCalledExactlyOnceWith({ from: "2026-04-01", to: "2026-04-30" });
	expect(screen.queryByText("The last day lies before the first.")).toBeNull();
});
