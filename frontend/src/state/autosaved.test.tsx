import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useAutosaved } from "./autosaved";
import { useLoad } from "./load";
import { flush } from "./vault";

interface Row {
	text: string;
	version: number;
}

/** What is on disk, as Go keeps it: a version that was not seen is refused. */
let disk: Row;
const keep = async (next: Row): Promise<{ row: Row }> => {
	if (next.version !== disk.version) throw '{"code":"conflict","message":"Changed elsewhere."}';
	disk = { ...next, version: next.version + 1 };
	return { row: disk };
};
const write = vi.fn(keep);

beforeEach(() => {
	disk = { text: "", version: 0 };
	write.mockReset();
	write.mockImplementation(keep);
});
afterEach(cleanup);

const read = vi.fn(async () => ({ row: disk }));

function Host({ id = "row", anew = false }: { id?: string; anew?: boolean }) {
	const saved = useAutosaved(id, read, write, (view) => view.row, 400, anew);
	if (!saved.record) return null;
	return (
		<>
			<input
				aria-label="Text"
				value={saved.record.text}
				onInput={(e) => saved.change({ text: e.currentTarget.value })}
			/>
			<p role="status">{saved.fault?.message}</p>
		</>
	);
}

const type = async (text: string) => {
	const field = await screen.findByLabelText<HTMLInputElement>("Text");
	fireEvent.input(field, { target: { value: text } });
};
const shown = async () => (await screen.findByLabelText<HTMLInputElement>("Text")).value;

it("writes each change with the version of the save before", async () => {
	render(<Host />);
	await type("a");
	await act(async () => void (await flush()));
	await type("ab");
	await act(async () => void (await flush()));
	expect(disk).toEqual({ text: "ab", version: 2 });
});

it("writes what is typed while a save is on its way after it", async () => {
	let arrived = () => {};
	write.mockImplementationOnce(async (next) => {
		await new Promise<void>((done) => {
			arrived = done;
		});
		return keep(next);
	});
	render(<Host />);
	await type("a");
	const first = flush();
	await waitFor(() => expect(write).toHaveBeenCalledTimes(1));
	await type("ab");
	arrived();
	await act(async () => void (await first));
	expect(await shown()).toBe("ab");
	await act(async () => void (await flush()));
	expect(disk).toEqual({ text: "ab", version: 2 });
});

it("is on disk when the screen is left, and says nothing of what was not changed", async () => {
	const { unmount } = render(<Host />);
	await shown();
	unmount();
	expect(write).not.toHaveBeenCalled();
	const again = render(<Host />);
	await type("left at once");
	again.unmount();
	await waitFor(() => expect(disk.text).toBe("left at once"));
});

it("keeps what could not be saved, says why, and brings it back when the screen is opened again", async () => {
	const { unmount } = render(<Host />);
	write.mockRejectedValue('{"code":"not_saved","message":"The disk is full."}');
	await type("half a word");
	await waitFor(() => expect(screen.getByRole("status").textContent).toBe("The disk is full."));
	expect(await shown()).toBe("half a word");
	unmount();
	// Leaving tries once more.
	await waitFor(() => expect(write).toHaveBeenCalledTimes(2));
	await new Promise((done) => setTimeout(done));
	write.mockReset();
	write.mockImplementation(keep);
	render(<Host />);
	await waitFor(async () => expect(await shown()).toBe("half a word"));
	await waitFor(() => expect(disk.text).toBe("half a word"));
});

it("reads again after a conflict where that is asked for, and writes nothing of before", async () => {
	const { unmount } = render(<Host anew />);
	await type("mine");
	disk = { text: "theirs", version: 5 };
	await act(async () => expect(await flush()).toMatchObject({ code: "conflict" }));
	await waitFor(async () => expect(await shown()).toBe("theirs"));
	expect(screen.getByRole("status").textContent).toMatch(/read again/);
	// It can be left.
	expect(await flush()).toBeUndefined();
	expect(disk.text).toBe("theirs");
	// And gone on with, with the version of now.
	await type("ours");
	await act(async () => void (await flush()));
	expect([disk.text, screen.getByRole("status").textContent]).toEqual(["ours", ""]);
	// One that is met on leaving is not kept.
	await type("late");
	disk = { text: "anew", version: 9 };
	unmount();
	await waitFor(() =>
		expect(write).toHaveBeenLastCalledWith(expect.objectContaining({ text: "late" })),
	);
	await new Promise((done) => setTimeout(done));
	render(<Host anew />);
	await waitFor(async () => expect(await shown()).toBe("anew"));
	expect(disk).toEqual({ text: "anew", version: 9 });
});

it("tries again where it could not be read after a conflict", async () => {
	render(<Host anew />);
	await type("mine");
	disk = { text: "theirs", version: 5 };
	read.mockRejectedValueOnce('{"code":"not_saved","message":"The disk is gone."}');
	await act(async () => expect(await flush()).toContain("not_saved"));
	expect(disk.text).toBe("theirs");
	await act(async () => expect(await flush()).toMatchObject({ code: "conflict" }));
	await waitFor(async () => expect(await shown()).toBe("theirs"));
});

it("does not apply what could not be saved over what came in between", async () => {
	const { unmount } = render(<Host anew />);
	write.mockRejectedValue('{"code":"not_saved","message":"The disk is full."}');
	await type("mine");
	unmount();
	await waitFor(() => expect(write).toHaveBeenCalled());
	await new Promise((done) => setTimeout(done));
	write.mockReset();
	write.mockImplementation(keep);
	disk = { text: "theirs", version: 5 };
	render(<Host anew />);
	await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/read again/));
	expect(await shown()).toBe("theirs");
	expect(await flush()).toBeUndefined();
	expect(disk.text).toBe("theirs");
});

function Reader() {
	return <output>{useLoad("row", async () => disk).data?.text}</output>;
}

it("is on disk before the next screen reads", async () => {
	let reach = () => {};
	write.mockImplementationOnce(async (next) => {
		await new Promise<void>((go) => {
			reach = go;
		});
		return keep(next);
	});
	const { rerender } = render(<Host />);
	await type("plan");
	rerender(<Reader />);
	await waitFor(() => expect(write).toHaveBeenCalled());
	expect(screen.getByRole("status").textContent).toBe("");
	reach();
	await waitFor(() => expect(screen.getByRole("status").textContent).toBe("plan"));
});
