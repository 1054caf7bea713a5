import { beforeEach, expect, it, vi } from "vitest";
import { asked, backUpNow } from "./backup";
import { vaultState } from "./vault";

const go = vi.hoisted(() => ({
	BackupNow: vi.fn<() => Promise<void>>(),
	BackupStatus: vi.fn<() => Promise<object | null>>(),
	ChooseBackupFolder: vi.fn<() => Promise<string>>(),
}));
vi.mock("../wailsjs/go/app/Vault", () => go);

const told = (code: string) => JSON.stringify({ code, message: "Told." });

beforeEach(() => {
	vi.resetAllMocks();
	go.BackupStatus.mockResolvedValue(null);
	go.ChooseBackupFolder.mockResolvedValue("/media/stick");
	asked.value = { running: false };
	vaultState.value = { state: "unlocked" } as typeof vaultState.value;
});

it("asks for a folder first, and does nothing when none is chosen", async () => {
	go.ChooseBackupFolder.mockResolvedValueOnce("");
	await backUpNow();
	expect(go.BackupNow).not.toHaveBeenCalled();
	expect(asked.value).toEqual({ running: false });
});

it("makes one at a time", async () => {
	let end = () => {};
	go.BackupNow.mockReturnValueOnce(
		new Promise((done) => {
			end = done;
		}),
	);
	const first = backUpNow();
	await backUpNow();
	end();
	await first;
	expect(go.BackupNow).toHaveBeenCalledOnce();
	expect(asked.value.done).toMatch(/^Backed up/);
});

it.each([
	[
		"not_saved",
		"unlocked",
		{ running: false, fault: expect.objectContaining({ code: "not_saved" }) },
	],
	["cancelled", "unlocked", { running: false, done: "Told.", cancelled: true }],
	// A lock stops it, and leaves nothing to tell.
	["cancelled", "locked", { running: false }],
])("ends with %s while %s", async (code, state, want) => {
	go.BackupNow.mockImplementationOnce(async () => {
		vaultState.value = { state } as typeof vaultState.value;
		throw told(code);
	});
	await backUpNow();
	expect(asked.value).toEqual(want);
});
