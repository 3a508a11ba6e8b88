-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "stands_for" TEXT;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "starts_on" TEXT,
ADD COLUMN     "takes_over" TEXT;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "confirmed_on" TEXT,
ADD COLUMN     "former" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "hand_over" (
    "id" TEXT NOT NULL,
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
    "effect_key" TEXT NOT NULL,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_effect_key_key" ON "hand_over"("effect_key");

-- CreateIndex
CREATE INDEX "hand_over_given_at_idx" ON "hand_over"("given_at");

-- CreateIndex
CREATE INDEX "hand_over_taken_at_idx" ON "hand_over"("taken_at");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_stands_for_fkey" FOREIGN KEY ("stands_for") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_takes_over_fkey" FOREIGN KEY ("takes_over") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
