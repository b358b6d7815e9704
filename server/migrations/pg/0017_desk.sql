ALTER TABLE "activities" ADD COLUMN "drill" boolean;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "host_name" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "host_uscc" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "change_reason" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "moved_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "closing" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "archived_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "submitted_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "review_due_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "organization_name" text;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "uscc" text;--> statement-breakpoint
CREATE INDEX "activities_author" ON "activities" USING btree ("created_by","status");--> statement-breakpoint
CREATE INDEX "activities_host" ON "activities" USING btree ("host_uscc","community_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "activities_series" ON "activities" USING btree ("series_id","starts_at");--> statement-breakpoint
CREATE INDEX "activities_unarchived" ON "activities" USING btree ("archived_at","ends_at");--> statement-breakpoint
CREATE INDEX "activities_review" ON "activities" USING btree ("community_id","review_due_at","id") WHERE "activities"."status" = 'review';