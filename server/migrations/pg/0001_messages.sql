CREATE TABLE "deliveries" (
	"message_id" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"why" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"at" bigint NOT NULL,
	"provider_id" text,
	CONSTRAINT "deliveries_message_id_channel_pk" PRIMARY KEY("message_id","channel")
);
--> statement-breakpoint
CREATE TABLE "message_wants" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subscribe" boolean NOT NULL,
	"sms" boolean NOT NULL,
	CONSTRAINT "message_wants_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"saying_id" text NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "quiet_hours" (
	"person_id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sayings" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"about_kind" text,
	"about_id" text,
	"urgent" boolean NOT NULL,
	"at" bigint NOT NULL,
	"audience" text,
	"audience_of" text,
	"spread_to" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"person_id" text NOT NULL,
	"template" text NOT NULL,
	"left" integer NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "subscriptions_person_id_template_pk" PRIMARY KEY("person_id","template")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_wants" ADD CONSTRAINT "message_wants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_at" ON "deliveries" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_inbox" ON "messages" USING btree ("person_id","saying_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sayings_key" ON "sayings" USING btree ("key");--> statement-breakpoint
CREATE INDEX "activities_start" ON "activities" USING btree ("starts_at","id");