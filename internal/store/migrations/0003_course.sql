-- The course: from the first call to completion. Lists and forms that are
-- read and written whole are JSON in one column; what is searched, counted or
-- guarded has a column of its own. "kept" is raised where a complete, signed
-- or used thing would change.

ALTER TABLE settings ADD COLUMN session_minutes INTEGER NOT NULL DEFAULT 50 CHECK (session_minutes BETWEEN 10 AND 480);
ALTER TABLE settings ADD COLUMN dosing_minutes INTEGER NOT NULL DEFAULT 180 CHECK (dosing_minutes BETWEEN 30 AND 600);
ALTER TABLE settings ADD COLUMN discharge_minutes INTEGER NOT NULL DEFAULT 120 CHECK (discharge_minutes BETWEEN 30 AND 480);
ALTER TABLE settings ADD COLUMN fasting_hours INTEGER NOT NULL DEFAULT 4 CHECK (fasting_hours BETWEEN 0 AND 24);
ALTER TABLE settings ADD COLUMN lost_minutes INTEGER NOT NULL DEFAULT 5 CHECK (lost_minutes BETWEEN 1 AND 60);
ALTER TABLE settings ADD COLUMN screening_months INTEGER NOT NULL DEFAULT 6 CHECK (screening_months BETWEEN 1 AND 24);
ALTER TABLE settings ADD COLUMN notice_days INTEGER NOT NULL DEFAULT 14 CHECK (notice_days BETWEEN 0 AND 90);
ALTER TABLE settings ADD COLUMN retention_years INTEGER NOT NULL DEFAULT 7 CHECK (retention_years BETWEEN 1 AND 50);
ALTER TABLE settings ADD COLUMN retention_minor_years INTEGER NOT NULL DEFAULT 7 CHECK (retention_minor_years BETWEEN 1 AND 50);

ALTER TABLE sessions ADD COLUMN contact TEXT NOT NULL DEFAULT '' CHECK (contact IN ('', 'in_person', 'phone', 'video', 'message', 'voicemail'));

ALTER TABLE notes ADD COLUMN methods TEXT NOT NULL DEFAULT '[]' CHECK (json_type(methods) = 'array');
ALTER TABLE note_revisions ADD COLUMN methods TEXT NOT NULL DEFAULT '[]' CHECK (json_type(methods) = 'array');

CREATE TABLE library (
  kind    TEXT NOT NULL CHECK (kind IN ('screening_item', 'consent_text', 'course_template', 'note_outline', 'emergency_plan', 'methods')),
  key     TEXT NOT NULL CHECK (key <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  body    TEXT NOT NULL CHECK (json_type(body) = 'object'),
  at      TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (kind, key, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiries (
  id           TEXT PRIMARY KEY CHECK (length(id) = 36),
  name         TEXT NOT NULL CHECK (name <> ''),
  phone        TEXT NOT NULL,
  email        TEXT NOT NULL,
  called_at    TEXT NOT NULL CHECK (length(called_at) = 24),
  found_by     TEXT NOT NULL,
  hopes        TEXT NOT NULL,
  concerns     TEXT NOT NULL CHECK (json_type(concerns) = 'array'),
  notes        TEXT NOT NULL,
  outcome      TEXT NOT NULL CHECK (outcome IN ('', 'continue', 'refer', 'decline')),
  outcome_note TEXT NOT NULL,
  client_id    TEXT UNIQUE REFERENCES clients (id) CHECK (client_id IS NULL OR outcome = 'continue'),
  created_at   TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at   TEXT NOT NULL CHECK (length(updated_at) = 24),
  version      INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX inquiries_by_call ON inquiries (called_at);
CREATE TRIGGER inquiries_delete_client BEFORE DELETE ON inquiries
  WHEN OLD.client_id IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE attachments (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id  TEXT NOT NULL REFERENCES clients (id),
  kind       TEXT NOT NULL CHECK (kind IN ('clearance', 'consent', 'letter', 'other')),
  title      TEXT NOT NULL CHECK (title <> ''),
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'image/heic')),
  bytes      INTEGER NOT NULL CHECK (bytes BETWEEN 1 AND 20000000),
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;
CREATE INDEX attachments_by_client ON attachments (client_id, created_at);
CREATE TABLE attachment_bytes (
  attachment_id TEXT PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  content       BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 20000000)
) STRICT;
CREATE TRIGGER attachments_update BEFORE UPDATE ON attachments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER attachment_bytes_update BEFORE UPDATE ON attachment_bytes
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE prescribers (
  id           TEXT PRIMARY KEY CHECK (length(id) = 36),
  name         TEXT NOT NULL CHECK (name <> ''),
  credential   TEXT NOT NULL,
  organisation TEXT NOT NULL,
  phone        TEXT NOT NULL,
  secure_fax   TEXT NOT NULL,
  email        TEXT NOT NULL,
  retired      INTEGER NOT NULL CHECK (retired IN (0, 1)),
  created_at   TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at   TEXT NOT NULL CHECK (length(updated_at) = 24),
  version      INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE medicines (
  id            TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id     TEXT NOT NULL REFERENCES clients (id),
  name          TEXT NOT NULL CHECK (name <> ''),
  dose          TEXT NOT NULL,
  schedule      TEXT NOT NULL,
  class         TEXT NOT NULL,
  prescribed_by TEXT NOT NULL,
  ended_on      TEXT NOT NULL CHECK (length(ended_on) IN (0, 10)),
  created_at    TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at    TEXT NOT NULL CHECK (length(updated_at) = 24),
  version       INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX medicines_by_client ON medicines (client_id, created_at);

CREATE TABLE screenings (
  id           TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id    TEXT NOT NULL REFERENCES clients (id),
  answers      TEXT NOT NULL CHECK (json_type(answers) = 'array'),
  notes        TEXT NOT NULL,
  conclusion   TEXT NOT NULL CHECK (conclusion IN ('', 'clear', 'needs_prescriber', 'not_suitable')),
  review_on    TEXT NOT NULL CHECK (length(review_on) IN (0, 10)),
  completed_at TEXT NOT NULL CHECK (length(completed_at) IN (0, 24) AND (completed_at = '' OR conclusion <> '' AND review_on <> '')),
  created_at   TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at   TEXT NOT NULL CHECK (length(updated_at) = 24),
  version      INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX screenings_by_client ON screenings (client_id, created_at);
CREATE UNIQUE INDEX screenings_open ON screenings (client_id) WHERE completed_at = '';
CREATE TRIGGER screenings_update_complete BEFORE UPDATE ON screenings
  WHEN OLD.completed_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER screenings_delete BEFORE DELETE ON screenings
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER screenings_insert_over BEFORE INSERT ON screenings
  WHEN EXISTS (SELECT 1 FROM screenings WHERE id = NEW.id AND completed_at <> '')
    OR NEW.completed_at = '' AND EXISTS (SELECT 1 FROM screenings WHERE client_id = NEW.client_id AND completed_at = '' AND id <> NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE flag_resolutions (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id  TEXT NOT NULL REFERENCES clients (id),
  item_key   TEXT NOT NULL CHECK (item_key <> ''),
  raised_at  TEXT NOT NULL CHECK (length(raised_at) = 24),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;
CREATE INDEX flag_resolutions_by_client ON flag_resolutions (client_id, created_at);
CREATE TRIGGER flag_resolutions_update BEFORE UPDATE ON flag_resolutions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER flag_resolutions_delete BEFORE DELETE ON flag_resolutions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER flag_resolutions_insert_over BEFORE INSERT ON flag_resolutions
  WHEN EXISTS (SELECT 1 FROM flag_resolutions WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE adverse_events (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  participant_id TEXT NOT NULL REFERENCES participants (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  what           TEXT NOT NULL CHECK (what <> ''),
  action         TEXT NOT NULL,
  called         TEXT NOT NULL,
  grade          TEXT NOT NULL CHECK (grade IN ('', 'mild', 'moderate', 'severe')),
  ending         TEXT NOT NULL CHECK (ending IN ('', 'resolved', 'ongoing', 'transferred', 'left_against_advice', 'other')),
  outcome        TEXT NOT NULL,
  serious        INTEGER NOT NULL CHECK (serious IN (0, 1)),
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;
CREATE INDEX adverse_events_by_participant ON adverse_events (participant_id, at);
CREATE TRIGGER adverse_events_insert_over BEFORE INSERT ON adverse_events
  WHEN EXISTS (SELECT 1 FROM adverse_events WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER adverse_events_update BEFORE UPDATE ON adverse_events
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER adverse_events_delete BEFORE DELETE ON adverse_events
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE adverse_additions (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  event_id   TEXT NOT NULL REFERENCES adverse_events (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;
CREATE INDEX adverse_additions_by_event ON adverse_additions (event_id, created_at);
CREATE TRIGGER adverse_additions_insert_over BEFORE INSERT ON adverse_additions
  WHEN EXISTS (SELECT 1 FROM adverse_additions WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER adverse_additions_update BEFORE UPDATE ON adverse_additions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER adverse_additions_delete BEFORE DELETE ON adverse_additions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE clearances (
  id                   TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id            TEXT NOT NULL REFERENCES clients (id),
  prescriber_id        TEXT NOT NULL REFERENCES prescribers (id),
  cleared_on           TEXT NOT NULL CHECK (length(cleared_on) = 10),
  expires_on           TEXT NOT NULL CHECK (length(expires_on) = 10 AND expires_on >= cleared_on),
  conditions           TEXT NOT NULL,
  covers               TEXT NOT NULL CHECK (json_type(covers) = 'array'),
  systolic_max_mmhg    INTEGER CHECK (systolic_max_mmhg BETWEEN 50 AND 300),
  systolic_min_mmhg    INTEGER CHECK (systolic_min_mmhg BETWEEN 50 AND 300),
  diastolic_max_mmhg   INTEGER CHECK (diastolic_max_mmhg BETWEEN 20 AND 200),
  heart_rate_max_bpm   INTEGER CHECK (heart_rate_max_bpm BETWEEN 20 AND 250),
  heart_rate_min_bpm   INTEGER CHECK (heart_rate_min_bpm BETWEEN 20 AND 250),
  spo2_min_percent     INTEGER CHECK (spo2_min_percent BETWEEN 50 AND 100),
  dose_min_ug          INTEGER NOT NULL CHECK (dose_min_ug BETWEEN 0 AND 5000000),
  dose_max_ug          INTEGER NOT NULL CHECK (dose_max_ug BETWEEN 0 AND 5000000),
  route                TEXT NOT NULL,
  form                 TEXT NOT NULL,
  booster_allowed      INTEGER NOT NULL CHECK (booster_allowed IN (0, 1)),
  booster_max_ug       INTEGER NOT NULL CHECK (booster_max_ug BETWEEN 0 AND 5000000),
  booster_earliest_min INTEGER NOT NULL CHECK (booster_earliest_min BETWEEN 0 AND 600),
  sessions             INTEGER NOT NULL CHECK (sessions BETWEEN 0 AND 100),
  pharmacy             TEXT NOT NULL,
  attachment_id        TEXT REFERENCES attachments (id),
  suspended_at         TEXT NOT NULL CHECK (length(suspended_at) IN (0, 24)),
  suspended_reason     TEXT NOT NULL CHECK ((suspended_at = '') = (suspended_reason = '')),
  adverse_event_id     TEXT REFERENCES adverse_events (id),
  created_at           TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at           TEXT NOT NULL CHECK (length(updated_at) = 24),
  version              INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX clearances_by_client ON clearances (client_id, cleared_on);
CREATE TRIGGER clearances_update_suspended BEFORE UPDATE ON clearances
  WHEN OLD.suspended_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER clearances_delete BEFORE DELETE ON clearances
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE consents (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id      TEXT NOT NULL REFERENCES clients (id),
  kind           TEXT NOT NULL CHECK (kind IN ('kap', 'touch', 'telehealth', 'release', 'other')),
  text_key       TEXT NOT NULL,
  text_version   INTEGER NOT NULL CHECK (text_version >= 0),
  title          TEXT NOT NULL CHECK (title <> ''),
  text           TEXT NOT NULL,
  clauses        TEXT NOT NULL CHECK (json_type(clauses) = 'array'),
  initials       TEXT NOT NULL CHECK (json_type(initials) = 'array'),
  recipient      TEXT NOT NULL,
  scope          TEXT NOT NULL,
  signed_on      TEXT NOT NULL CHECK (length(signed_on) = 10),
  expires_on     TEXT NOT NULL CHECK (length(expires_on) IN (0, 10)),
  signed_by      TEXT NOT NULL CHECK (signed_by <> ''),
  signer_role    TEXT NOT NULL,
  method         TEXT NOT NULL CHECK (method IN ('typed', 'drawn', 'scanned')),
  drawing        TEXT NOT NULL CHECK ((method = 'drawn') = (drawing <> '')),
  attachment_id  TEXT REFERENCES attachments (id) CHECK (method <> 'scanned' OR attachment_id IS NOT NULL),
  revoked_on     TEXT NOT NULL CHECK (length(revoked_on) IN (0, 10)),
  revoked_reason TEXT NOT NULL CHECK (revoked_on <> '' OR revoked_reason = ''),
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;
CREATE INDEX consents_by_client ON consents (client_id, signed_on);
CREATE TRIGGER consents_update BEFORE UPDATE ON consents
  WHEN OLD.revoked_on <> '' OR NEW.revoked_on = ''
    OR (NEW.id, NEW.client_id, NEW.kind, NEW.text_key, NEW.text_version, NEW.title, NEW.text, NEW.clauses, NEW.initials, NEW.recipient, NEW.scope)
      IS NOT (OLD.id, OLD.client_id, OLD.kind, OLD.text_key, OLD.text_version, OLD.title, OLD.text, OLD.clauses, OLD.initials, OLD.recipient, OLD.scope)
    OR (NEW.signed_on, NEW.expires_on, NEW.signed_by, NEW.signer_role, NEW.method, NEW.drawing, NEW.attachment_id, NEW.created_at)
      IS NOT (OLD.signed_on, OLD.expires_on, OLD.signed_by, OLD.signer_role, OLD.method, OLD.drawing, OLD.attachment_id, OLD.created_at)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER consents_delete BEFORE DELETE ON consents
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE preparations (
  client_id    TEXT PRIMARY KEY REFERENCES clients (id),
  form         TEXT NOT NULL CHECK (json_type(form) = 'object'),
  completed_at TEXT NOT NULL CHECK (length(completed_at) IN (0, 24)),
  updated_at   TEXT NOT NULL CHECK (length(updated_at) = 24),
  version      INTEGER NOT NULL CHECK (version > 0)
) STRICT;
-- One that is complete changes only by being reopened.
CREATE TRIGGER preparations_update_complete BEFORE UPDATE ON preparations
  WHEN OLD.completed_at <> '' AND NEW.completed_at <> '' OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE starts (
  participant_id TEXT PRIMARY KEY REFERENCES participants (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  clearance_id   TEXT REFERENCES clearances (id),
  readiness      TEXT NOT NULL CHECK (json_type(readiness) = 'object'),
  preparation    TEXT NOT NULL CHECK (json_type(preparation) = 'object'),
  day            TEXT NOT NULL CHECK (json_type(day) = 'object'),
  deviation      TEXT NOT NULL CHECK (deviation <> '' OR json_extract(readiness, '$.blocked') = 0)
) STRICT;
CREATE INDEX starts_by_clearance ON starts (clearance_id) WHERE clearance_id IS NOT NULL;
CREATE TRIGGER starts_update BEFORE UPDATE ON starts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER starts_delete BEFORE DELETE ON starts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER starts_insert_over BEFORE INSERT ON starts
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER starts_insert_begun BEFORE INSERT ON starts
  WHEN (SELECT s.kind <> 'dosing' OR s.actual_start <> '' OR s.cancelled_at <> '' FROM sessions s JOIN participants p ON p.session_id = s.id WHERE p.id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- A dosing session begins when a start is kept for each participant. What is
-- recorded as it happened has ended at once, so it never opens a session.
-- Sessions that began before this schema stay as they are.
CREATE TRIGGER sessions_update_unready BEFORE UPDATE ON sessions
  WHEN NEW.kind = 'dosing' AND NEW.actual_start <> '' AND (OLD.kind <> 'dosing' OR OLD.actual_start = '')
    AND (NOT EXISTS (SELECT 1 FROM participants WHERE session_id = OLD.id)
      OR EXISTS (SELECT 1 FROM participants p LEFT JOIN starts s ON s.participant_id = p.id
        WHERE p.session_id = OLD.id AND s.participant_id IS NULL))
  BEGIN SELECT RAISE(ABORT, 'unready'); END;
CREATE TRIGGER sessions_update_happened BEFORE UPDATE ON sessions
  WHEN NEW.actual_start <> '' AND NEW.actual_end = ''
    AND EXISTS (SELECT 1 FROM participants p JOIN starts s ON s.participant_id = p.id WHERE p.session_id = OLD.id AND s.deviation <> '')
  BEGIN SELECT RAISE(ABORT, 'unready'); END;
CREATE TRIGGER sessions_insert_unready AFTER INSERT ON sessions
  WHEN NEW.kind = 'dosing' AND NEW.actual_start <> ''
  BEGIN SELECT RAISE(ABORT, 'unready'); END;
CREATE TRIGGER participants_insert_unready BEFORE INSERT ON participants
  WHEN (SELECT kind = 'dosing' AND actual_start <> '' FROM sessions WHERE id = NEW.session_id)
    AND NOT EXISTS (SELECT 1 FROM participants WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'unready'); END;

-- A clearance under which a session began keeps what readings and doses were
-- held against; it can still be suspended.
CREATE TRIGGER clearances_update_used BEFORE UPDATE ON clearances
  WHEN EXISTS (SELECT 1 FROM starts WHERE clearance_id = OLD.id)
    AND ((NEW.prescriber_id, NEW.cleared_on, NEW.covers, NEW.systolic_max_mmhg, NEW.systolic_min_mmhg, NEW.diastolic_max_mmhg, NEW.heart_rate_max_bpm, NEW.heart_rate_min_bpm, NEW.spo2_min_percent)
      IS NOT (OLD.prescriber_id, OLD.cleared_on, OLD.covers, OLD.systolic_max_mmhg, OLD.systolic_min_mmhg, OLD.diastolic_max_mmhg, OLD.heart_rate_max_bpm, OLD.heart_rate_min_bpm, OLD.spo2_min_percent)
    OR (NEW.expires_on, NEW.conditions, NEW.dose_min_ug, NEW.dose_max_ug, NEW.route, NEW.form, NEW.booster_allowed, NEW.booster_max_ug, NEW.booster_earliest_min, NEW.sessions)
      IS NOT (OLD.expires_on, OLD.conditions, OLD.dose_min_ug, OLD.dose_max_ug, OLD.route, OLD.form, OLD.booster_allowed, OLD.booster_max_ug, OLD.booster_earliest_min, OLD.sessions))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE day_checks (
  participant_id TEXT PRIMARY KEY REFERENCES participants (id),
  form           TEXT NOT NULL CHECK (json_type(form) = 'object'),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE TRIGGER day_checks_insert_begun BEFORE INSERT ON day_checks
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER day_checks_update_begun BEFORE UPDATE ON day_checks
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = OLD.participant_id) OR NEW.participant_id <> OLD.participant_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE lifts (
  id              TEXT PRIMARY KEY CHECK (length(id) = 36),
  participant_id  TEXT NOT NULL REFERENCES participants (id),
  check_key       TEXT NOT NULL CHECK (check_key <> ''),
  check_text      TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('decision', 'reason')),
  reason          TEXT NOT NULL CHECK (kind = 'decision' OR reason <> ''),
  prescriber_name TEXT NOT NULL CHECK (kind = 'reason' OR prescriber_name <> ''),
  decided_at      TEXT NOT NULL CHECK (length(decided_at) IN (0, 24) AND (kind = 'reason' OR decided_at <> '')),
  said            TEXT NOT NULL CHECK (kind = 'reason' OR said <> ''),
  read_back       INTEGER NOT NULL CHECK (read_back IN (0, 1) AND (kind = 'reason' OR read_back = 1)),
  created_at      TEXT NOT NULL CHECK (length(created_at) = 24),
  UNIQUE (participant_id, check_key, kind) -- a severity may rise after a reason was given
) STRICT;
CREATE TRIGGER lifts_insert_begun BEFORE INSERT ON lifts
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lifts_insert_over BEFORE INSERT ON lifts
  WHEN EXISTS (SELECT 1 FROM lifts WHERE id = NEW.id OR participant_id = NEW.participant_id AND check_key = NEW.check_key AND kind = NEW.kind)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lifts_update BEFORE UPDATE ON lifts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lifts_delete BEFORE DELETE ON lifts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE courses (
  id                TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id         TEXT NOT NULL REFERENCES clients (id),
  goal              TEXT NOT NULL,
  template_name     TEXT NOT NULL,
  plan              TEXT NOT NULL CHECK (json_type(plan) = 'object'),
  window_hours      INTEGER NOT NULL CHECK (window_hours = 0 OR window_hours BETWEEN 36 AND 96),
  first_stage_hours INTEGER NOT NULL CHECK (first_stage_hours BETWEEN 0 AND window_hours),
  started_at        TEXT NOT NULL CHECK (length(started_at) = 24),
  reviews           TEXT NOT NULL CHECK (json_type(reviews) = 'array'),
  maintenance_since TEXT NOT NULL CHECK (length(maintenance_since) IN (0, 24)),
  completed_at      TEXT NOT NULL CHECK (length(completed_at) IN (0, 24)),
  ending            TEXT NOT NULL CHECK (ending IN ('', 'completed', 'ended_early', 'referred') AND (completed_at = '') = (ending = '')),
  closing_summary   TEXT NOT NULL,
  created_at        TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at        TEXT NOT NULL CHECK (length(updated_at) = 24),
  version           INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX courses_by_client ON courses (client_id, started_at);
CREATE UNIQUE INDEX courses_open ON courses (client_id) WHERE completed_at = '';
CREATE TRIGGER courses_update_complete BEFORE UPDATE ON courses
  WHEN OLD.completed_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER courses_delete BEFORE DELETE ON courses
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE commitments (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id      TEXT NOT NULL REFERENCES clients (id),
  participant_id TEXT NOT NULL REFERENCES participants (id),
  text           TEXT NOT NULL CHECK (text <> ''),
  due_on         TEXT NOT NULL CHECK (length(due_on) IN (0, 10)),
  state          TEXT NOT NULL CHECK (state IN ('open', 'kept', 'let_go')),
  settled_at     TEXT NOT NULL CHECK (length(settled_at) IN (0, 24) AND (state = 'open') = (settled_at = '')),
  settled_in     TEXT REFERENCES participants (id),
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX commitments_by_client ON commitments (client_id, state, due_on);
CREATE INDEX commitments_open ON commitments (due_on) WHERE state = 'open';
CREATE TRIGGER commitments_insert_signed BEFORE INSERT ON commitments
  WHEN NEW.participant_id IN signed_participants OR NEW.settled_in IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER commitments_insert_over BEFORE INSERT ON commitments
  WHEN EXISTS (SELECT 1 FROM commitments WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;
CREATE TRIGGER commitments_update BEFORE UPDATE ON commitments
  WHEN NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.participant_id <> OLD.participant_id OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;
CREATE TRIGGER commitments_update_signed BEFORE UPDATE ON commitments
  WHEN (OLD.participant_id IN signed_participants AND (NEW.text <> OLD.text OR NEW.due_on <> OLD.due_on))
    OR ((NEW.state <> OLD.state OR NEW.settled_at <> OLD.settled_at OR NEW.settled_in IS NOT OLD.settled_in)
      AND (OLD.settled_in IN signed_participants OR NEW.settled_in IN signed_participants))
  BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER commitments_delete_signed BEFORE DELETE ON commitments
  WHEN OLD.participant_id IN signed_participants OR OLD.settled_in IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TABLE psychotherapy_releases (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id   TEXT NOT NULL REFERENCES clients (id),
  basis       TEXT NOT NULL CHECK (basis IN ('authorization', 'order')),
  basis_text  TEXT NOT NULL CHECK (basis_text <> ''),
  recipient   TEXT NOT NULL CHECK (recipient <> ''),
  note_ids    TEXT NOT NULL CHECK (json_type(note_ids) = 'array'),
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  released_at TEXT NOT NULL CHECK (length(released_at) = 24)
) STRICT;
CREATE INDEX psychotherapy_releases_by_client ON psychotherapy_releases (client_id, released_at);
CREATE TRIGGER psychotherapy_releases_update BEFORE UPDATE ON psychotherapy_releases
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER psychotherapy_releases_delete BEFORE DELETE ON psychotherapy_releases
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER library_update BEFORE UPDATE ON library
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER library_delete BEFORE DELETE ON library
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
