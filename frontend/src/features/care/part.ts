import type { Client } from "../../bridge";

/** What every part of a chart is given. */
export interface PartProps {
	client: Client;
	/** The chart's head and the column at its side are read again. */
	onChanged: () => Promise<void>;
}
