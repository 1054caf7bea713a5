import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Fault, toFault, vault } from "../../bridge";
import { complete, groupError, noGroups, spread } from "../../lib/code";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";

/** A recovery code on its way: the groups, what is wrong with the whole, and the way to have it checked. */
export interface TypedCode {
	groups: readonly string[];
	fault: Fault | undefined;
	change: (groups: string[]) => void;
	/** Whether Go finds it well written; nothing is tried with it. */
	check: () => Promise<boolean>;
	text: string;
}

export function useCode(): TypedCode {
	const [groups, setGroups] = useState<readonly string[]>(noGroups);
	const [fault, setFault] = useState<Fault>();
	const text = groups.join(" ");
	const told = async (code: string): Promise<boolean> => {
		try {
			await vault.CheckRecoveryCode(code);
			setFault(undefined);
			return true;
		} catch (reason) {
			setFault(toFault(reason));
			return false;
		}
	};
	return {
		groups,
		fault,
		text,
		check: () => told(text),
		change: (next) => {
			setGroups(next);
			setFault(undefined);
			// Told as soon as the last character stands there, not when something was tried with it.
			if (complete(next)) void told(next.join(" "));
		},
	};
}

/** Eight fields for a recovery code. What is wrong stands beside its group, which is then selected. */
export function CodeFields({ code }: { code: TypedCode }) {
	const { groups, fault } = code;
	const fields = useRef<(HTMLInputElement | null)[]>([]);
	const [left, setLeft] = useState<ReadonlySet<number>>(new Set());

	useLayoutEffect(() => fields.current[0]?.focus(), []);

	const errors = groups.map(
		(g, i) => groupError(g, left.has(i)) ?? fault?.fields[`group_${i + 1}`],
	);
	useLayoutEffect(() => {
		if (!fault) return;
		const wrong = errors.findIndex(Boolean);
		const field = fields.current[wrong >= 0 ? wrong : 0];
		field?.focus();
		field?.select();
	}, [fault]);

	const enter = (at: number, text: string) => {
		const { groups: next, next: to } = spread(groups, at, text);
		code.change(next);
		setLeft((old) => new Set([...old].filter((i) => i !== at)));
		if (to !== at && !complete(next)) fields.current[to]?.focus();
	};

	return (
		<>
			<fieldset class="code-fields">
				<legend class="sr">Recovery code</legend>
				{groups.map((g, i) => (
					<TextField
						key={i}
						id={`group-${i + 1}`}
						label={`Group ${i + 1}`}
						value={g}
						error={errors[i]}
						spellcheck={false}
						onValue={(v) => enter(i, v)}
						onBlur={() => setLeft((old) => new Set([...old, i]))}
						inputRef={(el) => {
							fields.current[i] = el;
						}}
					/>
				))}
			</fieldset>
			{fault && <ErrorLine text={codeWords(fault)} reference={fault.ref} />}
		</>
	);
}

const codeWords = (fault: Fault): string =>
	[fault.message, fault.fields.recovery_code].filter(Boolean).join(" ");
