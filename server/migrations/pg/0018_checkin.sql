CREATE TABLE "activity_pictures" (
	"file" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"place" integer NOT NULL,
	"alt" text NOT NULL,
	"agreed_by" text NOT NULL,
	"guardians_agreed" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"signup_id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"how" text NOT NULL,
	"recorded_by" text,
	"at" bigint NOT NULL,
	"synced_at" bigint NOT NULL,
	"undone_at" bigint,
	"undone_by" text,
	"undone_why" text
);
--> statement-breakpoint
CREATE TABLE "checkin_settings" (
	"activity_id" text PRIMARY KEY NOT NULL,
	"modes" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checkin_tries" (
	"activity_id" text NOT NULL,
	"person_id" text NOT NULL,
	"tries" integer NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "checkin_tries_activity_id_person_id_pk" PRIMARY KEY("activity_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "excuses" (
	"signup_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"excused_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"activity_id" text NOT NULL,
	"person_id" text NOT NULL,
	"rating" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ratings_activity_id_person_id_pk" PRIMARY KEY("activity_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "gave_back_at" bigint;--> statement-breakpoint
ALTER TABLE "activity_pictures" ADD CONSTRAINT "activity_pictures_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_pictures" ADD CONSTRAINT "activity_pictures_agreed_by_persons_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_signup_id_signups_id_fk" FOREIGN KEY ("signup_id") REFERENCES "public"."signups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_recorded_by_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_undone_by_persons_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkin_settings" ADD CONSTRAINT "checkin_settings_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkin_settings" ADD CONSTRAINT "checkin_settings_set_by_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkin_tries" ADD CONSTRAINT "checkin_tries_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkin_tries" ADD CONSTRAINT "checkin_tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excuses" ADD CONSTRAINT "excuses_signup_id_signups_id_fk" FOREIGN KEY ("signup_id") REFERENCES "public"."signups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excuses" ADD CONSTRAINT "excuses_excused_by_persons_id_fk" FOREIGN KEY ("excused_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_pictures_place" ON "activity_pictures" USING btree ("activity_id","place");--> statement-breakpoint
CREATE INDEX "attendances_activity" ON "attendances" USING btree ("activity_id","undone_at");--> statement-breakpoint
CREATE INDEX "checkin_tries_since" ON "checkin_tries" USING btree ("since");--> statement-breakpoint
CREATE INDEX "ratings_person" ON "ratings" USING btree ("person_id");