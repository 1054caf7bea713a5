import { options } from "preact";

const controls: readonly unknown[] = ["input", "textarea", "select"];

/**
 * From here on no control lets the webview keep what it holds: Chromium writes it in the clear into its
 * profile, to put it back after a crash, unless the control says that it is not to be completed.
 */
export function keepNothing(): void {
	const before = options.vnode;
	options.vnode = (vnode) => {
		if (controls.includes(vnode.type))
			vnode.props = Object.assign({ autocomplete: "off" }, vnode.props);
		before?.(vnode);
	};
}
