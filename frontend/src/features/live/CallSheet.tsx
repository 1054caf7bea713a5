/** To be written by its owner. Reads useLive(): sheet, close. */
export function CallSheet() {
	return null;
}
