import { useState } from "preact/hooks";
import { type Guards, judge, suggest } from "../../lib/passphrase";
import { Button } from "../../ui/Button";
import { Secret } from "./Secret";

export interface NewSecret {
	passphrase: string;
	repeated: string;
	/** It has been on screen, so it need not be typed twice. */
	seen: boolean;
}

const called = { records: "passphrase", file: "password" };

export const noSecret: NewSecret = { passphrase: "", repeated: "", seen: false };

/** What keeps a new passphrase from being taken, by field; empty when it may be. */
export function secretErrors(
	{ passphrase, repeated, seen }: NewSecret,
	known: readonly string[],
	guards: Guards = "records",
): { passphrase?: string; repeated?: string } {
	if (!judge(passphrase, known, guards).good)
		return {
			passphrase: `This ${called[guards]} is too easy to guess. Add another unrelated word.`,
		};
	if (!seen && repeated !== passphrase)
		return { repeated: "The two are not the same. Type it again, or use Show." };
	return {};
}

/** A field for a new passphrase, judged as it is typed, with a suggestion of five words. */
export function NewPassphrase({
	value,
	onValue,
	known,
	guards = "records",
	errors,
}: {
	value: NewSecret;
	onValue: (value: NewSecret) => void;
	/** Words a thief would try first. */
	known: readonly string[];
	guards?: Guards;
	errors: { passphrase?: string; repeated?: string };
}) {
	const [suggested, setSuggested] = useState(false);
	return (
		<>
			<Secret
				id="new-passphrase"
				label={guards === "file" ? "Password" : "Passphrase"}
				value={value.passphrase}
				shown={suggested}
				hint={judge(value.passphrase, known, guards).words}
				error={errors.passphrase}
				onShown={() => {
					setSuggested(false);
					onValue({ ...value, seen: true });
				}}
				onValue={(passphrase) => onValue({ ...value, passphrase })}
			/>
			<div>
				<Button
					kind="quiet"
					icon="refresh-cw"
					onClick={() => {
						setSuggested(true);
						onValue({ passphrase: suggest(), repeated: "", seen: true });
					}}
				>
					Suggest five words
				</Button>
			</div>
			{!value.seen && (
				<Secret
					id="repeat-passphrase"
					label="Once more"
					value={value.repeated}
					error={errors.repeated}
					onValue={(repeated) => onValue({ ...value, repeated })}
				/>
			)}
		</>
	);
}
