-- The live session: calls, leaving, entries moved to another chart, and the
-- clock a session goes by.

ALTER TABLE settings ADD COLUMN rest_minutes INTEGER NOT NULL DEFAULT 10 CHECK (rest_minutes BETWEEN 1 AND 60);
ALTER TABLE settings ADD COLUMN recheck_minutes INTEGER NOT NULL DEFAULT 5 CHECK (recheck_minutes BETWEEN 1 AND 60);
ALTER TABLE settings ADD COLUMN cover_minutes INTEGER NOT NULL DEFAULT 0 CHECK (cover_minutes BETWEEN 0 AND 240);
ALTER TABLE settings ADD COLUMN hide_names INTEGER NOT NULL DEFAULT 0 CHECK (hide_names IN (0, 1));
ALTER TABLE settings ADD COLUMN single_keys INTEGER NOT NULL DEFAULT 1 CHECK (single_keys IN (0, 1));
ALTER TABLE settings ADD COLUMN key_map TEXT NOT NULL DEFAULT '{}' CHECK (json_type(key_map) = 'object');

-- More shelves: a CHECK can only be changed by making the table anew.
DROP TRIGGER library_update;
DROP TRIGGER library_delete;
CREATE TABLE library_anew (
  kind    TEXT NOT NULL CHECK (kind IN ('screening_item', 'consent_text', 'course_template', 'note_outline', 'emergency_plan', 'methods', 'session_plan', 'mark_set', 'leaving')),
  key     TEXT NOT NULL CHECK (key <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  body    TEXT NOT NULL CHECK (json_type(body) = 'object'),
  at      TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (kind, key, version)
) STRICT, WITHOUT ROWID;
INSERT INTO library_anew SELECT kind, key, version, body, at FROM library;
DROP TABLE library;
ALTER TABLE library_anew RENAME TO library;
CREATE TRIGGER library_update BEFORE UPDATE ON library
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER library_delete BEFORE DELETE ON library
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Whom an observation of the kind "call" reached.
CREATE TABLE calls (
  entry_id TEXT PRIMARY KEY,
  kind     TEXT NOT NULL DEFAULT 'observation' CHECK (kind = 'observation'),
  callee   TEXT NOT NULL CHECK (callee IN ('emergency_services', 'prescriber', 'emergency_contact', 'chaperone', 'client', 'ride', 'other')),
  name     TEXT NOT NULL,
  number   TEXT NOT NULL,
  reached  TEXT NOT NULL CHECK (reached IN ('', 'no', 'yes')),
  FOREIGN KEY (entry_id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER calls_insert_over BEFORE INSERT ON calls
  WHEN EXISTS (SELECT 1 FROM calls WHERE entry_id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;
CREATE TRIGGER calls_insert_signed BEFORE INSERT ON calls
  WHEN (SELECT participant_id FROM entries WHERE id = NEW.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER calls_update BEFORE UPDATE ON calls
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;
CREATE TRIGGER calls_delete_signed BEFORE DELETE ON calls
  WHEN (SELECT participant_id FROM entries WHERE id = OLD.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

-- How a participant left a dosing session.
CREATE TABLE leavings (
  participant_id TEXT PRIMARY KEY REFERENCES participants (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  ending         TEXT NOT NULL CHECK (ending IN ('discharged', 'transferred', 'left_against_advice', 'no_dose')),
  form           TEXT NOT NULL CHECK (json_type(form) = 'object'),
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE TRIGGER leavings_insert_signed BEFORE INSERT ON leavings
  WHEN NEW.participant_id IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER leavings_update_signed BEFORE UPDATE ON leavings
  WHEN OLD.participant_id IN signed_participants OR NEW.participant_id <> OLD.participant_id
  BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER leavings_delete BEFORE DELETE ON leavings
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Entries made under the wrong client. Only a move named here changes whose an
-- entry is.
CREATE TABLE moves (
  id               TEXT PRIMARY KEY CHECK (length(id) = 36),
  entry_id         TEXT NOT NULL REFERENCES entries (id),
  from_participant TEXT NOT NULL REFERENCES participants (id),
  to_participant   TEXT NOT NULL REFERENCES participants (id) CHECK (to_participant <> from_participant),
  reason           TEXT NOT NULL CHECK (reason <> ''),
  at               TEXT NOT NULL CHECK (length(at) = 24)
) STRICT;
CREATE INDEX moves_by_entry ON moves (entry_id);
CREATE INDEX moves_to ON moves (to_participant);
CREATE TRIGGER moves_insert_over BEFORE INSERT ON moves
  WHEN EXISTS (SELECT 1 FROM moves WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER moves_insert_from BEFORE INSERT ON moves
  WHEN NEW.from_participant IS NOT (SELECT participant_id FROM entries WHERE id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;
CREATE TRIGGER moves_insert_signed BEFORE INSERT ON moves
  WHEN NEW.from_participant IN signed_participants OR NEW.to_participant IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER moves_update BEFORE UPDATE ON moves
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER moves_delete BEFORE DELETE ON moves
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
DROP TRIGGER entries_update;

-- What a running session shows follows from its doses, its readings and a few
-- observations, the steps. They are found by themselves, however long the log.
ALTER TABLE entries ADD COLUMN step INTEGER NOT NULL DEFAULT 0 CHECK (step IN (0, 1));
UPDATE entries SET step = 1 WHERE participant_id NOT IN signed_participants
  AND id IN (SELECT entry_id FROM observations WHERE word IN ('connection_lost', 'connection_restored'));
DROP INDEX entries_by_participant;
CREATE INDEX entries_by_kind ON entries (participant_id, kind, at);
CREATE INDEX entries_steps ON entries (participant_id, at) WHERE step = 1;

CREATE TRIGGER entries_update BEFORE UPDATE ON entries
  WHEN OLD.struck_at <> '' AND (NEW.struck_at <> OLD.struck_at OR NEW.struck_reason <> OLD.struck_reason)
    OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind
    OR NEW.at <> OLD.at OR NEW.recorded_at <> OLD.recorded_at OR NEW.corrects_id IS NOT OLD.corrects_id
    OR NEW.step <> OLD.step
    OR NEW.participant_id <> OLD.participant_id AND NEW.participant_id IS NOT
      (SELECT to_participant FROM moves WHERE entry_id = OLD.id ORDER BY rowid DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

-- What the computer's steady clock said when a session began, so that the
-- session's own clock stays right when the other one is set: `boot` names the
-- run of the computer, `steady_ms` counts from its start, sleep included;
-- `told_ms` is what the time of day was ahead when the log last told of it.
CREATE TABLE session_clocks (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id),
  boot       TEXT NOT NULL CHECK (boot <> ''),
  steady_ms  INTEGER NOT NULL CHECK (steady_ms >= 0),
  at         TEXT NOT NULL CHECK (length(at) = 24),
  told_ms    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TRIGGER session_clocks_delete BEFORE DELETE ON session_clocks
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
