-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "tone" TEXT NOT NULL DEFAULT 'usual';
