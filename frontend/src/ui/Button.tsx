import "./button.css";
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";
import { keptKey } from "../lib/kept";
import { aria, type Combo, isMac } from "../lib/keys";
import { Icon } from "./Icon";
import type { IconName } from "./icon-names";
import { Kbd } from "./Kbd";

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon"> {
	kind?: "plain" | "primary" | "quiet" | "danger";
	icon?: IconName;
	/** The key that does the same, shown and announced. */
	keys?: Combo;
	buttonRef?: Ref<HTMLButtonElement>;
	children: ComponentChildren;
}

export function Button({
	kind = "plain",
	icon,
	keys,
	buttonRef,
	children,
	class: extra,
	...rest
}: Props) {
	const here = keys && keptKey.value(keys);
	return (
		<button
			type="button"
			{...rest}
			ref={buttonRef}
			class={`button ${kind} ${extra ?? ""}`}
			aria-keyshortcuts={here && aria(here, isMac)}
		>
			{icon && <Icon name={icon} />}
			{children}
			{keys && <Kbd keys={keys} />}
		</button>
	);
}
