CREATE TABLE "helped_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"help_id" text NOT NULL,
	"person_id" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"at" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "helps" (
	"id" text PRIMARY KEY NOT NULL,
	"helper_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kinship" text NOT NULL,
	"channel" text NOT NULL,
	"community_id" text,
	"recorded_by" text,
	"began_at" bigint NOT NULL,
	"used_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"pair" text,
	"slot" text
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "helper_id" text;--> statement-breakpoint
ALTER TABLE "helped_acts" ADD CONSTRAINT "helped_acts_help_id_helps_id_fk" FOREIGN KEY ("help_id") REFERENCES "public"."helps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helped_acts" ADD CONSTRAINT "helped_acts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_helper_id_persons_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helped_acts_person" ON "helped_acts" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "helped_acts_help" ON "helped_acts" USING btree ("help_id");--> statement-breakpoint
CREATE INDEX "helped_acts_at" ON "helped_acts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "helps_pair" ON "helps" USING btree ("pair");--> statement-breakpoint
CREATE UNIQUE INDEX "helps_slot" ON "helps" USING btree ("slot");--> statement-breakpoint
CREATE INDEX "helps_helper" ON "helps" USING btree ("helper_id","ended_at");--> statement-breakpoint
CREATE INDEX "helps_person" ON "helps" USING btree ("person_id","ended_at");