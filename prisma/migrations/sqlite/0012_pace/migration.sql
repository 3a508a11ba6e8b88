-- CreateTable
CREATE TABLE "pace" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "taken_at_ms" TEXT NOT NULL,
    "paused_until_ms" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL
);
