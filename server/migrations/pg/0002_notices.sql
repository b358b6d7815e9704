CREATE TABLE "notice_reads" (
	"digest" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"until" bigint
);
--> statement-breakpoint
CREATE TABLE "notice_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"version" integer NOT NULL,
	"words" jsonb NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"division" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"starts_at" bigint,
	"ends_at" bigint,
	"valid_until" bigint NOT NULL,
	"listed_until" bigint NOT NULL,
	"urgent" boolean NOT NULL,
	"pinned" boolean NOT NULL,
	"rank" integer NOT NULL,
	"phone" text,
	"status" text NOT NULL,
	"withdraw_reason" text,
	"withdrawn_at" bigint,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	"corrected_at" bigint,
	"changed_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"reads" integer DEFAULT 0 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice_reads" ADD CONSTRAINT "notice_reads_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_versions" ADD CONSTRAINT "notice_versions_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_division_divisions_code_fk" FOREIGN KEY ("division") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_reads_until" ON "notice_reads" USING btree ("until");--> statement-breakpoint
CREATE INDEX "notice_reads_notice" ON "notice_reads" USING btree ("notice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_versions_once" ON "notice_versions" USING btree ("notice_id","version");--> statement-breakpoint
CREATE INDEX "notices_listed" ON "notices" USING btree ("division","listed_until");--> statement-breakpoint
CREATE INDEX "notices_managed" ON "notices" USING btree ("division","created_at","id");