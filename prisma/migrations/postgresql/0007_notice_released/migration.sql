-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "released" BOOLEAN NOT NULL DEFAULT false;
