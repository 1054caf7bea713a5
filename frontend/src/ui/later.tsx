import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component whose code is read when it is first shown, so that the window opens without it. */
export function later<P extends object>(
	load: () => Promise<ComponentType<P>>,
): (props: P) => preact.JSX.Element | null {
	let loaded: ComponentType<P> | undefined;
	return function Later(props: P) {
		const [Component, setComponent] = useState(() => loaded);
		useEffect(() => {
			if (!loaded)
				void load().then((c) => {
					loaded = c;
					setComponent(() => c);
				});
		}, []);
		return Component ? <Component {...props} /> : null;
	};
}
