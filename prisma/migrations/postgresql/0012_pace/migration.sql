-- CreateTable
CREATE TABLE "pace" (
    "name" TEXT NOT NULL,
    "taken_at_ms" TEXT NOT NULL,
    "paused_until_ms" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("name")
);
