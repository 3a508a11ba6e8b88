-- AlterTable
ALTER TABLE "living_message" ADD COLUMN     "posted_as" TEXT;
