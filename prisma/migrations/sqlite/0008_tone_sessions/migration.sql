-- CreateTable
CREATE TABLE "council_session" (
    "member_id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "session_on" TEXT,
    "conclusions" TEXT NOT NULL,
    "changed_at" BIGINT,

    PRIMARY KEY ("member_id", "cluster_id", "quarter"),
    CONSTRAINT "council_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "council_session_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "contact" TEXT,
    "tone" TEXT NOT NULL DEFAULT 'usual',
    CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_unit" ("aliases", "code", "contact", "id", "kind", "name", "parent_id", "valid_from", "valid_to") SELECT "aliases", "code", "contact", "id", "kind", "name", "parent_id", "valid_from", "valid_to" FROM "unit";
DROP TABLE "unit";
ALTER TABLE "new_unit" RENAME TO "unit";
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "council_session_quarter_idx" ON "council_session"("quarter");
