-- What has no day is asked about once a quarter: rows from before that have no next look, and the next tick gives them one.
UPDATE "obligation" SET "next_stage_on" = '2020-01-01'
WHERE "due_on" IS NULL AND "next_stage_on" IS NULL AND "state" IN ('not_started', 'in_progress', 'blocked', 'returned');
