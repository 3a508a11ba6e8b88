-- AlterTable
ALTER TABLE "living_message" RENAME COLUMN "posted_as" TO "shown_as";
