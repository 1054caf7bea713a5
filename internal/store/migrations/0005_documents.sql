-- What leaves the practice: who received what, requests for records, charges.

ALTER TABLE practice ADD COLUMN ein TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN records_rule TEXT NOT NULL DEFAULT 'hipaa' CHECK (records_rule <> '');
ALTER TABLE clients ADD COLUMN diagnoses TEXT NOT NULL DEFAULT '[]' CHECK (json_type(diagnoses) = 'array');

-- More shelves: a CHECK can only be changed by making the table anew.
DROP TRIGGER library_update;
DROP TRIGGER library_delete;
CREATE TABLE library_anew (
  kind    TEXT NOT NULL CHECK (kind IN ('screening_item', 'consent_text', 'course_template', 'note_outline', 'emergency_plan', 'methods', 'session_plan', 'mark_set', 'leaving', 'handout', 'records_rule', 'fees')),
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

-- The mark at the head of documents, encoded anew from the file it came from.
CREATE TABLE logo (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  png BLOB NOT NULL CHECK (length(png) BETWEEN 1 AND 1000000)
) STRICT;

-- A document that left. It is written once and does not change.
CREATE TABLE disclosures (
  id              TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id       TEXT NOT NULL REFERENCES clients (id),
  session_id      TEXT NOT NULL,
  at              TEXT NOT NULL CHECK (length(at) = 24),
  kind            TEXT NOT NULL CHECK (kind <> ''),
  way             TEXT NOT NULL CHECK (way IN ('saved', 'printed')),
  reader          TEXT NOT NULL CHECK (reader IN ('record', 'client', 'prescriber', 'other')),
  recipient       TEXT NOT NULL,
  purpose         TEXT NOT NULL,
  parts           TEXT NOT NULL CHECK (json_type(parts) = 'array'),
  left_out        TEXT NOT NULL,
  release_consent TEXT REFERENCES consents (id),
  release_reason  TEXT NOT NULL,
  request_id      TEXT,
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
  pages           INTEGER NOT NULL CHECK (pages > 0),
  protected       INTEGER NOT NULL CHECK (protected IN (0, 1))
) STRICT;
CREATE INDEX disclosures_by_client ON disclosures (client_id, at);
CREATE TRIGGER disclosures_insert_over BEFORE INSERT ON disclosures
  WHEN EXISTS (SELECT 1 FROM disclosures WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER disclosures_update BEFORE UPDATE ON disclosures
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER disclosures_delete BEFORE DELETE ON disclosures
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What was last chosen for a document and a reader.
CREATE TABLE document_choices (
  kind   TEXT NOT NULL CHECK (kind <> ''),
  reader TEXT NOT NULL CHECK (reader IN ('record', 'client', 'prescriber', 'other')),
  parts  TEXT NOT NULL CHECK (json_type(parts) = 'array'),
  at     TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (kind, reader)
) STRICT, WITHOUT ROWID;

-- Requests for records. One that was answered does not change; an extension,
-- once given, stays.
CREATE TABLE records_requests (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id      TEXT NOT NULL REFERENCES clients (id),
  asked_on       TEXT NOT NULL CHECK (length(asked_on) = 10),
  asked_by       TEXT NOT NULL CHECK (asked_by IN ('client', 'representative', 'other')),
  asker          TEXT NOT NULL CHECK ((asker = '') = (asked_by = 'client')),
  asked_for      TEXT NOT NULL CHECK (asked_for IN ('inspection', 'copies', 'accounting')),
  what           TEXT NOT NULL CHECK (what <> ''),
  rule           TEXT NOT NULL CHECK (json_type(rule) = 'object'),
  due_on         TEXT NOT NULL CHECK (length(due_on) = 10),
  extended_on    TEXT NOT NULL CHECK (extended_on = '' OR length(extended_on) = 10),
  extended_to    TEXT NOT NULL CHECK (extended_to = '' OR length(extended_to) = 10),
  extended_why   TEXT NOT NULL,
  outcome        TEXT NOT NULL CHECK (outcome IN ('', 'released', 'partly', 'denied', 'withdrawn')),
  answered_on    TEXT NOT NULL CHECK (answered_on = '' OR length(answered_on) = 10),
  released_what  TEXT NOT NULL,
  denied_what    TEXT NOT NULL,
  denied_why     TEXT NOT NULL,
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0),
  CHECK ((outcome = '') = (answered_on = '')),
  CHECK ((extended_on = '') = (extended_to = '') AND (extended_on = '') = (extended_why = '')),
  CHECK ((released_what <> '') = (outcome IN ('released', 'partly'))),
  CHECK ((denied_what <> '') = (outcome IN ('denied', 'partly')) AND (denied_why <> '') = (denied_what <> ''))
) STRICT;
CREATE INDEX records_requests_by_client ON records_requests (client_id, asked_on);
CREATE INDEX records_requests_open ON records_requests (due_on) WHERE outcome = '';
CREATE TRIGGER records_requests_insert_over BEFORE INSERT ON records_requests
  WHEN EXISTS (SELECT 1 FROM records_requests WHERE id = NEW.id AND outcome <> '')
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER records_requests_update BEFORE UPDATE ON records_requests
  WHEN OLD.outcome <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.rule <> OLD.rule
    OR OLD.extended_on <> '' AND (NEW.extended_on <> OLD.extended_on OR NEW.extended_why <> OLD.extended_why)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER records_requests_delete BEFORE DELETE ON records_requests
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What a session costs: one row for each code. Money is in cents.
CREATE TABLE charges (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  participant_id TEXT NOT NULL REFERENCES participants (id),
  cpt            TEXT NOT NULL CHECK (length(cpt) = 5),
  words          TEXT NOT NULL CHECK (words <> ''),
  units          INTEGER NOT NULL CHECK (units BETWEEN 1 AND 99),
  fee_cents      INTEGER NOT NULL CHECK (fee_cents BETWEEN 0 AND 100000000),
  paid_cents     INTEGER NOT NULL CHECK (paid_cents BETWEEN 0 AND 100000000),
  pos            TEXT NOT NULL CHECK (length(pos) = 2),
  diagnoses      TEXT NOT NULL CHECK (json_type(diagnoses) = 'array'),
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX charges_by_participant ON charges (participant_id);
