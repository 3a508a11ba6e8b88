-- CreateTable
CREATE TABLE "task_pair" (
    "one_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "is_same" BOOLEAN NOT NULL,

    PRIMARY KEY ("one_id", "other_id"),
    CONSTRAINT "task_pair_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "task_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
