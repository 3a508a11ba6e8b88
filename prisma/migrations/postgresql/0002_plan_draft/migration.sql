-- CreateTable
CREATE TABLE "plan_draft" (
    "id" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" BIGINT NOT NULL,
    "file_name" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "decisions" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "plan_id" TEXT,
    "effect_key" TEXT,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "plan_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_draft_effect_key_key" ON "plan_draft"("effect_key");

-- CreateIndex
CREATE INDEX "plan_draft_state_idx" ON "plan_draft"("state");

-- CreateIndex
CREATE INDEX "plan_draft_plan_id_idx" ON "plan_draft"("plan_id");

-- AddForeignKey
ALTER TABLE "plan_draft" ADD CONSTRAINT "plan_draft_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_draft" ADD CONSTRAINT "plan_draft_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
