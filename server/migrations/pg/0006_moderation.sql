CREATE TABLE "moderation_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"part" text NOT NULL,
	"community_id" text NOT NULL,
	"author_id" text NOT NULL,
	"official" boolean NOT NULL,
	"excerpt" text NOT NULL,
	"content" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"cause" text,
	"shown" boolean NOT NULL,
	"label" integer,
	"trace_id" text,
	"reason" text,
	"note" text,
	"hidden_by" text,
	"decided_by" text,
	"appeal_text" text,
	"appealed_at" bigint,
	"appeal_outcome" text,
	"appeal_answer" text,
	"waits_since" bigint,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"check_id" text NOT NULL,
	"reporter_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "hidden_why" text;--> statement-breakpoint
ALTER TABLE "moderation_checks" ADD CONSTRAINT "moderation_checks_community_id_divisions_code_fk" FOREIGN KEY ("community_id") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_checks" ADD CONSTRAINT "moderation_checks_author_id_persons_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_reports" ADD CONSTRAINT "moderation_reports_check_id_moderation_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."moderation_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_reports" ADD CONSTRAINT "moderation_reports_reporter_id_persons_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_checks_once" ON "moderation_checks" USING btree ("kind","subject_id","part");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_checks_trace" ON "moderation_checks" USING btree ("trace_id");--> statement-breakpoint
CREATE INDEX "moderation_checks_queue" ON "moderation_checks" USING btree ("community_id","waits_since","id");--> statement-breakpoint
CREATE INDEX "moderation_checks_hidden" ON "moderation_checks" USING btree ("community_id","state","changed_at","id");--> statement-breakpoint
CREATE INDEX "moderation_checks_author" ON "moderation_checks" USING btree ("author_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "moderation_checks_state" ON "moderation_checks" USING btree ("state","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_reports_once" ON "moderation_reports" USING btree ("check_id","reporter_id");