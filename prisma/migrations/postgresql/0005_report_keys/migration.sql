-- DropIndex
DROP INDEX "report_effect_key_key";

-- CreateIndex
CREATE UNIQUE INDEX "report_effect_key_obligation_id_key" ON "report"("effect_key", "obligation_id");
