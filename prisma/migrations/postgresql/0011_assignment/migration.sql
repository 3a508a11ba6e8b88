-- AlterTable
ALTER TABLE "task" ADD COLUMN     "given" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "assignment" (
    "task_id" TEXT NOT NULL,
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

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("task_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assignment_effect_key_key" ON "assignment"("effect_key");

-- CreateIndex
CREATE INDEX "assignment_next_stage_at_idx" ON "assignment"("next_stage_at");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_given_by_fkey" FOREIGN KEY ("given_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
