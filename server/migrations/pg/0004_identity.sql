CREATE TABLE "identities" (
	"person_id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"name_sealed" text,
	"name_mask" text,
	"number_sealed" text,
	"number_index" text,
	"number_mask" text,
	"subject_sealed" text,
	"subject_index" text,
	"verified_at" bigint NOT NULL,
	"verified_by" text,
	"community_id" text,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"provider" text NOT NULL,
	"ticket_sealed" text NOT NULL,
	"started_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"field" text NOT NULL,
	"reason" text NOT NULL,
	"actor_id" text NOT NULL,
	"community_id" text NOT NULL,
	"at" bigint NOT NULL,
	"outcome" text,
	"note" text,
	"reviewer_id" text,
	"reviewed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"at" bigint NOT NULL,
	"channel" text NOT NULL,
	"evidence_hash" text NOT NULL,
	"revoked_at" bigint,
	"current" text
);
--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "real_name_at" bigint;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "left_at" bigint;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_attempts" ADD CONSTRAINT "identity_attempts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_actor_id_persons_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "identities_number" ON "identities" USING btree ("number_index");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_subject" ON "identities" USING btree ("subject_index");--> statement-breakpoint
CREATE INDEX "identities_community" ON "identities" USING btree ("community_id","verified_at");--> statement-breakpoint
CREATE INDEX "identity_attempts_person" ON "identity_attempts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "identity_attempts_end" ON "identity_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "reveals_waiting" ON "reveals" USING btree ("outcome","at","id");--> statement-breakpoint
CREATE INDEX "reveals_person" ON "reveals" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "reveals_actor" ON "reveals" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_current" ON "consents" USING btree ("current");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "persons_left" ON "persons" USING btree ("left_at");