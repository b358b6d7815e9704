CREATE TABLE "place_numbers" (
	"series" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"code" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text,
	"grid_code" text,
	"area_code" text,
	"closed_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relative_declarations" (
	"person_id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relatives" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"relation" text NOT NULL,
	"phone_index" text NOT NULL,
	"phone_mask" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "door_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"community_id" text NOT NULL,
	"digits_index" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"residency_id" text
);
--> statement-breakpoint
CREATE TABLE "residencies" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"community_id" text NOT NULL,
	"place_code" text NOT NULL,
	"door_sealed" text NOT NULL,
	"door_index" text NOT NULL,
	"kind" text NOT NULL,
	"since" bigint NOT NULL,
	"evidence" text NOT NULL,
	"status" text NOT NULL,
	"primary_of" text,
	"submitted_at" bigint,
	"due_at" bigint,
	"at_door_at" bigint,
	"decided_at" bigint,
	"decided_by" text,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"confirm_by" bigint,
	"reminded_of" bigint,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_community_id_divisions_code_fk" FOREIGN KEY ("community_id") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relative_declarations" ADD CONSTRAINT "relative_declarations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relatives" ADD CONSTRAINT "relatives_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_codes" ADD CONSTRAINT "door_codes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_codes" ADD CONSTRAINT "door_codes_community_id_divisions_code_fk" FOREIGN KEY ("community_id") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_codes" ADD CONSTRAINT "door_codes_residency_id_residencies_id_fk" FOREIGN KEY ("residency_id") REFERENCES "public"."residencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residencies" ADD CONSTRAINT "residencies_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residencies" ADD CONSTRAINT "residencies_community_id_divisions_code_fk" FOREIGN KEY ("community_id") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residencies" ADD CONSTRAINT "residencies_place_code_places_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residencies" ADD CONSTRAINT "residencies_decided_by_persons_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "places_name" ON "places" USING btree ("community_id","kind","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "relatives_once" ON "relatives" USING btree ("person_id","phone_index");--> statement-breakpoint
CREATE INDEX "relatives_phone" ON "relatives" USING btree ("phone_index");--> statement-breakpoint
CREATE UNIQUE INDEX "door_codes_digits" ON "door_codes" USING btree ("digits_index");--> statement-breakpoint
CREATE INDEX "door_codes_person" ON "door_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "door_codes_end" ON "door_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "residencies_once" ON "residencies" USING btree ("person_id","door_index");--> statement-breakpoint
CREATE UNIQUE INDEX "residencies_primary" ON "residencies" USING btree ("primary_of");--> statement-breakpoint
CREATE INDEX "residencies_queue" ON "residencies" USING btree ("community_id","status","due_at","id");--> statement-breakpoint
CREATE INDEX "residencies_door" ON "residencies" USING btree ("door_index","status");--> statement-breakpoint
CREATE INDEX "residencies_end" ON "residencies" USING btree ("status","confirm_by");