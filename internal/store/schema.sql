CREATE TABLE addenda (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  note_id     TEXT NOT NULL REFERENCES notes (id),
  at          TEXT NOT NULL CHECK (length(at) = 24),
  zone        TEXT NOT NULL,
  text        TEXT NOT NULL CHECK (text <> ''),
  signed_name TEXT NOT NULL CHECK (signed_name <> '')
) STRICT;

CREATE TABLE adverse_additions (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  event_id   TEXT NOT NULL REFERENCES adverse_events (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;

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

CREATE TABLE attachment_bytes (
  attachment_id TEXT PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  content       BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 20000000)
) STRICT;

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

CREATE TABLE calls (
  entry_id TEXT PRIMARY KEY,
  kind     TEXT NOT NULL DEFAULT 'observation' CHECK (kind = 'observation'),
  callee   TEXT NOT NULL CHECK (callee IN ('emergency_services', 'prescriber', 'emergency_contact', 'chaperone', 'client', 'ride', 'other')),
  name     TEXT NOT NULL,
  number   TEXT NOT NULL,
  reached  TEXT NOT NULL CHECK (reached IN ('', 'no', 'yes')),
  FOREIGN KEY (entry_id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) STRICT;

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
, diagnoses TEXT NOT NULL DEFAULT '[]' CHECK (json_type(diagnoses) = 'array')) STRICT;

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

CREATE TABLE day_checks (
  participant_id TEXT PRIMARY KEY REFERENCES participants (id),
  form           TEXT NOT NULL CHECK (json_type(form) = 'object'),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;

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

CREATE TABLE document_choices (
  kind   TEXT NOT NULL CHECK (kind <> ''),
  reader TEXT NOT NULL CHECK (reader IN ('record', 'client', 'prescriber', 'other')),
  parts  TEXT NOT NULL CHECK (json_type(parts) = 'array'),
  at     TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (kind, reader)
) STRICT, WITHOUT ROWID;

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
  corrects_id    TEXT REFERENCES entries (id) CHECK (corrects_id <> id), step INTEGER NOT NULL DEFAULT 0 CHECK (step IN (0, 1)),
  UNIQUE (id, kind)
) STRICT;

CREATE TABLE flag_resolutions (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id  TEXT NOT NULL REFERENCES clients (id),
  item_key   TEXT NOT NULL CHECK (item_key <> ''),
  raised_at  TEXT NOT NULL CHECK (length(raised_at) = 24),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT;

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

CREATE TABLE instruments (
  id      TEXT NOT NULL CHECK (id <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  body    TEXT NOT NULL CHECK (json_type(body) = 'object'),
  at      TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE leavings (
  participant_id TEXT PRIMARY KEY REFERENCES participants (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  ending         TEXT NOT NULL CHECK (ending IN ('discharged', 'transferred', 'left_against_advice', 'no_dose')),
  form           TEXT NOT NULL CHECK (json_type(form) = 'object'),
  created_at     TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at     TEXT NOT NULL CHECK (length(updated_at) = 24),
  version        INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE "library" (
  kind    TEXT NOT NULL CHECK (kind IN ('screening_item', 'consent_text', 'course_template', 'note_outline', 'emergency_plan', 'methods', 'session_plan', 'mark_set', 'leaving', 'handout', 'records_rule', 'fees', 'measures')),
  key     TEXT NOT NULL CHECK (key <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  body    TEXT NOT NULL CHECK (json_type(body) = 'object'),
  at      TEXT NOT NULL CHECK (length(at) = 24),
  PRIMARY KEY (kind, key, version)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE logo (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  png BLOB NOT NULL CHECK (length(png) BETWEEN 1 AND 1000000)
) STRICT;

CREATE TABLE measure_plans (
  client_id  TEXT PRIMARY KEY REFERENCES clients (id),
  body       TEXT NOT NULL CHECK (json_type(body) = 'object'),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
  version    INTEGER NOT NULL CHECK (version > 0)
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

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE moves (
  id               TEXT PRIMARY KEY CHECK (length(id) = 36),
  entry_id         TEXT NOT NULL REFERENCES entries (id),
  from_participant TEXT NOT NULL REFERENCES participants (id),
  to_participant   TEXT NOT NULL REFERENCES participants (id) CHECK (to_participant <> from_participant),
  reason           TEXT NOT NULL CHECK (reason <> ''),
  at               TEXT NOT NULL CHECK (length(at) = 24)
) STRICT;

CREATE TABLE note_revisions (
  note_id   TEXT NOT NULL REFERENCES notes (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  kept_at   TEXT NOT NULL CHECK (length(kept_at) = 24),
  sections  TEXT NOT NULL CHECK (json_type(sections) = 'array'),
  risk      TEXT NOT NULL,
  risk_text TEXT NOT NULL, methods TEXT NOT NULL DEFAULT '[]' CHECK (json_type(methods) = 'array'),
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
, methods TEXT NOT NULL DEFAULT '[]' CHECK (json_type(methods) = 'array')) STRICT;

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
, ein TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE preparations (
  client_id    TEXT PRIMARY KEY REFERENCES clients (id),
  form         TEXT NOT NULL CHECK (json_type(form) = 'object'),
  completed_at TEXT NOT NULL CHECK (length(completed_at) IN (0, 24)),
  updated_at   TEXT NOT NULL CHECK (length(updated_at) = 24),
  version      INTEGER NOT NULL CHECK (version > 0)
) STRICT;

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

CREATE TABLE psychotherapy_notes (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  client_id  TEXT NOT NULL REFERENCES clients (id),
  text       TEXT NOT NULL CHECK (text <> ''),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 24)
) STRICT;

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

CREATE TABLE session_clocks (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id),
  boot       TEXT NOT NULL CHECK (boot <> ''),
  steady_ms  INTEGER NOT NULL CHECK (steady_ms >= 0),
  at         TEXT NOT NULL CHECK (length(at) = 24),
  told_ms    INTEGER NOT NULL DEFAULT 0
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
, contact TEXT NOT NULL DEFAULT '' CHECK (contact IN ('', 'in_person', 'phone', 'video', 'message', 'voicemail'))) STRICT;

CREATE TABLE settings (
  id                  INTEGER PRIMARY KEY CHECK (id = 1),
  auto_lock_minutes   INTEGER NOT NULL CHECK (auto_lock_minutes BETWEEN 1 AND 240),
  backup_folder       TEXT NOT NULL,
  window_hours        INTEGER NOT NULL CHECK (window_hours BETWEEN 36 AND 96),
  first_stage_hours   INTEGER NOT NULL CHECK (first_stage_hours BETWEEN 1 AND window_hours),
  backup_overdue_days INTEGER NOT NULL CHECK (backup_overdue_days BETWEEN 1 AND 90)
, backup_every_days INTEGER NOT NULL DEFAULT 1 CHECK (backup_every_days IN (0, 1, 7)), backup_on_close INTEGER NOT NULL DEFAULT 1 CHECK (backup_on_close IN (0, 1)), session_minutes INTEGER NOT NULL DEFAULT 50 CHECK (session_minutes BETWEEN 10 AND 480), dosing_minutes INTEGER NOT NULL DEFAULT 180 CHECK (dosing_minutes BETWEEN 30 AND 600), discharge_minutes INTEGER NOT NULL DEFAULT 120 CHECK (discharge_minutes BETWEEN 30 AND 480), fasting_hours INTEGER NOT NULL DEFAULT 4 CHECK (fasting_hours BETWEEN 0 AND 24), lost_minutes INTEGER NOT NULL DEFAULT 5 CHECK (lost_minutes BETWEEN 1 AND 60), screening_months INTEGER NOT NULL DEFAULT 6 CHECK (screening_months BETWEEN 1 AND 24), notice_days INTEGER NOT NULL DEFAULT 14 CHECK (notice_days BETWEEN 0 AND 90), retention_years INTEGER NOT NULL DEFAULT 7 CHECK (retention_years BETWEEN 1 AND 50), retention_minor_years INTEGER NOT NULL DEFAULT 7 CHECK (retention_minor_years BETWEEN 1 AND 50), rest_minutes INTEGER NOT NULL DEFAULT 10 CHECK (rest_minutes BETWEEN 1 AND 60), recheck_minutes INTEGER NOT NULL DEFAULT 5 CHECK (recheck_minutes BETWEEN 1 AND 60), cover_minutes INTEGER NOT NULL DEFAULT 0 CHECK (cover_minutes BETWEEN 0 AND 240), hide_names INTEGER NOT NULL DEFAULT 0 CHECK (hide_names IN (0, 1)), single_keys INTEGER NOT NULL DEFAULT 1 CHECK (single_keys IN (0, 1)), key_map TEXT NOT NULL DEFAULT '{}' CHECK (json_type(key_map) = 'object'), records_rule TEXT NOT NULL DEFAULT 'hipaa' CHECK (records_rule <> '')) STRICT;

CREATE TABLE starts (
  participant_id TEXT PRIMARY KEY REFERENCES participants (id),
  at             TEXT NOT NULL CHECK (length(at) = 24),
  clearance_id   TEXT REFERENCES clearances (id),
  readiness      TEXT NOT NULL CHECK (json_type(readiness) = 'object'),
  preparation    TEXT NOT NULL CHECK (json_type(preparation) = 'object'),
  day            TEXT NOT NULL CHECK (json_type(day) = 'object'),
  deviation      TEXT NOT NULL CHECK (deviation <> '' OR json_extract(readiness, '$.blocked') = 0)
) STRICT;

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

CREATE INDEX adverse_additions_by_event ON adverse_additions (event_id, created_at);

CREATE INDEX adverse_events_by_participant ON adverse_events (participant_id, at);

CREATE INDEX attachments_by_client ON attachments (client_id, created_at);

CREATE INDEX audit_by_act ON audit (act, seq);

CREATE INDEX charges_by_participant ON charges (participant_id);

CREATE INDEX clearances_by_client ON clearances (client_id, cleared_on);

CREATE INDEX clients_by_name ON clients (search_name, id);

CREATE INDEX clients_by_opened ON clients (opened_at);

CREATE INDEX commitments_by_client ON commitments (client_id, state, due_on);

CREATE INDEX commitments_open ON commitments (due_on) WHERE state = 'open';

CREATE INDEX consents_by_client ON consents (client_id, signed_on);

CREATE INDEX courses_by_client ON courses (client_id, started_at);

CREATE UNIQUE INDEX courses_open ON courses (client_id) WHERE completed_at = '';

CREATE INDEX disclosures_by_client ON disclosures (client_id, at);

CREATE INDEX entries_by_correction ON entries (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE INDEX entries_by_kind ON entries (participant_id, kind, at);

CREATE INDEX entries_steps ON entries (participant_id, at) WHERE step = 1;

CREATE INDEX flag_resolutions_by_client ON flag_resolutions (client_id, created_at);

CREATE INDEX inquiries_by_call ON inquiries (called_at);

CREATE INDEX medicines_by_client ON medicines (client_id, created_at);

CREATE INDEX moves_by_entry ON moves (entry_id);

CREATE INDEX moves_to ON moves (to_participant);

CREATE INDEX notes_unsigned ON notes (created_at) WHERE signed_at = '';

CREATE INDEX participants_by_client ON participants (client_id);

CREATE INDEX psychotherapy_notes_by_client ON psychotherapy_notes (client_id, created_at);

CREATE INDEX psychotherapy_releases_by_client ON psychotherapy_releases (client_id, released_at);

CREATE INDEX records_requests_by_client ON records_requests (client_id, asked_on);

CREATE INDEX records_requests_open ON records_requests (due_on) WHERE outcome = '';

CREATE INDEX responses_at_risk ON responses (answered_at) WHERE at_risk = 1;

CREATE INDEX responses_by_client ON responses (client_id, answered_at);

CREATE INDEX risk_reviews_by_response ON risk_reviews (response_id);

CREATE INDEX screenings_by_client ON screenings (client_id, created_at);

CREATE UNIQUE INDEX screenings_open ON screenings (client_id) WHERE completed_at = '';

CREATE INDEX sessions_by_dosing ON sessions (dosing_session_id) WHERE dosing_session_id IS NOT NULL;

CREATE INDEX sessions_by_start ON sessions (start_at);

CREATE INDEX starts_by_clearance ON starts (clearance_id) WHERE clearance_id IS NOT NULL;

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

CREATE TRIGGER adverse_additions_delete BEFORE DELETE ON adverse_additions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER adverse_additions_insert_over BEFORE INSERT ON adverse_additions
  WHEN EXISTS (SELECT 1 FROM adverse_additions WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER adverse_additions_update BEFORE UPDATE ON adverse_additions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER adverse_events_delete BEFORE DELETE ON adverse_events
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER adverse_events_insert_over BEFORE INSERT ON adverse_events
  WHEN EXISTS (SELECT 1 FROM adverse_events WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER adverse_events_update BEFORE UPDATE ON adverse_events
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER attachment_bytes_update BEFORE UPDATE ON attachment_bytes
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER attachments_update BEFORE UPDATE ON attachments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER audit_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER audit_insert BEFORE INSERT ON audit
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    OR NEW.prev <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
    OR EXISTS (SELECT 1 FROM audit WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER audit_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER calls_delete_signed BEFORE DELETE ON calls
  WHEN (SELECT participant_id FROM entries WHERE id = OLD.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER calls_insert_over BEFORE INSERT ON calls
  WHEN EXISTS (SELECT 1 FROM calls WHERE entry_id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER calls_insert_signed BEFORE INSERT ON calls
  WHEN (SELECT participant_id FROM entries WHERE id = NEW.entry_id) IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER calls_update BEFORE UPDATE ON calls
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER clearances_delete BEFORE DELETE ON clearances
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER clearances_update_suspended BEFORE UPDATE ON clearances
  WHEN OLD.suspended_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER clearances_update_used BEFORE UPDATE ON clearances
  WHEN EXISTS (SELECT 1 FROM starts WHERE clearance_id = OLD.id)
    AND ((NEW.prescriber_id, NEW.cleared_on, NEW.covers, NEW.systolic_max_mmhg, NEW.systolic_min_mmhg, NEW.diastolic_max_mmhg, NEW.heart_rate_max_bpm, NEW.heart_rate_min_bpm, NEW.spo2_min_percent)
      IS NOT (OLD.prescriber_id, OLD.cleared_on, OLD.covers, OLD.systolic_max_mmhg, OLD.systolic_min_mmhg, OLD.diastolic_max_mmhg, OLD.heart_rate_max_bpm, OLD.heart_rate_min_bpm, OLD.spo2_min_percent)
    OR (NEW.expires_on, NEW.conditions, NEW.dose_min_ug, NEW.dose_max_ug, NEW.route, NEW.form, NEW.booster_allowed, NEW.booster_max_ug, NEW.booster_earliest_min, NEW.sessions)
      IS NOT (OLD.expires_on, OLD.conditions, OLD.dose_min_ug, OLD.dose_max_ug, OLD.route, OLD.form, OLD.booster_allowed, OLD.booster_max_ug, OLD.booster_earliest_min, OLD.sessions))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER commitments_delete_signed BEFORE DELETE ON commitments
  WHEN OLD.participant_id IN signed_participants OR OLD.settled_in IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER commitments_insert_over BEFORE INSERT ON commitments
  WHEN EXISTS (SELECT 1 FROM commitments WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER commitments_insert_signed BEFORE INSERT ON commitments
  WHEN NEW.participant_id IN signed_participants OR NEW.settled_in IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER commitments_update BEFORE UPDATE ON commitments
  WHEN NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.participant_id <> OLD.participant_id OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER commitments_update_signed BEFORE UPDATE ON commitments
  WHEN (OLD.participant_id IN signed_participants AND (NEW.text <> OLD.text OR NEW.due_on <> OLD.due_on))
    OR ((NEW.state <> OLD.state OR NEW.settled_at <> OLD.settled_at OR NEW.settled_in IS NOT OLD.settled_in)
      AND (OLD.settled_in IN signed_participants OR NEW.settled_in IN signed_participants))
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER consents_delete BEFORE DELETE ON consents
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER consents_update BEFORE UPDATE ON consents
  WHEN OLD.revoked_on <> '' OR NEW.revoked_on = ''
    OR (NEW.id, NEW.client_id, NEW.kind, NEW.text_key, NEW.text_version, NEW.title, NEW.text, NEW.clauses, NEW.initials, NEW.recipient, NEW.scope)
      IS NOT (OLD.id, OLD.client_id, OLD.kind, OLD.text_key, OLD.text_version, OLD.title, OLD.text, OLD.clauses, OLD.initials, OLD.recipient, OLD.scope)
    OR (NEW.signed_on, NEW.expires_on, NEW.signed_by, NEW.signer_role, NEW.method, NEW.drawing, NEW.attachment_id, NEW.created_at)
      IS NOT (OLD.signed_on, OLD.expires_on, OLD.signed_by, OLD.signer_role, OLD.method, OLD.drawing, OLD.attachment_id, OLD.created_at)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER courses_delete BEFORE DELETE ON courses
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER courses_update_complete BEFORE UPDATE ON courses
  WHEN OLD.completed_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER day_checks_insert_begun BEFORE INSERT ON day_checks
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER day_checks_update_begun BEFORE UPDATE ON day_checks
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = OLD.participant_id) OR NEW.participant_id <> OLD.participant_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER disclosures_delete BEFORE DELETE ON disclosures
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER disclosures_insert_over BEFORE INSERT ON disclosures
  WHEN EXISTS (SELECT 1 FROM disclosures WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER disclosures_update BEFORE UPDATE ON disclosures
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

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
  WHEN OLD.struck_at <> '' AND (NEW.struck_at <> OLD.struck_at OR NEW.struck_reason <> OLD.struck_reason)
    OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind
    OR NEW.at <> OLD.at OR NEW.recorded_at <> OLD.recorded_at OR NEW.corrects_id IS NOT OLD.corrects_id
    OR NEW.step <> OLD.step
    OR NEW.participant_id <> OLD.participant_id AND NEW.participant_id IS NOT
      (SELECT to_participant FROM moves WHERE entry_id = OLD.id ORDER BY rowid DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER entries_update_signed BEFORE UPDATE ON entries
  WHEN OLD.participant_id IN signed_participants OR NEW.participant_id IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER flag_resolutions_delete BEFORE DELETE ON flag_resolutions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER flag_resolutions_insert_over BEFORE INSERT ON flag_resolutions
  WHEN EXISTS (SELECT 1 FROM flag_resolutions WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER flag_resolutions_update BEFORE UPDATE ON flag_resolutions
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER inquiries_delete_client BEFORE DELETE ON inquiries
  WHEN OLD.client_id IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER instruments_delete BEFORE DELETE ON instruments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER instruments_insert_over BEFORE INSERT ON instruments
  WHEN EXISTS (SELECT 1 FROM instruments WHERE id = NEW.id AND version = NEW.version)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER instruments_update BEFORE UPDATE ON instruments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER leavings_delete BEFORE DELETE ON leavings
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER leavings_insert_signed BEFORE INSERT ON leavings
  WHEN NEW.participant_id IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER leavings_update_signed BEFORE UPDATE ON leavings
  WHEN OLD.participant_id IN signed_participants OR NEW.participant_id <> OLD.participant_id
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER library_delete BEFORE DELETE ON library
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER library_update BEFORE UPDATE ON library
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER lifts_delete BEFORE DELETE ON lifts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER lifts_insert_begun BEFORE INSERT ON lifts
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER lifts_insert_over BEFORE INSERT ON lifts
  WHEN EXISTS (SELECT 1 FROM lifts WHERE id = NEW.id OR participant_id = NEW.participant_id AND check_key = NEW.check_key AND kind = NEW.kind)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER lifts_update BEFORE UPDATE ON lifts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER moves_delete BEFORE DELETE ON moves
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER moves_insert_from BEFORE INSERT ON moves
  WHEN NEW.from_participant IS NOT (SELECT participant_id FROM entries WHERE id = NEW.entry_id)
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER moves_insert_over BEFORE INSERT ON moves
  WHEN EXISTS (SELECT 1 FROM moves WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER moves_insert_signed BEFORE INSERT ON moves
  WHEN NEW.from_participant IN signed_participants OR NEW.to_participant IN signed_participants
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER moves_update BEFORE UPDATE ON moves
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

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

CREATE TRIGGER participants_insert_unready BEFORE INSERT ON participants
  WHEN (SELECT kind = 'dosing' AND actual_start <> '' FROM sessions WHERE id = NEW.session_id)
    AND NOT EXISTS (SELECT 1 FROM participants WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'unready'); END;

CREATE TRIGGER participants_update BEFORE UPDATE ON participants
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER preparations_update_complete BEFORE UPDATE ON preparations
  WHEN OLD.completed_at <> '' AND NEW.completed_at <> '' OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER psychotherapy_releases_delete BEFORE DELETE ON psychotherapy_releases
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER psychotherapy_releases_update BEFORE UPDATE ON psychotherapy_releases
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER records_requests_delete BEFORE DELETE ON records_requests
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER records_requests_insert_over BEFORE INSERT ON records_requests
  WHEN EXISTS (SELECT 1 FROM records_requests WHERE id = NEW.id AND outcome <> '')
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER records_requests_update BEFORE UPDATE ON records_requests
  WHEN OLD.outcome <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.rule <> OLD.rule
    OR OLD.extended_on <> '' AND (NEW.extended_on <> OLD.extended_on OR NEW.extended_why <> OLD.extended_why)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER responses_delete BEFORE DELETE ON responses
  WHEN OLD.finished_at <> '' OR OLD.answers <> '{}' OR OLD.score IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER responses_insert_over BEFORE INSERT ON responses
  WHEN EXISTS (SELECT 1 FROM responses WHERE id = NEW.id AND (finished_at <> '' OR client_id <> NEW.client_id OR created_at <> NEW.created_at
    OR instrument_id <> NEW.instrument_id OR instrument_version <> NEW.instrument_version))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER responses_insert_risk BEFORE INSERT ON responses
  WHEN (NEW.at_risk = 0 OR NEW.struck_at <> '') AND EXISTS (SELECT 1 FROM instruments i, json_each(i.body, '$.items') item
    WHERE i.id = NEW.instrument_id AND i.version = NEW.instrument_version AND item.value ->> '$.safety'
    AND NEW.answers ->> ('$."' || (item.value ->> '$.link_id') || '"') > (SELECT min(value ->> '$.value') FROM json_each(i.body, '$.choices'))
    AND NOT EXISTS (SELECT 1 FROM risk_reviews r WHERE r.response_id = NEW.id AND r.link_id = item.value ->> '$.link_id'
      AND r.answer = NEW.answers ->> ('$."' || r.link_id || '"')))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER responses_update BEFORE UPDATE ON responses
  WHEN OLD.struck_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.created_at <> OLD.created_at
    OR NEW.instrument_id <> OLD.instrument_id OR NEW.instrument_version <> OLD.instrument_version
    OR OLD.finished_at <> '' AND (NEW.answers <> OLD.answers OR NEW.score IS NOT OLD.score
      OR NEW.finished_at <> OLD.finished_at OR NEW.answered_at <> OLD.answered_at OR NEW.zone <> OLD.zone OR NEW.answered_by <> OLD.answered_by)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER responses_update_risk BEFORE UPDATE ON responses
  WHEN (NEW.at_risk = 0 OR NEW.struck_at <> '') AND EXISTS (SELECT 1 FROM instruments i, json_each(i.body, '$.items') item
    WHERE i.id = NEW.instrument_id AND i.version = NEW.instrument_version AND item.value ->> '$.safety'
    AND NEW.answers ->> ('$."' || (item.value ->> '$.link_id') || '"') > (SELECT min(value ->> '$.value') FROM json_each(i.body, '$.choices'))
    AND NOT EXISTS (SELECT 1 FROM risk_reviews r WHERE r.response_id = NEW.id AND r.link_id = item.value ->> '$.link_id'
      AND r.answer = NEW.answers ->> ('$."' || r.link_id || '"')))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER risk_reviews_delete BEFORE DELETE ON risk_reviews
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER risk_reviews_insert_over BEFORE INSERT ON risk_reviews
  WHEN EXISTS (SELECT 1 FROM risk_reviews WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER risk_reviews_update BEFORE UPDATE ON risk_reviews
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER screenings_delete BEFORE DELETE ON screenings
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER screenings_insert_over BEFORE INSERT ON screenings
  WHEN EXISTS (SELECT 1 FROM screenings WHERE id = NEW.id AND completed_at <> '')
    OR NEW.completed_at = '' AND EXISTS (SELECT 1 FROM screenings WHERE client_id = NEW.client_id AND completed_at = '' AND id <> NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER screenings_update_complete BEFORE UPDATE ON screenings
  WHEN OLD.completed_at <> '' OR NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER session_clocks_delete BEFORE DELETE ON session_clocks
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER sessions_delete_signed BEFORE DELETE ON sessions
  WHEN OLD.id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER sessions_insert_signed BEFORE INSERT ON sessions
  WHEN NEW.id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER sessions_insert_unready AFTER INSERT ON sessions
  WHEN NEW.kind = 'dosing' AND NEW.actual_start <> ''
  BEGIN SELECT RAISE(ABORT, 'unready'); END;

CREATE TRIGGER sessions_update BEFORE UPDATE ON sessions
  WHEN NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE(ABORT, 'rewritten'); END;

CREATE TRIGGER sessions_update_happened BEFORE UPDATE ON sessions
  WHEN NEW.actual_start <> '' AND NEW.actual_end = ''
    AND EXISTS (SELECT 1 FROM participants p JOIN starts s ON s.participant_id = p.id WHERE p.session_id = OLD.id AND s.deviation <> '')
  BEGIN SELECT RAISE(ABORT, 'unready'); END;

CREATE TRIGGER sessions_update_signed BEFORE UPDATE ON sessions
  WHEN OLD.id IN signed_sessions
  BEGIN SELECT RAISE(ABORT, 'signed'); END;

CREATE TRIGGER sessions_update_unready BEFORE UPDATE ON sessions
  WHEN NEW.kind = 'dosing' AND NEW.actual_start <> '' AND (OLD.kind <> 'dosing' OR OLD.actual_start = '')
    AND (NOT EXISTS (SELECT 1 FROM participants WHERE session_id = OLD.id)
      OR EXISTS (SELECT 1 FROM participants p LEFT JOIN starts s ON s.participant_id = p.id
        WHERE p.session_id = OLD.id AND s.participant_id IS NULL))
  BEGIN SELECT RAISE(ABORT, 'unready'); END;

CREATE TRIGGER starts_delete BEFORE DELETE ON starts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER starts_insert_begun BEFORE INSERT ON starts
  WHEN (SELECT s.kind <> 'dosing' OR s.actual_start <> '' OR s.cancelled_at <> '' FROM sessions s JOIN participants p ON p.session_id = s.id WHERE p.id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER starts_insert_over BEFORE INSERT ON starts
  WHEN EXISTS (SELECT 1 FROM starts WHERE participant_id = NEW.participant_id)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TRIGGER starts_update BEFORE UPDATE ON starts
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

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

PRAGMA user_version = 6;
