import type { Client } from "../../bridge";

/** What every part of a chart is given. */
export interface PartProps {
	client: Client;
	/** What the chart asks for next is done in this part: its own act is the main one. */
	asked: boolean;
	/** The form for a new one is open, where the part has one. */
	adding: boolean;
	/** The chart's head and the column at its side are read again. */
	onChanged: () => Promise<void>;
}
