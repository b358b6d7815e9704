ALTER TABLE "activities" ADD COLUMN "waitlist_capacity" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "household_limit" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "min_age" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "max_age" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "gender" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "real_name_required" boolean;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "guardian_required" boolean;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "insurance_required" boolean;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "health_pledge" boolean;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "accessibility" jsonb;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "gcj02" jsonb;