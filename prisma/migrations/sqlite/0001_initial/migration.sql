-- CreateTable
CREATE TABLE "organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT,
    "settings" TEXT,
    "directory_revision" INTEGER NOT NULL DEFAULT 0,
    "book_revision" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "cluster_kind" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "calendar" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "contact" TEXT,
    CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "unit_successor" (
    "unit_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "successor_id" TEXT NOT NULL,

    PRIMARY KEY ("unit_id", "position"),
    CONSTRAINT "unit_successor_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "unit_successor_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "cluster" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TEXT,
    "valid_to" TEXT,
    CONSTRAINT "cluster_kind_fkey" FOREIGN KEY ("kind") REFERENCES "cluster_kind" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "membership" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "cluster_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    CONSTRAINT "membership_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT
);

-- CreateTable
CREATE TABLE "identity" (
    "channel" TEXT NOT NULL,
    "user_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,

    PRIMARY KEY ("channel", "user_key"),
    CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "cluster_id" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "appointment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "appointment_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "chat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "chat_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "thread" TEXT,
    "cluster_id" TEXT,
    "person_id" TEXT,
    "locale" TEXT,
    "free_questions" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    CONSTRAINT "chat_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "chat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan_id" TEXT,
    "no" TEXT NOT NULL,
    "parent_id" TEXT,
    "section" TEXT,
    "title" TEXT NOT NULL,
    "deadline_words" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "withdrawn_on" TEXT,
    CONSTRAINT "task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "movement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "task_id" TEXT,
    "name" TEXT NOT NULL,
    "origin" TEXT,
    "lead_words" TEXT NOT NULL,
    "period_words" TEXT NOT NULL,
    CONSTRAINT "movement_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "movement_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER,
    "held_on" TEXT,
    "base_year" INTEGER,
    "stated_count" INTEGER,
    CONSTRAINT "event_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "task_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "period_key" TEXT NOT NULL,
    "owner_kind" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "cluster_id" TEXT,
    "words" TEXT NOT NULL,
    "exclusive" BOOLEAN NOT NULL,
    "named_on" TEXT,
    "due_on" TEXT,
    "last_on" TEXT,
    "due_minute" INTEGER,
    "overdue_from" TEXT,
    "state" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "reason" TEXT,
    "done_on" TEXT,
    "changed_at" BIGINT NOT NULL,
    "next_stage_on" TEXT,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "obligation_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "obligation_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "reported_at" BIGINT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "reason" TEXT,
    "effect_key" TEXT NOT NULL,
    CONSTRAINT "report_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "launch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "cluster_ids" TEXT NOT NULL,
    "acknowledge_by" TEXT,
    "created_by" TEXT NOT NULL,
    "sent_at" BIGINT NOT NULL,
    "effect_key" TEXT NOT NULL,
    CONSTRAINT "launch_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "launch_receipt" (
    "launch_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "unit_id" TEXT NOT NULL,
    "acknowledged_at" BIGINT,
    "acknowledged_by" TEXT,

    PRIMARY KEY ("launch_id", "unit_id"),
    CONSTRAINT "launch_receipt_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launch" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "launch_receipt_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "launch_receipt_acknowledged_by_fkey" FOREIGN KEY ("acknowledged_by") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "addressee_kind" TEXT NOT NULL,
    "addressee_id" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "state" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT,
    "holder" TEXT,
    "free_from_ms" BIGINT NOT NULL DEFAULT 0,
    "line_count" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "line" (
    "obligation_id" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "addressee_kind" TEXT NOT NULL,
    "addressee_id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,

    PRIMARY KEY ("obligation_id", "due_on", "stage", "addressee_kind", "addressee_id"),
    CONSTRAINT "line_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "line_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "notice_id" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "chat_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "message_key" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doubts" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "delivery_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "living_message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "message_key" TEXT,
    "wanted" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,
    "behind" BOOLEAN NOT NULL,
    "holder" TEXT,
    "free_from_ms" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "living_message_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "inbox" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "update_key" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" TEXT,
    "received_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT
);

-- CreateTable
CREATE TABLE "menu" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "chat_key" TEXT NOT NULL,
    "actions" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "dialogue" (
    "person_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "message_key" TEXT,

    PRIMARY KEY ("person_id", "chat_id"),
    CONSTRAINT "dialogue_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "dialogue_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "audit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "acted_at" BIGINT NOT NULL,
    "person_id" TEXT,
    "chat_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "tick" (
    "work" TEXT NOT NULL PRIMARY KEY,
    "last_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until_ms" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_code_key" ON "cluster"("code");

-- CreateIndex
CREATE INDEX "membership_cluster_id_idx" ON "membership"("cluster_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_channel_chat_key_key" ON "chat"("channel", "chat_key");

-- CreateIndex
CREATE INDEX "obligation_last_on_due_on_idx" ON "obligation"("last_on", "due_on");

-- CreateIndex
CREATE INDEX "obligation_due_on_idx" ON "obligation"("due_on");

-- CreateIndex
CREATE INDEX "obligation_overdue_from_idx" ON "obligation"("overdue_from");

-- CreateIndex
CREATE INDEX "obligation_next_stage_on_idx" ON "obligation"("next_stage_on");

-- CreateIndex
CREATE INDEX "obligation_owner_id_idx" ON "obligation"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_task_id_rule_id_period_key_owner_kind_owner_id_key" ON "obligation"("task_id", "rule_id", "period_key", "owner_kind", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_effect_key_key" ON "report"("effect_key");

-- CreateIndex
CREATE INDEX "report_obligation_id_idx" ON "report"("obligation_id");

-- CreateIndex
CREATE UNIQUE INDEX "launch_effect_key_key" ON "launch"("effect_key");

-- CreateIndex
CREATE INDEX "notice_state_due_at_idx" ON "notice"("state", "due_at");

-- CreateIndex
CREATE INDEX "notice_subject_id_idx" ON "notice"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_kind_addressee_kind_addressee_id_slot_key" ON "notice"("kind", "addressee_kind", "addressee_id", "slot");

-- CreateIndex
CREATE INDEX "line_notice_id_idx" ON "line"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_notice_id_part_key" ON "delivery"("notice_id", "part");

-- CreateIndex
CREATE INDEX "living_message_behind_free_from_ms_idx" ON "living_message"("behind", "free_from_ms");

-- CreateIndex
CREATE UNIQUE INDEX "living_message_kind_subject_chat_id_key" ON "living_message"("kind", "subject", "chat_id");

-- CreateIndex
CREATE INDEX "inbox_state_sequence_idx" ON "inbox"("state", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_bot_update_key_key" ON "inbox"("channel", "bot", "update_key");

-- CreateIndex
CREATE UNIQUE INDEX "menu_channel_chat_key_code_key" ON "menu"("channel", "chat_key", "code");

-- CreateIndex
CREATE INDEX "audit_subject_idx" ON "audit"("subject");
