/** To be written by its owner. */
export function LostCard() {
	return null;
}
