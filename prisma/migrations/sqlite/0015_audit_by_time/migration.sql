-- AlterTable
ALTER TABLE "person" DROP COLUMN "locale";

-- CreateIndex
CREATE INDEX "audit_acted_at_idx" ON "audit"("acted_at");
