import "./field.css";
import type { ComponentChildren, Ref } from "preact";
import { ErrorLine } from "./ErrorLine";

/** What a control inside a Field must carry. */
export interface FieldControl {
	id: string;
	"aria-describedby": string | undefined;
	"aria-invalid": boolean | undefined;
	"aria-required": boolean | undefined;
}

interface FieldProps {
	id: string;
	label: string;
	hint?: string | undefined;
	error?: string | undefined;
	/** Said in words beside the label. */
	required?: boolean | undefined;
	children: (control: FieldControl) => ComponentChildren;
}

/** A label, its control, a hint and an error, joined for screen readers. */
export function Field({ id, label, hint, error, required, children }: FieldProps) {
	const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
	return (
		<div class="field">
			<label for={id}>
				{label}
				{required && <span class="small faint"> (required)</span>}
			</label>
			{children({
				id,
				"aria-describedby": describedBy || undefined,
				"aria-invalid": error ? true : undefined,
				"aria-required": required || undefined,
			})}
			{hint && (
				<p class="small faint" id={`${id}-hint`}>
					{hint}
				</p>
			)}
			{error && <ErrorLine id={`${id}-error`} text={error} />}
		</div>
	);
}

/** The parts of a native input that a text field passes on. */
export interface InputExtras {
	type?: "text" | "password" | "search";
	placeholder?: string | undefined;
	spellcheck?: boolean;
	readonly?: boolean;
	maxlength?: number;
	onBlur?: () => void;
	onFocus?: (event: FocusEvent) => void;
	onKeyDown?: (event: KeyboardEvent) => void;
}

interface TextFieldProps extends InputExtras {
	id: string;
	label: string;
	hint?: string | undefined;
	error?: string | undefined;
	required?: boolean;
	value: string;
	onValue: (value: string) => void;
	inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
	id,
	label,
	hint,
	error,
	required,
	value,
	onValue,
	inputRef,
	type = "text",
	...rest
}: TextFieldProps) {
	return (
		<Field id={id} label={label} hint={hint} error={error} required={required}>
			{(control) => (
				<input
					class="input"
					autocomplete="off"
					{...(rest as object)}
					{...control}
					type={type as "text"}
					ref={inputRef}
					value={value}
					onInput={(e) => onValue(e.currentTarget.value)}
				/>
			)}
		</Field>
	);
}
