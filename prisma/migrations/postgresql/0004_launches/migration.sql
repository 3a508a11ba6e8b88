-- AlterTable
ALTER TABLE "launch" ADD COLUMN     "changed_at" BIGINT,
ADD COLUMN     "details" TEXT NOT NULL DEFAULT '{}',
ADD COLUMN     "next_stage_on" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'sent',
ADD COLUMN     "unit_ids" TEXT;

-- AlterTable
ALTER TABLE "launch_receipt" ADD COLUMN     "registration" TEXT,
ADD COLUMN     "registration_note" TEXT,
ADD COLUMN     "registration_state" TEXT NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "obligation" ADD COLUMN     "meeting" TEXT,
ADD COLUMN     "step" TEXT;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "contested_at" BIGINT,
ADD COLUMN     "contested_by" TEXT,
ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "said_by" TEXT,
ADD COLUMN     "settled_at" BIGINT,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "step" TEXT;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "confirmation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "work_kind" TEXT;

-- CreateTable
CREATE TABLE "extension" (
    "id" TEXT NOT NULL,
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

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "launch_draft" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "changed_at" BIGINT NOT NULL,

    CONSTRAINT "launch_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "extension_effect_key_key" ON "extension"("effect_key");

-- CreateIndex
CREATE INDEX "extension_obligation_id_idx" ON "extension"("obligation_id");

-- CreateIndex
CREATE INDEX "extension_state_idx" ON "extension"("state");

-- CreateIndex
CREATE INDEX "launch_draft_person_id_idx" ON "launch_draft"("person_id");

-- CreateIndex
CREATE INDEX "launch_next_stage_on_idx" ON "launch"("next_stage_on");

-- CreateIndex
CREATE INDEX "report_contested_at_idx" ON "report"("contested_at");

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "launch_draft" ADD CONSTRAINT "launch_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
