ALTER TABLE "notices" ADD COLUMN "places" jsonb;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "age_from" integer;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "age_to" integer;