CREATE TABLE "seat_answers" (
	"change_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "seat_answers_change_id_person_id_pk" PRIMARY KEY("change_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "seat_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"seat_id" text NOT NULL,
	"to_id" text,
	"by_id" text,
	"how" text NOT NULL,
	"state" text NOT NULL,
	"pending_of" text,
	"note" text DEFAULT '' NOT NULL,
	"at" bigint NOT NULL,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"door_index" text NOT NULL,
	"community_id" text NOT NULL,
	"place_code" text NOT NULL,
	"head_id" text,
	"representative_id" text,
	"how" text,
	"area" bigint,
	"basis" text,
	"owners" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_totals" (
	"place_code" text PRIMARY KEY NOT NULL,
	"units" integer NOT NULL,
	"area" bigint NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
DROP INDEX "residencies_once";--> statement-breakpoint
ALTER TABLE "residencies" ADD COLUMN "owning" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "residencies" ADD COLUMN "cert_tail_sealed" text;--> statement-breakpoint
ALTER TABLE "residencies" ADD COLUMN "adult_at" bigint;--> statement-breakpoint
ALTER TABLE "residencies" ADD COLUMN "urged_at" bigint;--> statement-breakpoint
ALTER TABLE "seat_answers" ADD CONSTRAINT "seat_answers_change_id_seat_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."seat_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_answers" ADD CONSTRAINT "seat_answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_to_id_persons_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_community_id_divisions_code_fk" FOREIGN KEY ("community_id") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_place_code_places_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_head_id_persons_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_representative_id_persons_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_totals" ADD CONSTRAINT "unit_totals_place_code_places_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."places"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_totals" ADD CONSTRAINT "unit_totals_entered_by_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "seat_changes_pending" ON "seat_changes" USING btree ("pending_of");--> statement-breakpoint
CREATE INDEX "seat_changes_seat" ON "seat_changes" USING btree ("seat_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "seats_once" ON "seats" USING btree ("door_index","purpose");--> statement-breakpoint
CREATE INDEX "seats_place" ON "seats" USING btree ("place_code","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "residencies_once" ON "residencies" USING btree ("person_id","door_index","owning");