import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { render as renderBare } from "preact";
import { afterEach, expect, it, vi } from "vitest";
import { useDraft } from "./draft";

const get = vi.hoisted(() => vi.fn(async () => ""));
const save = vi.hoisted(() => vi.fn<(key: string, body: string) => Promise<void>>());
vi.mock("../wailsjs/go/app/Drafts", () => ({ Get: get, Save: save }));

afterEach(cleanup);

function Host() {
	const draft = useDraft("client:new", { text: "" });
	return (
		<>
			<input
				aria-label="Text"
				value={draft.value?.text ?? ""}
				onInput={(e) => draft.change({ text: e.currentTarget.value })}
			/>
			<p role="status">{draft.fault?.message}</p>
			<button type="button" onClick={draft.retry}>
				Try again
			</button>
		</>
	);
}

it("says that the text is not on disk, keeps it, and writes it on the next try", async () => {
	save.mockRejectedValueOnce('{"code":"not_saved","message":"The disk is full."}');
	save.mockResolvedValue();
	render(<Host />);
	const field = screen.getByLabelText<HTMLInputElement>("Text");
	fireEvent.input(field, { target: { value: "half a word" } });
	await waitFor(() => expect(screen.getByRole("status").textContent).toBe("The disk is full."));
	expect(field.value).toBe("half a word");
	fireEvent.click(screen.getByRole("button"));
	await waitFor(() => expect(screen.getByRole("status").textContent).toBe(""));
	expect(save).toHaveBeenLastCalledWith("client:new", '{"text":"half a word"}');
});

it("keeps what is typed as soon as the field is seen", async () => {
	save.mockReset();
	save.mockResolvedValue();
	let answer = (_: string) => {};
	get.mockReturnValueOnce(
		new Promise((resolve) => {
			answer = resolve;
		}),
	);
	// Without the library around it: effects come after the paint, as on the screen.
	const place = document.body.appendChild(document.createElement("div"));
	renderBare(<Host />, place);
	const field = screen.getByLabelText<HTMLInputElement>("Text");
	fireEvent.input(field, { target: { value: "T" } });
	await waitFor(() => expect(get).toHaveBeenCalled());
	answer("");
	await waitFor(() => expect(save).toHaveBeenLastCalledWith("client:new", '{"text":"T"}'));
	expect(field.value).toBe("T");
	renderBare(null, place);
	place.remove();
});

it("is opened again with what it wrote on closing", async () => {
	save.mockReset();
	const onDisk = { body: "" };
	let landed = () => {};
	save.mockImplementationOnce(
		(_, body) =>
			new Promise((resolve) => {
				landed = () => {
					onDisk.body = body;
					resolve();
				};
			}),
	);
	get.mockClear();
	const first = render(<Host />);
	fireEvent.input(screen.getByLabelText("Text"), { target: { value: "half a word" } });
	first.unmount();
	get.mockImplementation(async () => onDisk.body);
	render(<Host />);
	await waitFor(() => expect(save).toHaveBeenCalled());
	landed();
	await waitFor(() =>
		expect(screen.getByLabelText<HTMLInputElement>("Text").value).toBe("half a word"),
	);
	get.mockImplementation(async () => "");
});

function GivenUp({ onUp }: { onUp: (back: (() => Promise<void>) | undefined) => void }) {
	// A new object at each render, as forms make with a new id.
	const draft = useDraft<{ id: number; text: string }>("client:new", {
		id: Math.random(),
		text: "",
	});
	return (
		<>
			<input
				aria-label="Text"
				disabled={!draft.value}
				value={draft.value?.text ?? ""}
				onInput={(e) => draft.change({ text: e.currentTarget.value })}
			/>
			<button type="button" onClick={() => void draft.giveUp().then(onUp)}>
				Cancel
			</button>
		</>
	);
}

it("puts back what was given up, and has nothing to put back where nothing was changed", async () => {
	save.mockReset();
	save.mockResolvedValue();
	const up = vi.fn<(back: (() => Promise<void>) | undefined) => void>();
	render(<GivenUp onUp={up} />);
	const field = screen.getByLabelText<HTMLInputElement>("Text");
	await waitFor(() => expect(field.disabled).toBe(false));
	fireEvent.click(screen.getByRole("button"));
	await waitFor(() => expect(up).toHaveBeenLastCalledWith(undefined));

	fireEvent.input(field, { target: { value: "half a word" } });
	fireEvent.click(screen.getByRole("button"));
	await waitFor(() => expect(up).toHaveBeenCalledTimes(2));
	expect(save).toHaveBeenLastCalledWith("client:new", "");
	await up.mock.lastCall?.[0]?.();
	expect(save.mock.lastCall?.[1]).toContain("half a word");
});
