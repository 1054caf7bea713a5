import { way } from "../../state/gate";
import { Button } from "../../ui/Button";

/** The way in that needs no key file. */
export function UseCode() {
	return (
		<div class="actions">
			<Button
				kind="primary"
				onClick={() => {
					way.value = { to: "recover" };
				}}
			>
				Use recovery code
			</Button>
		</div>
	);
}
