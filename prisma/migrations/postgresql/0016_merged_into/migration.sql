-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "merged_into" TEXT;

-- CreateIndex
CREATE INDEX "notice_merged_into_idx" ON "notice"("merged_into");
