import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { keepNothing } from "./unkept";

afterEach(cleanup);

it("has every control say that the webview keeps nothing of it", () => {
	keepNothing();
	const { container } = render(
		<form>
			<textarea />
			<input type="checkbox" />
			<select />
			<input autocomplete="on" />
		</form>,
	);
	expect(
		[...container.querySelectorAll("form > *")].map((c) => c.getAttribute("autocomplete")),
	).toEqual(["off", "off", "off", "on"]);
});
