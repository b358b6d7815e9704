CREATE TABLE `activity_pictures` (
	`file` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`place` integer NOT NULL,
	`alt` text NOT NULL,
	`agreed_by` text NOT NULL,
	`guardians_agreed` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_pictures_place` ON `activity_pictures` (`activity_id`,`place`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`how` text NOT NULL,
	`recorded_by` text,
	`at` integer NOT NULL,
	`synced_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`undone_why` text,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendances_activity` ON `attendances` (`activity_id`,`undone_at`);--> statement-breakpoint
CREATE TABLE `checkin_settings` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`modes` text NOT NULL,
	`set_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checkin_tries` (
	`activity_id` text NOT NULL,
	`person_id` text NOT NULL,
	`tries` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`activity_id`, `person_id`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `checkin_tries_since` ON `checkin_tries` (`since`);--> statement-breakpoint
CREATE TABLE `excuses` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`excused_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`excused_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`activity_id` text NOT NULL,
	`person_id` text NOT NULL,
	`rating` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`activity_id`, `person_id`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ratings_person` ON `ratings` (`person_id`);--> statement-breakpoint
ALTER TABLE `signups` ADD `gave_back_at` integer;