import { measures } from "../../bridge";
import { useLoad } from "../../state/load";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";

/** One questionnaire of a client: while it is filled in, and what it says afterwards. */
export function FormScreen({ id }: { id: string }) {
	const { data, fault } = useLoad(id, () => measures.Form(id));
	return (
		<div class="page">
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{data ? <h1 tabIndex={-1}>{data.instrument.title}</h1> : !fault && <Loading rows={5} />}
		</div>
	);
}
