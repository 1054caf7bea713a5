import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DateField } from "./DateField";
import { TextField } from "./Field";
import { focusOnMount, giveBack } from "./focus";
import { NotSaved } from "./NotSaved";
import { Rows } from "./Rows";
import { TextArea } from "./TextArea";
import { TimeField } from "./TimeField";
import { clearToast, offerUndo, ToastRegion, undoLast, withdrawUndo } from "./Toast";

afterEach(() => {
	cleanup();
	clearToast();
	vi.useRealTimers();
});

const now = new Date("2026-03-12T16:00:00Z");
const zone = "America/Los_Angeles";

describe("a field", () => {
	it("joins label, hint and error, and says required in words", () => {
		render(
			<TextField
				id="n"
				label="Legal name"
				required
				hint="As on documents"
				error="A name is needed."
				value=""
				onValue={() => {}}
			/>,
		);
		const input = screen.getByLabelText(/Legal name.*required/);
		const described = (input.getAttribute("aria-describedby") ?? "")
			.split(" ")
			.map((id) => document.getElementById(id)?.textContent?.trim());
		expect(described).toEqual(["As on documents", "A name is needed."]);
		expect(input.getAttribute("aria-invalid")).toBe("true");
	});
});

it("gives the focus back to a button once it can be pressed again", async () => {
	render(<button type="button">Check</button>);
	const button = screen.getByRole<HTMLButtonElement>("button");
	button.disabled = true;
	giveBack(button);
	expect(document.activeElement).toBe(document.body);
	button.disabled = false;
	await waitFor(() => expect(document.activeElement).toBe(button));
});

describe("a date field", () => {
	const seen: string[] = [];
	function Host() {
		const [date, setDate] = useState("");
		return (
			<DateField
				id="d"
				label="Date"
				leaning="future"
				zone={zone}
				now={now}
				value={date}
				onValue={(d) => {
					seen.push(d);
					setDate(d);
				}}
			/>
		);
	}
	it("gives the date, says it back, and keeps the text", () => {
		render(<Host />);
		const input = screen.getByLabelText<HTMLInputElement>("Date");
		fireEvent.input(input, { target: { value: "+2" } });
		expect(seen.at(-1)).toBe("2026-03-14");
		expect(screen.getByText("Saturday 14 March 2026, in 2 days")).toBeTruthy();
		fireEvent.input(input, { target: { value: "soonish" } });
		// Passed on as it is: an empty date would be saved in the place of the one that stood there.
		expect(seen.at(-1)).toBe("soonish");
		expect(screen.queryByRole("alert")).toBeNull();
		fireEvent.blur(input);
		expect(screen.getByRole("alert").textContent).toContain("not understood");
		expect(input.value).toBe("soonish");
	});
});

describe("a time field", () => {
	it("writes the time out when it is left", () => {
		const onValue = vi.fn();
		render(<TimeField id="t" label="Time" value="" onValue={onValue} />);
		const input = screen.getByLabelText<HTMLInputElement>("Time");
		fireEvent.input(input, { target: { value: "905" } });
		fireEvent.blur(input);
		expect(onValue).toHaveBeenLastCalledWith("09:05");
		expect(input.value).toBe("09:05");
	});
});

describe("a note's text area", () => {
	function Host() {
		const [text, setText] = useState("- one");
		return <TextArea aria-label="Note" markdown value={text} onValue={setText} />;
	}
	it("takes the focus when it appears, and not again while another field is written in", () => {
		function Two() {
			const [text, setText] = useState("");
			return (
				<>
					<TextArea aria-label="Reason" areaRef={focusOnMount} value="" onValue={() => {}} />
					<input aria-label="Day" value={text} onInput={(e) => setText(e.currentTarget.value)} />
				</>
			);
		}
		render(<Two />);
		expect(document.activeElement).toBe(screen.getByLabelText("Reason"));
		const day = screen.getByLabelText<HTMLInputElement>("Day");
		day.focus();
		fireEvent.input(day, { target: { value: "12" } });
		expect(document.activeElement).toBe(day);
	});

	it("continues a list on Enter", () => {
		render(<Host />);
		const area = screen.getByLabelText<HTMLTextAreaElement>("Note");
		area.setSelectionRange(5, 5);
		fireEvent.keyDown(area, { key: "Enter" });
		expect(area.value).toBe("- one\n- ");
		expect(area.selectionStart).toBe(8);
	});
	it("pastes a page as plain text", () => {
		render(<Host />);
		const area = screen.getByLabelText<HTMLTextAreaElement>("Note");
		area.setSelectionRange(5, 5);
		fireEvent.paste(area, {
			clipboardData: {
				getData: (type: string) => (type === "text/html" ? "<p> and <b>two</b></p>" : "x"),
			},
		});
		expect(area.value).toBe("- oneand two");
	});
	it("leaves Enter alone while an input method composes", () => {
		render(<Host />);
		const area = screen.getByLabelText<HTMLTextAreaElement>("Note");
		area.setSelectionRange(5, 5);
		fireEvent.keyDown(area, { key: "Enter", isComposing: true });
		expect(area.value).toBe("- one");
	});
});

describe("text that is not on disk", () => {
	it.each([
		[
			"Not saved: the disk is full. What you wrote is kept on screen.",
			"Not saved: the disk is full. What you wrote is kept on screen.",
		],
		["The disk did not take it.", "Not saved: the disk did not take it. Your text is kept here."],
	])("says why once, and that it is kept: %s", (reason, told) => {
		const retry = vi.fn();
		render(<NotSaved reason={reason} onRetry={retry} />);
		expect(screen.getByRole("alert").querySelector("span")?.textContent).toBe(told);
		fireEvent.click(screen.getByRole("button", { name: "Try again" }));
		expect(retry).toHaveBeenCalledOnce();
	});
});

describe("rows", () => {
	const names = ["Ines", "Jonas", "Maren"];
	function Host({ list = names }: { list?: string[] }) {
		return (
			<>
				<input aria-label="Search" />
				<Rows label="Clients">
					{list.map((n) => (
						<li key={n}>
							<button type="button" data-row>
								{n}
							</button>
						</li>
					))}
				</Rows>
			</>
		);
	}
	const focused = () => document.activeElement?.textContent;
	const stops = () =>
		[...document.querySelectorAll<HTMLElement>("[data-row]")].filter((r) => r.tabIndex === 0)
			.length;

	it("are walked with J, K, Home and End, and are one tab stop", () => {
		render(<Host />);
		expect(stops()).toBe(1);
		fireEvent.keyDown(document.body, { key: "j" });
		expect(focused()).toBe("Ines");
		const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
		press("j");
		expect(focused()).toBe("Jonas");
		press("End");
		press("ArrowDown");
		expect(focused()).toBe("Maren");
		press("k");
		expect(focused()).toBe("Jonas");
		press("Home");
		expect(focused()).toBe("Ines");
		expect(stops()).toBe(1);
	});
	it("leave J to a field", () => {
		render(<Host />);
		const search = screen.getByLabelText("Search");
		search.focus();
		fireEvent.keyDown(search, { key: "j" });
		expect(document.activeElement).toBe(search);
	});
	it("keep a tab stop when the current row goes", () => {
		const { rerender } = render(<Host />);
		fireEvent.keyDown(document.body, { key: "j" });
		rerender(<Host list={["Jonas", "Maren"]} />);
		expect(stops()).toBe(1);
	});
});

describe("the undo toast", () => {
	it("undoes once, and goes", () => {
		const undo = vi.fn();
		render(<ToastRegion />);
		offerUndo("Taken back.", undo);
		expect(undoLast()).toBe(true);
		expect(undoLast()).toBe(false);
		expect(undo).toHaveBeenCalledOnce();
	});
	it("says on what was done when it is no longer undone from here", () => {
		const undo = vi.fn();
		render(<ToastRegion />);
		act(() => offerUndo("Tom Harrow: Vitals saved at 09:33", undo));
		act(withdrawUndo);
		expect(screen.getByRole("status").textContent).toBe("Tom Harrow: Vitals saved at 09:33");
		expect(undoLast()).toBe(false);
		expect(undo).not.toHaveBeenCalled();
	});
	it("stays ten seconds, and stops counting while hovered", async () => {
		vi.useFakeTimers();
		render(<ToastRegion />);
		offerUndo("Taken back.", () => {});
		await vi.advanceTimersByTimeAsync(6_000);
		const region = screen.getByRole("status");
		expect(region.textContent).toContain("Taken back.");
		fireEvent.mouseEnter(region);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(region.textContent).toContain("Taken back.");
		fireEvent.mouseLeave(region);
		await vi.advanceTimersByTimeAsync(3_900);
		expect(region.textContent).toContain("Taken back.");
		await vi.advanceTimersByTimeAsync(200);
		expect(region.textContent).toBe("");
	});
});
