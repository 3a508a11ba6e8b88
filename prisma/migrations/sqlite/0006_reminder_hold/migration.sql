-- CreateTable
CREATE TABLE "reminder_hold" (
    "person_id" TEXT NOT NULL,
    "obligation_id" TEXT NOT NULL,
    "until" TEXT,

    PRIMARY KEY ("obligation_id", "person_id"),
    CONSTRAINT "reminder_hold_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "reminder_hold_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateIndex
CREATE INDEX "notice_addressee_id_state_idx" ON "notice"("addressee_id", "state");
