import { Fault, type LibraryView, library } from "../../bridge";
import { centsText, readCents } from "../../lib/money";
import type { ShelfProps } from "./Library";
import { Ordered } from "./Ordered";
import { ShelfForm } from "./ShelfForm";

type FeeList = LibraryView["fees"]["item"];

/** The form's own shape: amounts are text until they are kept. */
interface Typed {
	fees: { cpt: string; words: string; fee: string }[];
}

const typedOf = (list: FeeList): Typed => ({
	fees: list.fees.map(({ cpt, words, cents }) => ({
		cpt,
		words,
		fee: typeof cents === "number" ? centsText(cents) : "",
	})),
});

function listOf(typed: Typed): FeeList {
	const fees = typed.fees.map(({ cpt, words, fee }) => {
		const cents = fee.trim() === "" ? undefined : readCents(fee);
		if (cents === null)
			throw new Fault("invalid", "Nothing was kept yet; check what is marked.", {
				fees: `“${fee}” is no amount: write dollars, such as 150 or 150.50.`,
			});
		return { cpt, words, ...(cents !== undefined && { cents }) };
	});
	return { fees } as FeeList;
}

/** What the practice charges: codes, its own words for them, and fees. */
export function FeesShelf({ view, onKept }: ShelfProps) {
	const { item, version, text, shipped } = view.fees;
	return (
		<ShelfForm<Typed>
			kind="fees"
			id="practice"
			title="Fees"
			text={text}
			version={version}
			kept={typedOf(item)}
			shipped={shipped && typedOf(shipped)}
			keep={async (typed, seen) => library.KeepFees(listOf(typed), seen)}
			onKept={onKept}
		>
			{({ value, change, errors }) => (
				<>
					<p class="muted">
						The codes you charge, in your own words, and what one unit costs. What was charged keeps
						its words and its fee.
					</p>
					<Ordered
						id="fees"
						legend="Code, words, fee in dollars"
						noun="code"
						items={value.fees}
						fresh={{ cpt: "", words: "", fee: "" }}
						error={errors.fees}
						onItems={(fees) => change({ fees })}
					>
						{(item, put, field) => (
							<div class="fee-line">
								<input
									class="input"
									autocomplete="off"
									placeholder="Code"
									{...field}
									value={item.cpt}
									onInput={(e) => put({ ...item, cpt: e.currentTarget.value })}
								/>
								<input
									class="input"
									autocomplete="off"
									placeholder="In your words"
									aria-label={`${field["aria-label"]} in words`}
									value={item.words}
									onInput={(e) => put({ ...item, words: e.currentTarget.value })}
								/>
								<input
									class="input"
									autocomplete="off"
									inputMode="decimal"
									placeholder="Fee, $"
									aria-label={`${field["aria-label"]}, fee in dollars`}
									value={item.fee}
									onInput={(e) => put({ ...item, fee: e.currentTarget.value })}
								/>
							</div>
						)}
					</Ordered>
				</>
			)}
		</ShelfForm>
	);
}
