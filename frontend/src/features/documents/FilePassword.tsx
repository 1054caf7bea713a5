import { NewPassphrase, type NewSecret, noSecret } from "../gate/NewPassphrase";

interface Props {
	/** Nothing while the file has no password. */
	secret: NewSecret | undefined;
	onSecret: (secret: NewSecret | undefined) => void;
	/** Words that whoever has the file would try first. */
	known: readonly string[];
	errors: { passphrase?: string; repeated?: string };
}

/** A password for a file that leaves. It is never kept. */
export function FilePassword({ secret, onSecret, known, errors }: Props) {
	return (
		<>
			<label class="check">
				<input
					type="checkbox"
					checked={secret !== undefined}
					onChange={(e) => onSecret(e.currentTarget.checked ? noSecret : undefined)}
				/>
				<span>Close the file with a password</span>
			</label>
			{secret && (
				<>
					<NewPassphrase
						value={secret}
						onValue={onSecret}
						known={known}
						guards="file"
						errors={errors}
					/>
					<p class="small muted">
						Snowfield does not keep it. Give it to the reader by another way than the file.
					</p>
				</>
			)}
		</>
	);
}
