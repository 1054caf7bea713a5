import { library } from "../../bridge";
import type { ShelfProps } from "./Library";
import { Ordered } from "./Ordered";
import { ShelfForm } from "./ShelfForm";

/** What is to be so before a client leaves. */
export function LeavingShelf({ view, onKept }: ShelfProps) {
	const { item, version, text, shipped } = view.leaving;
	return (
		<ShelfForm
			kind="leaving"
			id="practice"
			title="Leaving"
			text={text}
			version={version}
			kept={item}
			shipped={shipped}
			keep={library.KeepLeaving}
			onKept={onKept}
		>
			{({ value, change, errors }) => (
				<>
					<p class="muted">
						Asked of each client before a dosing session ends. What is not so needs a reason.
						Clients who have left keep the words they left by.
					</p>
					<Ordered
						id="leaving"
						legend="Checklist"
						noun="item"
						items={value.items}
						fresh={{ key: "", label: "" }}
						error={errors.items}
						onItems={(items) => change({ items })}
					>
						{(item, put, field) => (
							<input
								class="input"
								autocomplete="off"
								{...field}
								value={item.label}
								onInput={(e) => put({ ...item, label: e.currentTarget.value })}
							/>
						)}
					</Ordered>
				</>
			)}
		</ShelfForm>
	);
}
