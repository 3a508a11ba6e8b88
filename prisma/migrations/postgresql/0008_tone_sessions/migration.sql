-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "tone" TEXT NOT NULL DEFAULT 'usual';

-- CreateTable
CREATE TABLE "council_session" (
    "member_id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "session_on" TEXT,
    "conclusions" TEXT NOT NULL,
    "changed_at" BIGINT,

    CONSTRAINT "council_session_pkey" PRIMARY KEY ("member_id","cluster_id","quarter")
);

-- CreateIndex
CREATE INDEX "council_session_quarter_idx" ON "council_session"("quarter");

-- AddForeignKey
ALTER TABLE "council_session" ADD CONSTRAINT "council_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "council_session" ADD CONSTRAINT "council_session_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
