CREATE TABLE "children" (
	"id" text PRIMARY KEY NOT NULL,
	"guardian_id" text NOT NULL,
	"name_sealed" text NOT NULL,
	"born_sealed" text NOT NULL,
	"relation" text NOT NULL,
	"consent_version" text NOT NULL,
	"consent_at" bigint NOT NULL,
	"data_consent" boolean NOT NULL,
	"slot" integer NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX "signups_once";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "offered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "offers_until" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "participant" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "child_id" text;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "household" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "offer_until" bigint;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "declared" jsonb;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "consent_version" text;--> statement-breakpoint
ALTER TABLE "children" ADD CONSTRAINT "children_guardian_id_persons_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "children_slot" ON "children" USING btree ("guardian_id","slot");--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_offers" ON "activities" USING btree ("offers_until");--> statement-breakpoint
CREATE INDEX "signups_participant" ON "signups" USING btree ("participant");--> statement-breakpoint
CREATE INDEX "signups_household" ON "signups" USING btree ("activity_id","household");--> statement-breakpoint
UPDATE "signups" SET "participant" = "person_id", "household" = "person_id";--> statement-breakpoint
CREATE UNIQUE INDEX "signups_once" ON "signups" USING btree ("activity_id","participant");