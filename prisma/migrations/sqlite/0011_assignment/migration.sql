-- CreateTable
CREATE TABLE "assignment" (
    "task_id" TEXT NOT NULL PRIMARY KEY,
    "given_by" TEXT NOT NULL,
    "given_at" BIGINT NOT NULL,
    "cluster_id" TEXT,
    "due_at" BIGINT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "changed_at" BIGINT,
    "change_key" TEXT,
    "next_stage_at" BIGINT,
    "effect_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "assignment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "assignment_given_by_fkey" FOREIGN KEY ("given_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "assignment_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
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
    "given" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_task" ("confirmation", "deadline_words", "evidence", "id", "no", "parent_id", "parties", "plan_id", "rules", "section", "title", "withdrawn_on", "work_kind") SELECT "confirmation", "deadline_words", "evidence", "id", "no", "parent_id", "parties", "plan_id", "rules", "section", "title", "withdrawn_on", "work_kind" FROM "task";
DROP TABLE "task";
ALTER TABLE "new_task" RENAME TO "task";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "assignment_effect_key_key" ON "assignment"("effect_key");

-- CreateIndex
CREATE INDEX "assignment_next_stage_at_idx" ON "assignment"("next_stage_at");
