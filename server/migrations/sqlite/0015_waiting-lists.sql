CREATE TABLE `children` (
	`id` text PRIMARY KEY NOT NULL,
	`guardian_id` text NOT NULL,
	`name_sealed` text NOT NULL,
	`born_sealed` text NOT NULL,
	`relation` text NOT NULL,
	`consent_version` text NOT NULL,
	`consent_at` integer NOT NULL,
	`data_consent` integer NOT NULL,
	`slot` integer NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`guardian_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `children_slot` ON `children` (`guardian_id`,`slot`);--> statement-breakpoint
DROP INDEX `signups_once`;--> statement-breakpoint
ALTER TABLE `signups` ADD `participant` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `signups` ADD `child_id` text REFERENCES children(id);--> statement-breakpoint
ALTER TABLE `signups` ADD `household` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `signups` ADD `offer_until` integer;--> statement-breakpoint
ALTER TABLE `signups` ADD `declared` text;--> statement-breakpoint
ALTER TABLE `signups` ADD `consent_version` text;--> statement-breakpoint
CREATE INDEX `signups_participant` ON `signups` (`participant`);--> statement-breakpoint
CREATE INDEX `signups_household` ON `signups` (`activity_id`,`household`);--> statement-breakpoint
UPDATE `signups` SET `participant` = `person_id`, `household` = `person_id`;--> statement-breakpoint
CREATE UNIQUE INDEX `signups_once` ON `signups` (`activity_id`,`participant`);--> statement-breakpoint
ALTER TABLE `activities` ADD `offered` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `offers_until` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `waiting` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `activities_offers` ON `activities` (`offers_until`);