CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`days` text NOT NULL,
	`loaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`at` integer NOT NULL,
	`about` text,
	`public` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_about` ON `files` (`about`,`at`);--> statement-breakpoint
CREATE INDEX `files_person` ON `files` (`person_id`,`at`);--> statement-breakpoint
ALTER TABLE `activities` ADD `poster` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `poster_alt` text;