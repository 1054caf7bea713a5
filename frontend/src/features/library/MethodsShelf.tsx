import { library } from "../../bridge";
import type { ShelfProps } from "./Library";
import { Ordered } from "./Ordered";
import { ShelfForm } from "./ShelfForm";

/** The methods a note can name. */
export function MethodsShelf({ view, onKept }: ShelfProps) {
	const { item, version, text, shipped } = view.method_list;
	return (
		<ShelfForm
			kind="methods"
			id="practice"
			title="Methods"
			text={text}
			version={version}
			kept={item}
			shipped={shipped}
			keep={library.KeepMethods}
			onKept={onKept}
		>
			{({ value, change, errors }) => (
				<>
					<p class="muted">
						Offered in notes of integration, talk, preparation and check-in. A note keeps the
						methods it names.
					</p>
					<Ordered
						id="method"
						legend="Methods"
						noun="method"
						items={value.methods}
						fresh=""
						error={errors.methods}
						onItems={(methods) => change({ methods })}
					>
						{(method, put, field) => (
							<input
								class="input"
								autocomplete="off"
								{...field}
								value={method}
								onInput={(e) => put(e.currentTarget.value)}
							/>
						)}
					</Ordered>
				</>
			)}
		</ShelfForm>
	);
}
