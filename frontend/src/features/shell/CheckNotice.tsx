import { checkNotice } from "../../state/check";
import { lockAndRestore } from "../../state/gate";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";

const before = "Snowfield did not end in the ordinary way last time.";

/** What the check after an unclean end has found, until it was read. */
export function CheckNotice() {
	const notice = checkNotice.value;
	const close = () => {
		checkNotice.value = null;
		document.getElementById("main")?.focus();
	};
	return (
		<div class="notices" role="status">
			{notice && (
				<div class="notice">
					<Words notice={notice} />
					<div class="actions">
						{notice.fault?.code === "corrupt" && (
							<Button onClick={() => void lockAndRestore()}>Lock and restore a backup</Button>
						)}
						<Button kind="quiet" onClick={close}>
							Close
						</Button>
					</div>
				</div>
			)}
		</div>
	);
}

function Words({ notice }: { notice: NonNullable<typeof checkNotice.value> }) {
	if (notice.result) return <p>{`${before} ${notice.result.text}`}</p>;
	if (notice.fault?.code === "cancelled")
		return <p>{`${before} The check was stopped; you can do it again in Settings.`}</p>;
	return <ErrorLine text={`${before} ${notice.fault?.message ?? ""}`} />;
}
