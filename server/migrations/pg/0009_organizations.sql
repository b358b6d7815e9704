CREATE TABLE "opinion_days" (
	"person_id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"sent" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"page" text NOT NULL,
	"wants_answer" boolean NOT NULL,
	"at" bigint NOT NULL,
	"answer_by" bigint,
	"answer" text,
	"answered_at" bigint,
	"answered_by" text,
	"correction" text,
	"corrected_at" bigint
);
--> statement-breakpoint
CREATE TABLE "organization_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"phone" text NOT NULL,
	"hours" text NOT NULL,
	"place" text NOT NULL,
	"position" integer NOT NULL,
	"checked_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "opinion_days" ADD CONSTRAINT "opinion_days_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_answered_by_persons_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_reports" ADD CONSTRAINT "organization_reports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_reports" ADD CONSTRAINT "organization_reports_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_community_id_divisions_code_fk" FOREIGN KEY ("community_id") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opinions_person" ON "opinions" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "opinions_at" ON "opinions" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_reports_once" ON "organization_reports" USING btree ("organization_id","person_id");--> statement-breakpoint
CREATE INDEX "organization_reports_person" ON "organization_reports" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_name" ON "organizations" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "organizations_order" ON "organizations" USING btree ("community_id","position","id");