/** What stands in the way of a dosing session, and the questions of the day. */
export function PrepareRoom({ id }: { id: string }) {
	return (
		<div class="page">
			<h1 tabIndex={-1}>Prepare room</h1>
			<p class="muted">{id}</p>
		</div>
	);
}
