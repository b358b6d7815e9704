CREATE TABLE "undo_codes" (
	"act_id" text PRIMARY KEY NOT NULL,
	"digits_index" text NOT NULL,
	"digits_sealed" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "helps" ADD COLUMN "ward_born_sealed" text;--> statement-breakpoint
ALTER TABLE "helps" ADD COLUMN "adult_at" bigint;--> statement-breakpoint
ALTER TABLE "helps" ADD COLUMN "guardian_agreed_at" bigint;--> statement-breakpoint
ALTER TABLE "undo_codes" ADD CONSTRAINT "undo_codes_act_id_helped_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."helped_acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "undo_codes_digits" ON "undo_codes" USING btree ("digits_index");--> statement-breakpoint
CREATE INDEX "undo_codes_end" ON "undo_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "helps_adult" ON "helps" USING btree ("ended_at","adult_at");