PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`town_id` text NOT NULL,
	`title` text NOT NULL,
	`category` text NOT NULL,
	`body` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`signup_closes_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL,
	`offered` integer DEFAULT 0 NOT NULL,
	`offers_until` integer,
	`waiting` integer DEFAULT 0 NOT NULL,
	`residency_required` text NOT NULL,
	`risk_notice` text DEFAULT '' NOT NULL,
	`waitlist_capacity` integer,
	`household_limit` integer,
	`min_age` integer,
	`max_age` integer,
	`gender` text,
	`real_name_required` integer,
	`guardian_required` integer,
	`insurance_required` integer,
	`health_pledge` integer,
	`accessibility` text,
	`gcj02` text,
	`status` text NOT NULL,
	`poster` text,
	`poster_alt` text,
	`cancel_reason` text,
	`hidden_why` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_capacity" CHECK("__new_activities"."confirmed" >= 0 and "__new_activities"."offered" >= 0 and "__new_activities"."waiting" >= 0 and "__new_activities"."confirmed" + "__new_activities"."offered" <= "__new_activities"."capacity")
);
--> statement-breakpoint
INSERT INTO `__new_activities`("id", "community_id", "town_id", "title", "category", "body", "place", "starts_at", "ends_at", "signup_closes_at", "capacity", "confirmed", "offered", "offers_until", "waiting", "residency_required", "risk_notice", "waitlist_capacity", "household_limit", "min_age", "max_age", "gender", "real_name_required", "guardian_required", "insurance_required", "health_pledge", "accessibility", "gcj02", "status", "poster", "poster_alt", "cancel_reason", "hidden_why", "created_by", "created_at", "published_at", "changed_at", "version", "demo") SELECT "id", "community_id", "town_id", "title", "category", "body", "place", "starts_at", "ends_at", "signup_closes_at", "capacity", "confirmed", "offered", "offers_until", "waiting", "residency_required", "risk_notice", "waitlist_capacity", "household_limit", "min_age", "max_age", "gender", "real_name_required", "guardian_required", "insurance_required", "health_pledge", "accessibility", "gcj02", "status", "poster", "poster_alt", "cancel_reason", "hidden_why", "created_by", "created_at", "published_at", "changed_at", "version", "demo" FROM `activities`;--> statement-breakpoint
DROP TABLE `activities`;--> statement-breakpoint
ALTER TABLE `__new_activities` RENAME TO `activities`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `activities_community` ON `activities` (`community_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_start` ON `activities` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_town` ON `activities` (`town_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_offers` ON `activities` (`offers_until`);