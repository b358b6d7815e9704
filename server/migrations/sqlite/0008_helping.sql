CREATE TABLE `helped_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`help_id` text NOT NULL,
	`person_id` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`help_id`) REFERENCES `helps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `helped_acts_person` ON `helped_acts` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `helped_acts_help` ON `helped_acts` (`help_id`);--> statement-breakpoint
CREATE INDEX `helped_acts_at` ON `helped_acts` (`at`);--> statement-breakpoint
CREATE TABLE `helps` (
	`id` text PRIMARY KEY NOT NULL,
	`helper_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kinship` text NOT NULL,
	`channel` text NOT NULL,
	`community_id` text,
	`recorded_by` text,
	`began_at` integer NOT NULL,
	`used_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`pair` text,
	`slot` text,
	FOREIGN KEY (`helper_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `helps_pair` ON `helps` (`pair`);--> statement-breakpoint
CREATE UNIQUE INDEX `helps_slot` ON `helps` (`slot`);--> statement-breakpoint
CREATE INDEX `helps_helper` ON `helps` (`helper_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `helps_person` ON `helps` (`person_id`,`ended_at`);--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `helper_id` text;