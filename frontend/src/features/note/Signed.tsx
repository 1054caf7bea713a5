import { type Note, notes } from "../../bridge";
import { clock, localDate, longDate } from "../../lib/time";
import { useLoad } from "../../state/load";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rendered } from "./Rendered";

/** A signed note: the text as signed, the signature, and what was added later. */
export function Signed({ note }: { note: Note }) {
	const { data, fault } = useLoad(`${note.id} ${note.addenda.length}`, () =>
		notes.Rendered(note.id),
	);
	if (!data) return fault ? <ErrorLine text={fault.message} /> : <Loading />;
	// Go renders the addenda after the sections, in their order.
	const written = data.slice(0, data.length - note.addenda.length);
	const added = data.slice(data.length - note.addenda.length);
	const name = [note.signed_name, note.signed_credential].filter(Boolean).join(", ");
	return (
		<>
			<Rendered sections={written} />
			<p class="signature">
				Signed by {name}, {when(note.signed_at, note.signed_zone)}
				{note.signed_license && `. License ${note.signed_license}`}.
			</p>
			{note.addenda.map((a, i) => (
				<section class="addendum" key={a.id}>
					<Rendered sections={added.slice(i, i + 1)} />
					<p class="small muted">
						Added by {a.signed_name}, {when(a.at, a.zone)}.
					</p>
				</section>
			))}
		</>
	);
}

const when = (iso: string, zone: string) =>
	`${longDate(localDate(new Date(iso), zone))} at ${clock(iso, zone)}`;
