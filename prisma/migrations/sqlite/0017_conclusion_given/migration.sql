-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_council_session" (
    "member_id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "session_on" TEXT,
    "conclusions" TEXT NOT NULL,
    "given" TEXT NOT NULL DEFAULT '[]',
    "changed_at" BIGINT,

    PRIMARY KEY ("member_id", "cluster_id", "quarter"),
    CONSTRAINT "council_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "council_session_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_council_session" ("changed_at", "cluster_id", "conclusions", "member_id", "quarter", "session_on", "state") SELECT "changed_at", "cluster_id", "conclusions", "member_id", "quarter", "session_on", "state" FROM "council_session";
DROP TABLE "council_session";
ALTER TABLE "new_council_session" RENAME TO "council_session";
CREATE INDEX "council_session_quarter_idx" ON "council_session"("quarter");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
