import { beforeEach, expect, it, vi } from "vitest";
import { closeWithBackup, closeWithoutBackup, closing } from "./closing";
import { onFlush } from "./vault";

const go = vi.hoisted(() => ({
	CloseWithBackup: vi.fn<() => Promise<void>>(),
	CloseWithoutBackup: vi.fn<() => Promise<void>>(),
	StayOpen: vi.fn<() => Promise<void>>(),
	BackupStatus: vi.fn(async () => null),
}));
vi.mock("../wailsjs/go/app/Vault", () => go);

const refused = (code: string) => JSON.stringify({ code, message: "The folder is not there." });

beforeEach(() => {
	closing.value = null;
	vi.resetAllMocks();
});

it("puts what is unfinished on disk before the backup", async () => {
	const order: string[] = [];
	const withdraw = onFlush(async () => void order.push("flush"));
	go.CloseWithBackup.mockImplementation(async () => void order.push("close"));
	await closeWithBackup();
	withdraw();
	expect(order).toEqual(["flush", "close"]);
	expect(closing.value).toEqual({});
});

it("stays where text could not be put on disk", async () => {
	const withdraw = onFlush(() => Promise.reject(refused("not_saved")));
	await closeWithBackup();
	withdraw();
	expect(go.CloseWithBackup).not.toHaveBeenCalled();
	expect(go.StayOpen).toHaveBeenCalledOnce();
	expect(closing.value).toEqual({ failed: "The folder is not there.", unsaved: true });
});

it("keeps the window and says why when there is no backup", async () => {
	go.CloseWithBackup.mockRejectedValueOnce(refused("not_saved"));
	await closeWithBackup();
	expect(closing.value).toEqual({ failed: "The folder is not there." });
});

it("gives the window back when the backup was cancelled", async () => {
	go.CloseWithBackup.mockRejectedValueOnce(refused("cancelled"));
	await closeWithBackup();
	expect(closing.value).toBeNull();
});

it("does not give it back when it closes without the backup", async () => {
	let cancel = (_: string) => {};
	go.CloseWithBackup.mockReturnValueOnce(
		new Promise((_, reject) => {
			cancel = reject;
		}),
	);
	const first = closeWithBackup();
	await vi.waitFor(() => expect(go.CloseWithBackup).toHaveBeenCalled());
	await closeWithoutBackup();
	cancel(refused("cancelled"));
	await first;
	expect(go.CloseWithoutBackup).toHaveBeenCalledOnce();
	expect(closing.value).toEqual({});
});
