-- AlterTable
ALTER TABLE "council_session" ADD COLUMN     "given" TEXT NOT NULL DEFAULT '[]';
