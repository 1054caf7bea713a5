-- Backups by themselves: how often, and on closing.
ALTER TABLE settings ADD COLUMN backup_every_days INTEGER NOT NULL DEFAULT 1 CHECK (backup_every_days IN (0, 1, 7));
ALTER TABLE settings ADD COLUMN backup_on_close INTEGER NOT NULL DEFAULT 1 CHECK (backup_on_close IN (0, 1));

-- A random id (UUID, version 4) that backups bear, so that rotation knows
-- those of this practice from all others in the folder.
INSERT INTO meta (key, value)
  SELECT 'practice_id', lower(substr(r, 1, 8) || '-' || substr(r, 9, 4) || '-4' || substr(r, 14, 3) || '-' ||
    substr('89AB', 1 + (random() & 3), 1) || substr(r, 18, 3) || '-' || substr(r, 21, 12))
  FROM (SELECT hex(randomblob(16)) AS r);

-- Where the person was when the records were locked is no unfinished text:
-- keeping it is no change that a backup would be made for.
INSERT INTO meta (key, value) SELECT 'place', body FROM drafts WHERE key = 'place';
DELETE FROM drafts WHERE key = 'place';
