import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { BackupPart } from "./BackupPart";

const save = vi.hoisted(() => vi.fn<(settings: object) => Promise<void>>());
vi.mock("../../wailsjs/go/app/Settings", () => ({ SaveSettings: save }));
vi.mock("../../wailsjs/go/app/Vault", () => ({ BackupStatus: async () => null }));

afterEach(cleanup);

const settings = {
	auto_lock_minutes: 10,
	backup_folder: "/media/stick",
	backup_every_days: 1,
	backup_on_close: true,
	backup_overdue_days: 7,
	window_hours: 72,
	first_stage_hours: 48,
	session_minutes: 50,
	dosing_minutes: 180,
	discharge_minutes: 120,
	fasting_hours: 4,
	lost_minutes: 5,
	screening_months: 6,
	notice_days: 14,
	retention_years: 7,
	retention_minor_years: 7,
	rest_minutes: 10,
	recheck_minutes: 5,
	cover_minutes: 0,
	hide_names: false,
	single_keys: true,
	key_map: {},
	records_rule: "hipaa",
};

it("keeps two choices made one right after the other", async () => {
	let first = () => {};
	save.mockImplementationOnce(
		() =>
			new Promise((done) => {
				first = done;
			}),
	);
	save.mockResolvedValue();
	render(<BackupPart settings={settings} onChanged={async () => {}} />);
	fireEvent.click(screen.getByLabelText("Each week"));
	await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
	fireEvent.click(screen.getByRole("checkbox"));
	expect(save).toHaveBeenCalledTimes(1);
	first();
	await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
	expect(save).toHaveBeenLastCalledWith({
		...settings,
		backup_every_days: 7,
		backup_on_close: false,
	});
});

it("shows what holds when a choice could not be kept", async () => {
	save.mockReset();
	save.mockRejectedValueOnce('{"code":"not_saved","message":"The disk is full."}');
	render(<BackupPart settings={settings} onChanged={async () => {}} />);
	fireEvent.click(screen.getByLabelText("By hand only"));
	await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("The disk is full."));
	expect(screen.getByLabelText<HTMLInputElement>("Each day").checked).toBe(true);
});
