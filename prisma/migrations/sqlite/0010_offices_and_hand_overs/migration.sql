-- CreateTable
CREATE TABLE "hand_over" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "what" TEXT NOT NULL,
    "unit_id" TEXT,
    "cluster_id" TEXT,
    "giver_id" TEXT NOT NULL,
    "taker_id" TEXT NOT NULL,
    "takes_effect_on" TEXT NOT NULL,
    "given_by" TEXT,
    "given_at" BIGINT,
    "taken_by" TEXT,
    "taken_at" BIGINT,
    "effect_key" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_appointment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "cluster_id" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "stands_for" TEXT,
    CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "appointment_stands_for_fkey" FOREIGN KEY ("stands_for") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "appointment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "appointment_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_appointment" ("cluster_id", "id", "person_id", "role", "unit_id", "valid_from", "valid_to") SELECT "cluster_id", "id", "person_id", "role", "unit_id", "valid_from", "valid_to" FROM "appointment";
DROP TABLE "appointment";
ALTER TABLE "new_appointment" RENAME TO "appointment";
CREATE TABLE "new_invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code_hash" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "person_id" TEXT,
    "takes_over" TEXT,
    "starts_on" TEXT,
    CONSTRAINT "invitation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "invitation_takes_over_fkey" FOREIGN KEY ("takes_over") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "invitation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_invitation" ("code_hash", "created_at", "created_by", "expires_at", "id", "person_id", "role", "state", "unit_id") SELECT "code_hash", "created_at", "created_by", "expires_at", "id", "person_id", "role", "state", "unit_id" FROM "invitation";
DROP TABLE "invitation";
ALTER TABLE "new_invitation" RENAME TO "invitation";
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");
CREATE INDEX "invitation_unit_id_idx" ON "invitation"("unit_id");
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
    "former" TEXT NOT NULL DEFAULT '[]',
    "confirmed_on" TEXT,
    CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_unit" ("aliases", "code", "contact", "id", "kind", "name", "parent_id", "tone", "valid_from", "valid_to") SELECT "aliases", "code", "contact", "id", "kind", "name", "parent_id", "tone", "valid_from", "valid_to" FROM "unit";
DROP TABLE "unit";
ALTER TABLE "new_unit" RENAME TO "unit";
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_effect_key_key" ON "hand_over"("effect_key");

-- CreateIndex
CREATE INDEX "hand_over_given_at_idx" ON "hand_over"("given_at");

-- CreateIndex
CREATE INDEX "hand_over_taken_at_idx" ON "hand_over"("taken_at");
