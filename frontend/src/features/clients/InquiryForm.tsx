/** A discovery call: a new one, or the one named. */
export function InquiryForm({ id }: { id: string | undefined }) {
	return (
		<div class="page form-page">
			<h1 tabIndex={-1}>{id ? "Inquiry" : "New inquiry"}</h1>
		</div>
	);
}
