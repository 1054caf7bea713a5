import { act, renderHook } from "@testing-library/preact";
import { expect, test } from "vitest";
import { useLoad } from "./load";

test("an answer from before a change does not take the change back", async () => {
	const answers: ((data: string) => void)[] = [];
	const ask = () => new Promise<string>((resolve) => answers.push(resolve));
	const { result } = renderHook(() => useLoad("log", ask));
	await act(async () => {});
	await act(async () => answers[0]?.("one entry"));

	let again: Promise<void> | undefined;
	await act(async () => {
		again = result.current.reload();
	});
	await act(async () => result.current.set("two entries"));
	await act(async () => answers[1]?.("one entry"));
	expect(result.current.data).toBe("two entries");
	await act(async () => answers[2]?.("two entries, as Go has them"));
	await again;
	expect(result.current.data).toBe("two entries, as Go has them");
});
