-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "addressee_kind" TEXT NOT NULL,
    "addressee_id" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "state" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "released" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT,
    "holder" TEXT,
    "free_from_ms" BIGINT NOT NULL DEFAULT 0,
    "line_count" INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "new_notice" ("addressee_id", "addressee_kind", "attempts", "cause", "due_at", "free_from_ms", "holder", "id", "kind", "late", "line_count", "slot", "state", "subject_id", "subject_kind") SELECT "addressee_id", "addressee_kind", "attempts", "cause", "due_at", "free_from_ms", "holder", "id", "kind", "late", "line_count", "slot", "state", "subject_id", "subject_kind" FROM "notice";
DROP TABLE "notice";
ALTER TABLE "new_notice" RENAME TO "notice";
CREATE INDEX "notice_state_due_at_idx" ON "notice"("state", "due_at");
CREATE INDEX "notice_subject_id_idx" ON "notice"("subject_id");
CREATE INDEX "notice_addressee_id_state_idx" ON "notice"("addressee_id", "state");
CREATE UNIQUE INDEX "notice_kind_addressee_kind_addressee_id_slot_key" ON "notice"("kind", "addressee_kind", "addressee_id", "slot");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
