-- DropIndex
DROP INDEX "report_effect_key_key";

-- AlterTable
ALTER TABLE "obligation" ADD COLUMN "meeting" TEXT;
ALTER TABLE "obligation" ADD COLUMN "step" TEXT;

-- AlterTable
ALTER TABLE "report" ADD COLUMN "contested_at" BIGINT;
ALTER TABLE "report" ADD COLUMN "contested_by" TEXT;
ALTER TABLE "report" ADD COLUMN "evidence" TEXT;
ALTER TABLE "report" ADD COLUMN "said_by" TEXT;
ALTER TABLE "report" ADD COLUMN "settled_at" BIGINT;
ALTER TABLE "report" ADD COLUMN "source" TEXT;
ALTER TABLE "report" ADD COLUMN "step" TEXT;

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code_hash" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "person_id" TEXT,
    CONSTRAINT "invitation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "invitation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "extension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "obligation_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "wanted_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided_at" BIGINT,
    "effect_key" TEXT NOT NULL,
    CONSTRAINT "extension_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT,
    "reminders" BOOLEAN NOT NULL DEFAULT true
);
INSERT INTO "new_person" ("address", "id", "locale", "name", "title") SELECT "address", "id", "locale", "name", "title" FROM "person";
DROP TABLE "person";
ALTER TABLE "new_person" RENAME TO "person";
CREATE TABLE "new_task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan_id" TEXT,
    "no" TEXT NOT NULL,
    "parent_id" TEXT,
    "section" TEXT,
    "title" TEXT NOT NULL,
    "deadline_words" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "withdrawn_on" TEXT,
    "work_kind" TEXT,
    "evidence" TEXT,
    "confirmation" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_task" ("deadline_words", "id", "no", "parent_id", "parties", "plan_id", "rules", "section", "title", "withdrawn_on") SELECT "deadline_words", "id", "no", "parent_id", "parties", "plan_id", "rules", "section", "title", "withdrawn_on" FROM "task";
DROP TABLE "task";
ALTER TABLE "new_task" RENAME TO "task";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");

-- CreateIndex
CREATE INDEX "invitation_unit_id_idx" ON "invitation"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_effect_key_key" ON "extension"("effect_key");

-- CreateIndex
CREATE INDEX "extension_obligation_id_idx" ON "extension"("obligation_id");

-- CreateIndex
CREATE INDEX "extension_state_idx" ON "extension"("state");

-- CreateIndex
CREATE INDEX "report_contested_at_idx" ON "report"("contested_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_effect_key_obligation_id_key" ON "report"("effect_key", "obligation_id");
