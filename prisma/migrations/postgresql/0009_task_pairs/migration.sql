-- CreateTable
CREATE TABLE "task_pair" (
    "one_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "is_same" BOOLEAN NOT NULL,

    CONSTRAINT "task_pair_pkey" PRIMARY KEY ("one_id","other_id")
);

-- AddForeignKey
ALTER TABLE "task_pair" ADD CONSTRAINT "task_pair_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "task_pair" ADD CONSTRAINT "task_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
