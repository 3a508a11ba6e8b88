-- DropIndex
DROP INDEX "extension_effect_key_key";

-- CreateTable
CREATE TABLE "launch_draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "changed_at" BIGINT NOT NULL,
    CONSTRAINT "launch_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_launch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '{}',
    "cluster_ids" TEXT NOT NULL,
    "unit_ids" TEXT,
    "acknowledge_by" TEXT,
    "created_by" TEXT NOT NULL,
    "sent_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "changed_at" BIGINT,
    "next_stage_on" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "effect_key" TEXT NOT NULL,
    CONSTRAINT "launch_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_launch" ("acknowledge_by", "body", "cluster_ids", "created_by", "document", "effect_key", "id", "sent_at", "title") SELECT "acknowledge_by", "body", "cluster_ids", "created_by", "document", "effect_key", "id", "sent_at", "title" FROM "launch";
DROP TABLE "launch";
ALTER TABLE "new_launch" RENAME TO "launch";
CREATE UNIQUE INDEX "launch_effect_key_key" ON "launch"("effect_key");
CREATE INDEX "launch_next_stage_on_idx" ON "launch"("next_stage_on");
CREATE TABLE "new_launch_receipt" (
    "launch_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "unit_id" TEXT NOT NULL,
    "acknowledged_at" BIGINT,
    "acknowledged_by" TEXT,
    "registration" TEXT,
    "registration_state" TEXT NOT NULL DEFAULT 'none',
    "registration_note" TEXT,

    PRIMARY KEY ("launch_id", "unit_id"),
    CONSTRAINT "launch_receipt_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launch" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "launch_receipt_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "launch_receipt_acknowledged_by_fkey" FOREIGN KEY ("acknowledged_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_launch_receipt" ("acknowledged_at", "acknowledged_by", "launch_id", "position", "unit_id") SELECT "acknowledged_at", "acknowledged_by", "launch_id", "position", "unit_id" FROM "launch_receipt";
DROP TABLE "launch_receipt";
ALTER TABLE "new_launch_receipt" RENAME TO "launch_receipt";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "launch_draft_person_id_idx" ON "launch_draft"("person_id");
