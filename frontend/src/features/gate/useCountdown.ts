import { useEffect, useState } from "preact/hooks";
import { vaultState } from "../../state/vault";

/** Whole seconds left until the next try at the passphrase. */
export function useCountdown(): number {
	const told = vaultState.value;
	const seconds = told?.wait_seconds ?? 0;
	const [left, setLeft] = useState(seconds);
	useEffect(() => {
		const end = performance.now() + seconds * 1000;
		setLeft(seconds);
		if (seconds <= 0) return;
		const timer = setInterval(() => {
			const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
			setLeft(rest);
			if (rest === 0) clearInterval(timer);
		}, 250);
		return () => clearInterval(timer);
	}, [told]);
	return left;
}
