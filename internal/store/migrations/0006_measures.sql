-- Questionnaires: their definitions as they were used, the forms, the reviews
-- of the risk a form spoke of, and which forms are due when.

-- One more shelf: a CHECK can only be changed by making the table anew.
DROP TRIGGER library_update;
DROP TRIGGER library_delete;
CREATE TABLE library_anew (
  kind    TEXT NOT NULL CHECK (kind IN ('screening_item', 'consent_text', 'course_template', 'note_outline', 'emergency_plan', 'methods', 'session_plan', 'mark_set', 'leaving', 'handout', 'records_rule', 'fees', 'measures')),
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

-- A definition as a form was answered with it, so that the records can be
-- scored without the program. It never changes.
CREATE TABLE instruments (
  id      TEXT NOT NULL CHECK (id <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  body    TEXT NOT NULL CHECK (json_type(body) = 'object'),
  at      TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER instruments_insert_over BEFORE INSERT ON instruments
  WHEN EXISTS (SELECT 1 FROM instruments WHERE id = NEW.id AND version = NEW.version)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER instruments_update BEFORE UPDATE ON instruments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER instruments_delete BEFORE DELETE ON instruments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Forms. A finished one does not change but to be struck, once; only one in
-- which nothing was answered can go. at_risk is 1 while an answer speaks of a
-- risk that nobody has reviewed: it goes with the answer or after a review, and
-- no form is struck before.
CREATE TABLE responses (
  id                 TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id          TEXT NOT NULL REFERENCES clients (id),
  instrument_id      TEXT NOT NULL,
  instrument_version INTEGER NOT NULL,
  answered_at        TEXT NOT NULL CHECK (length(answered_at) = 24),
  zone               TEXT NOT NULL CHECK (zone <> ''),
  answered_by        TEXT NOT NULL CHECK (answered_by IN ('asked', 'self', 'paper')),
  answers            TEXT NOT NULL CHECK (json_type(answers) = 'object'),
  score              INTEGER,
  finished_at        TEXT NOT NULL CHECK (finished_at = '' OR length(finished_at) = 24),
  struck_at          TEXT NOT NULL CHECK (struck_at = '' OR length(struck_at) = 24),
  struck_reason      TEXT NOT NULL,
  at_risk            INTEGER NOT NULL CHECK (at_risk IN (0, 1)),
  created_at         TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at         TEXT NOT NULL CHECK (length(updated_at) = 24),
  version            INTEGER NOT NULL CHECK (version > 0),
  FOREIGN KEY (instrument_id, instrument_version) REFERENCES instruments (id, version),
  CHECK ((struck_at = '') = (struck_reason = '') AND (struck_at = '' OR finished_at <> ''))
) STRICT;
CREATE INDEX responses_by_client ON responses (client_id, answered_at);
CREATE INDEX responses_at_risk ON responses (answered_at) WHERE at_risk = 1;
CREATE TRIGGER responses_insert_over BEFORE INSERT ON responses
  WHEN EXISTS (SELECT 1 FROM responses WHERE id = NEW.id AND (finished_at <> '' OR client_id <> NEW.client_id OR created_at <> NEW.created_at
    OR instrument_id <> NEW.instrument_id OR instrument_version <> NEW.instrument_version))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER responses_update BEFORE UPDATE ON responses
  WHEN OLD.struck_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.created_at <> OLD.created_at
    OR NEW.instrument_id <> OLD.instrument_id OR NEW.instrument_version <> OLD.instrument_version
    OR OLD.finished_at <> '' AND (NEW.answers <> OLD.answers OR NEW.score IS NOT OLD.score
      OR NEW.finished_at <> OLD.finished_at OR NEW.answered_at <> OLD.answered_at OR NEW.zone <> OLD.zone OR NEW.answered_by <> OLD.answered_by)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER responses_insert_risk BEFORE INSERT ON responses
  WHEN (NEW.at_risk = 0 OR NEW.struck_at <> '') AND EXISTS (SELECT 1 FROM instruments i, json_each(i.body, '$.items') item
    WHERE i.id = NEW.instrument_id AND i.version = NEW.instrument_version AND item.value ->> '$.safety'
    AND NEW.answers ->> ('$."' || (item.value ->> '$.link_id') || '"') > (SELECT min(value ->> '$.value') FROM json_each(i.body, '$.choices'))
    AND NOT EXISTS (SELECT 1 FROM risk_reviews r WHERE r.response_id = NEW.id AND r.link_id = item.value ->> '$.link_id'
      AND r.answer = NEW.answers ->> ('$."' || r.link_id || '"')))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER responses_update_risk BEFORE UPDATE ON responses
  WHEN (NEW.at_risk = 0 OR NEW.struck_at <> '') AND EXISTS (SELECT 1 FROM instruments i, json_each(i.body, '$.items') item
    WHERE i.id = NEW.instrument_id AND i.version = NEW.instrument_version AND item.value ->> '$.safety'
    AND NEW.answers ->> ('$."' || (item.value ->> '$.link_id') || '"') > (SELECT min(value ->> '$.value') FROM json_each(i.body, '$.choices'))
    AND NOT EXISTS (SELECT 1 FROM risk_reviews r WHERE r.response_id = NEW.id AND r.link_id = item.value ->> '$.link_id'
      AND r.answer = NEW.answers ->> ('$."' || r.link_id || '"')))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER responses_delete BEFORE DELETE ON responses
  WHEN OLD.finished_at <> '' OR OLD.answers <> '{}' OR OLD.score IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What was found and done when a form spoke of a risk. Written once.
CREATE TABLE risk_reviews (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  response_id TEXT NOT NULL REFERENCES responses (id),
  link_id     TEXT NOT NULL CHECK (link_id <> ''),
  answer      INTEGER NOT NULL,
  risk        TEXT NOT NULL CHECK (risk IN ('no_concern', 'watch', 'act_on_plan')),
  text        TEXT NOT NULL CHECK (text <> ''),
  safety_plan TEXT NOT NULL,
  at          TEXT NOT NULL CHECK (length(at) = 24)
) STRICT;
CREATE INDEX risk_reviews_by_response ON risk_reviews (response_id);
CREATE TRIGGER risk_reviews_insert_over BEFORE INSERT ON risk_reviews
  WHEN EXISTS (SELECT 1 FROM risk_reviews WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER risk_reviews_update BEFORE UPDATE ON risk_reviews
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER risk_reviews_delete BEFORE DELETE ON risk_reviews
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- A client's own plan of forms, where it is not the practice's.
CREATE TABLE measure_plans (
  client_id  TEXT PRIMARY KEY REFERENCES clients (id),
  body       TEXT NOT NULL CHECK (json_type(body) = 'object'),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
  version    INTEGER NOT NULL CHECK (version > 0)
) STRICT;
