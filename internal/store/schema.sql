CREATE TABLE addenda (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  note_id     TEXT NOT NULL REFERENCES notes (id),
  at          TEXT NOT NULL CHECK (length(at) = 24),
  zone        TEXT NOT NULL,
  text        TEXT NOT NULL CHECK (text <> ''),
  signed_name TEXT NOT NULL CHECK (signed_name <> '')
) STRICT;

CREATE TABLE audit (
  seq        INTEGER PRIMARY KEY,
  at         TEXT NOT NULL CHECK (length(at) = 24),
  act        TEXT NOT NULL,
  subject    TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail     TEXT NOT NULL,
  prev       TEXT NOT NULL CHECK (length(prev) = 64),
  hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE clients (
  id                             TEXT PRIMARY KEY CHECK (length(id) = 36),
  legal_name                     TEXT NOT NULL CHECK (legal_name <> ''),
  preferred_name                 TEXT NOT NULL,
  search_name                    TEXT NOT NULL, -- both names, folded to lower case without accents
  pronouns                       TEXT NOT NULL,
  birth_date                     TEXT NOT NULL CHECK (length(birth_date) IN (0, 10)),
  email                          TEXT NOT NULL,
  phone                          TEXT NOT NULL,
  address                        TEXT NOT NULL,
  emergency_contact_name         TEXT NOT NULL,
  emergency_contact_relationship TEXT NOT NULL,
  emergency_contact_phone        TEXT NOT NULL,
  allergy_answer                 TEXT NOT NULL CHECK (allergy_answer IN ('', 'none_known', 'listed', 'unknown')),
  allergies                      TEXT NOT NULL,
  concerns                       TEXT NOT NULL CHECK (json_type(concerns) = 'array'),
  intention                      TEXT NOT NULL,
  watch                          TEXT NOT NULL,
  notes                          TEXT NOT NULL,
  stage                          TEXT NOT NULL CHECK (stage IN ('inquiry', 'screening', 'preparing', 'in_course', 'integrating', 'closed')),
  opened_at                      TEXT NOT NULL DEFAULT '' CHECK (length(opened_at) IN (0, 24)), -- when its chart was last opened
  created_at                     TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at                     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version                        INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE doses (
  entry_id        TEXT PRIMARY KEY,
  kind            TEXT NOT NULL DEFAULT 'dose' CHECK (kind = 'dose'),
  prescribed_ug   INTEGER NOT NULL CHECK (prescribed_ug BETWEEN 0 AND 5000000),
  taken_ug        INTEGER NOT NULL CHECK (taken_ug BETWEEN 0 AND 5000000),
  route           TEXT NOT NULL CHECK (not_given = 1 OR route <> ''),
  form            TEXT NOT NULL,
  lot             TEXT NOT NULL,
  pharmacy        TEXT NOT NULL,
  administered_by TEXT NOT NULL,
  out_at          TEXT NOT NULL CHECK (length(out_at) IN (0, 24)),
  out_how         TEXT NOT NULL CHECK (out_how IN ('', 'spat', 'swallowed')),
  leftover_ug     INTEGER NOT NULL CHECK (leftover_ug BETWEEN 0 AND 5000000),
  not_given       INTEGER NOT NULL CHECK (not_given IN (0, 1)),
  reason          TEXT NOT NULL CHECK (not_given = 0 OR reason <> ''),
  CHECK ((not_given = 1) = (taken_ug = 0)),
  FOREIGN KEY (entry_id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) STRICT;

CREATE TABLE drafts (
  key        TEXT PRIMARY KEY,
  body       TEXT NOT NULL,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  participant_id TEXT NOT NULL REFERENCES participants (id),
  kind           TEXT NOT NULL CHECK (kind IN ('dose', 'vitals', 'observation')),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  recorded_at    TEXT NOT NULL CHECK (length(recorded_at) = 24),
  struck_at      TEXT NOT NULL CHECK (length(struck_at) IN (0, 24)),
  struck_reason  TEXT NOT NULL CHECK ((struck_at = '') = (struck_reason = '')),
  corrects_id    TEXT REFERENCES entries (id) CHECK (corrects_id <> id),
  UNIQUE (id, kind)
) STRICT;

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE note_revisions (
  note_id   TEXT NOT NULL REFERENCES notes (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  kept_at   TEXT NOT NULL CHECK (length(kept_at) = 24),
  sections  TEXT NOT NULL CHECK (json_type(sections) = 'array'),
  risk      TEXT NOT NULL,
  risk_text TEXT NOT NULL,
  PRIMARY KEY (note_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  id                TEXT PRIMARY KEY CHECK (length(id) = 36),
  participant_id    TEXT NOT NULL UNIQUE REFERENCES participants (id),
  kind              TEXT NOT NULL,
  sections          TEXT NOT NULL CHECK (json_type(sections) = 'array'),
  risk              TEXT NOT NULL CHECK (risk IN ('', 'no_concern', 'watch', 'act_on_plan')),
  risk_text         TEXT NOT NULL,
  created_at        TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at        TEXT NOT NULL CHECK (length(updated_at) = 24),
  version           INTEGER NOT NULL CHECK (version > 0),
  signed_at         TEXT NOT NULL CHECK (length(signed_at) IN (0, 24)),
  signed_zone       TEXT NOT NULL,
  signed_name       TEXT NOT NULL CHECK ((signed_at = '') = (signed_name = '')),
  signed_credential TEXT NOT NULL,
  signed_license    TEXT NOT NULL,
  audit_head        TEXT NOT NULL CHECK ((signed_at = '') = (audit_head = ''))
) STRICT;

CREATE TABLE observations (
  entry_id     TEXT PRIMARY KEY,
  kind         TEXT NOT NULL DEFAULT 'observation' CHECK (kind = 'observation'),
  word         TEXT NOT NULL,
  text         TEXT NOT NULL CHECK (text <> '' OR word <> ''),
  client_words INTEGER NOT NULL CHECK (client_words IN (0, 1) AND (client_words = 0 OR text <> '')),
  FOREIGN KEY (entry_id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) STRICT;

CREATE TABLE participants (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  client_id  TEXT NOT NULL REFERENCES clients (id),
  position   INTEGER NOT NULL CHECK (position IN (0, 1)),
  UNIQUE (session_id, client_id),
  UNIQUE (session_id, position)
) STRICT;

CREATE TABLE practice (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  therapist_name TEXT NOT NULL,
  credential     TEXT NOT NULL,
  license        TEXT NOT NULL,
  practice_name  TEXT NOT NULL,
  address        TEXT NOT NULL,
  phone          TEXT NOT NULL,
  email          TEXT NOT NULL,
  npi            TEXT NOT NULL,
  zone           TEXT NOT NULL
) STRICT;

CREATE TABLE psychotherapy_notes (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id  TEXT NOT NULL REFERENCES clients (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 24)
) STRICT;

CREATE TABLE sessions (
  id                TEXT PRIMARY KEY CHECK (length(id) = 36),
  kind              TEXT NOT NULL CHECK (kind IN ('consultation', 'preparation', 'dosing', 'integration', 'check_in', 'talk')),
  planned_start     TEXT NOT NULL CHECK (length(planned_start) IN (0, 24)),
  planned_end       TEXT NOT NULL CHECK (length(planned_end) IN (0, 24)),
  actual_start      TEXT NOT NULL CHECK (length(actual_start) IN (0, 24)),
  actual_end        TEXT NOT NULL CHECK (length(actual_end) IN (0, 24) AND (actual_end = '' OR actual_start <> '')),
  start_at          TEXT NOT NULL AS (CASE WHEN actual_start <> '' THEN actual_start ELSE planned_start END) STORED CHECK (start_at <> ''),
  zone              TEXT NOT NULL,
  place             TEXT NOT NULL CHECK (place IN ('office', 'virtual')),
  dosing_session_id TEXT REFERENCES sessions (id),
  cancelled_at      TEXT NOT NULL CHECK (length(cancelled_at) IN (0, 24)),
  created_at        TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at        TEXT NOT NULL CHECK (length(updated_at) = 24),
  version           INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE settings (
  id                  INTEGER PRIMARY KEY CHECK (id = 1),
  auto_lock_minutes   INTEGER NOT NULL CHECK (auto_lock_minutes BETWEEN 1 AND 240),
  backup_folder       TEXT NOT NULL,
  window_hours        INTEGER NOT NULL CHECK (window_hours BETWEEN 36 AND 96),
  first_stage_hours   INTEGER NOT NULL CHECK (first_stage_hours BETWEEN 1 AND window_hours),
  backup_overdue_days INTEGER NOT NULL CHECK (backup_overdue_days BETWEEN 1 AND 90)
, backup_every_days INTEGER NOT NULL DEFAULT 1 CHECK (backup_every_days IN (0, 1, 7)), backup_on_close INTEGER NOT NULL DEFAULT 1 CHECK (backup_on_close IN (0, 1))) STRICT;

CREATE TABLE vital_signs (
  entry_id                 TEXT PRIMARY KEY,
  kind                     TEXT NOT NULL DEFAULT 'vitals' CHECK (kind = 'vitals'),
  systolic_mmhg            INTEGER CHECK (systolic_mmhg BETWEEN 50 AND 300),
  diastolic_mmhg           INTEGER CHECK (diastolic_mmhg BETWEEN 20 AND 200 AND diastolic_mmhg < systolic_mmhg),
  heart_rate_bpm           INTEGER CHECK (heart_rate_bpm BETWEEN 20 AND 250),
  spo2_percent             INTEGER CHECK (spo2_percent BETWEEN 50 AND 100),
  respiratory_rate_per_min INTEGER CHECK (respiratory_rate_per_min BETWEEN 2 AND 80),
  temperature_decicelsius  INTEGER CHECK (temperature_decicelsius BETWEEN 250 AND 450),
  position                 TEXT NOT NULL,
  taken_by                 TEXT NOT NULL,
  note                     TEXT NOT NULL,
  CHECK ((systolic_mmhg IS NULL) = (diastolic_mmhg IS NULL)),
  CHECK (coalesce(systolic_mmhg, heart_rate_bpm, spo2_percent, respiratory_rate_per_min, temperature_decicelsius) IS NOT NULL),
  FOREIGN KEY (entry_id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) STRICT;

CREATE VIEW signed_participants AS
  SELECT participant_id FROM notes WHERE signed_at <> '';

CREATE VIEW signed_sessions AS
  SELECT session_id FROM participants WHERE id IN signed_participants;

CREATE INDEX addenda_by_note ON addenda (note_id, at);

CREATE INDEX audit_by_act ON audit (act, seq);

CREATE INDEX clients_by_name ON clients (search_name, id);

CREATE INDEX clients_by_opened ON clients (opened_at);

CREATE INDEX entries_by_correction ON entries (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE INDEX entries_by_participant ON entries (participant_id, at);

CREATE INDEX notes_unsigned ON notes (created_at) WHERE signed_at = '';

CREATE INDEX participants_by_client ON participants (client_id);

CREATE INDEX psychotherapy_notes_by_client ON psychotherapy_notes (client_id, created_at);

CREATE INDEX sessions_by_dosing ON sessions (dosing_session_id) WHERE dosing_session_id IS NOT NULL;

CREATE INDEX sessions_by_start ON sessions (start_at);

CREATE TRIGGER addenda_delete BEFORE DELETE ON addenda
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER addenda_insert_over BEFORE INSERT ON addenda
  WHEN EXISTS (SELECT 1 FROM addenda WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER addenda_insert_unsigned BEFORE INSERT ON addenda
  WHEN (SELECT signed_at FROM notes WHERE id = NEW.note_id) = ''
  BEGIN SELECT RAISE(ABORT, 'unsigned'); END;

CREATE TRIGGER addenda_update BEFORE UPDATE ON addenda
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER audit_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER audit_insert BEFORE INSERT ON audit
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    OR NEW.prev <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
    OR EXISTS (SELECT 1 FROM audit WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER audit_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER doses_delete_signed BEFORE DELETE ON doses
  WHEN (SELECT participant_id FROM entries WHERE id = OLD.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER doses_insert_over BEFORE INSERT ON doses
  WHEN EXISTS (SELECT 1 FROM doses WHERE entry_id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER doses_insert_signed BEFORE INSERT ON doses
  WHEN (SELECT participant_id FROM entries WHERE id = NEW.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER doses_update BEFORE UPDATE ON doses
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER entries_delete_signed BEFORE DELETE ON entries
  WHEN OLD.participant_id IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER entries_insert_over BEFORE INSERT ON entries
  WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER entries_insert_signed BEFORE INSERT ON entries
  WHEN NEW.participant_id IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER entries_update BEFORE UPDATE ON entries
  WHEN OLD.struck_at <> '' OR NEW.id <> OLD.id OR NEW.participant_id <> OLD.participant_id OR NEW.kind <> OLD.kind
    OR NEW.at <> OLD.at OR NEW.recorded_at <> OLD.recorded_at OR NEW.corrects_id IS NOT OLD.corrects_id
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER entries_update_signed BEFORE UPDATE ON entries
  WHEN OLD.participant_id IN signed_participants OR NEW.participant_id IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER note_revisions_delete_signed BEFORE DELETE ON note_revisions
  WHEN (SELECT signed_at FROM notes WHERE id = OLD.note_id) <> ''
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER note_revisions_insert_over BEFORE INSERT ON note_revisions
  WHEN EXISTS (SELECT 1 FROM note_revisions WHERE note_id = NEW.note_id AND number = NEW.number)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER note_revisions_insert_signed BEFORE INSERT ON note_revisions
  WHEN (SELECT signed_at FROM notes WHERE id = NEW.note_id) <> ''
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER note_revisions_update BEFORE UPDATE ON note_revisions
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER notes_delete_signed BEFORE DELETE ON notes
  WHEN OLD.signed_at <> ''
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER notes_insert_signed BEFORE INSERT ON notes
  WHEN EXISTS (SELECT 1 FROM notes WHERE (id = NEW.id OR participant_id = NEW.participant_id) AND signed_at <> '')
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER notes_update BEFORE UPDATE ON notes
  WHEN NEW.id <> OLD.id OR NEW.participant_id <> OLD.participant_id OR NEW.kind <> OLD.kind OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER notes_update_signed BEFORE UPDATE ON notes
  WHEN OLD.signed_at <> ''
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER observations_delete_signed BEFORE DELETE ON observations
  WHEN (SELECT participant_id FROM entries WHERE id = OLD.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER observations_insert_over BEFORE INSERT ON observations
  WHEN EXISTS (SELECT 1 FROM observations WHERE entry_id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER observations_insert_signed BEFORE INSERT ON observations
  WHEN (SELECT participant_id FROM entries WHERE id = NEW.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER observations_update BEFORE UPDATE ON observations
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER participants_delete_signed BEFORE DELETE ON participants
  WHEN OLD.session_id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER participants_insert_over BEFORE INSERT ON participants
  WHEN EXISTS (SELECT 1 FROM participants WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER participants_insert_signed BEFORE INSERT ON participants
  WHEN NEW.session_id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER participants_update BEFORE UPDATE ON participants
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER sessions_delete_signed BEFORE DELETE ON sessions
  WHEN OLD.id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER sessions_insert_signed BEFORE INSERT ON sessions
  WHEN NEW.id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER sessions_update BEFORE UPDATE ON sessions
  WHEN NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER sessions_update_signed BEFORE UPDATE ON sessions
  WHEN OLD.id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER vital_signs_delete_signed BEFORE DELETE ON vital_signs
  WHEN (SELECT participant_id FROM entries WHERE id = OLD.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER vital_signs_insert_over BEFORE INSERT ON vital_signs
  WHEN EXISTS (SELECT 1 FROM vital_signs WHERE entry_id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER vital_signs_insert_signed BEFORE INSERT ON vital_signs
  WHEN (SELECT participant_id FROM entries WHERE id = NEW.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER vital_signs_update BEFORE UPDATE ON vital_signs
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

PRAGMA user_version = 2;
