-- AlterTable
ALTER TABLE "inbox" ADD COLUMN "holder" TEXT;
