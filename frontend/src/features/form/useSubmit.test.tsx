import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { Fault } from "../../bridge";
import { useSubmit } from "./useSubmit";

afterEach(cleanup);

it("tells a conflict once it was caught up with, so that the next press goes through", async () => {
	const disk = { version: 2 };
	let seen = 1;
	let answer = () => {};
	const act = async () => {
		if (seen !== disk.version) throw new Fault("conflict", "Changed elsewhere.", {});
		disk.version++;
	};
	const catchUp = () =>
		new Promise<void>((resolve) => {
			answer = () => {
				seen = disk.version;
				resolve();
			};
		});
	let asked = () => {};
	const wasAsked = new Promise<void>((resolve) => {
		asked = resolve;
	});
	function Form() {
		const { fault, submit } = useSubmit();
		const press = () =>
			submit(act, () => {
				asked();
				return catchUp();
			});
		return (
			<>
				<button type="button" onClick={() => void press()}>
					Save
				</button>
				<p role="status">{fault?.message}</p>
			</>
		);
	}
	render(<Form />);
	fireEvent.click(screen.getByRole("button"));
	await wasAsked;
	expect(screen.getByRole("status").textContent).toBe("");
	answer();
	await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Changed elsewhere."));
	fireEvent.click(screen.getByRole("button"));
	await waitFor(() => expect(disk.version).toBe(3));
});
