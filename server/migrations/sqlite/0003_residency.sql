CREATE TABLE `place_numbers` (
	`series` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `places` (
	`code` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text,
	`grid_code` text,
	`area_code` text,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_name` ON `places` (`community_id`,`kind`,`name_key`);--> statement-breakpoint
CREATE TABLE `relative_declarations` (
	`person_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `relatives` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`relation` text NOT NULL,
	`phone_index` text NOT NULL,
	`phone_mask` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `relatives_once` ON `relatives` (`person_id`,`phone_index`);--> statement-breakpoint
CREATE INDEX `relatives_phone` ON `relatives` (`phone_index`);--> statement-breakpoint
CREATE TABLE `door_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`community_id` text NOT NULL,
	`digits_index` text NOT NULL,
	`expires_at` integer NOT NULL,
	`residency_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`residency_id`) REFERENCES `residencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `door_codes_digits` ON `door_codes` (`digits_index`);--> statement-breakpoint
CREATE INDEX `door_codes_person` ON `door_codes` (`person_id`);--> statement-breakpoint
CREATE INDEX `door_codes_end` ON `door_codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `residencies` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`community_id` text NOT NULL,
	`place_code` text NOT NULL,
	`door_sealed` text NOT NULL,
	`door_index` text NOT NULL,
	`kind` text NOT NULL,
	`since` integer NOT NULL,
	`evidence` text NOT NULL,
	`status` text NOT NULL,
	`primary_of` text,
	`submitted_at` integer,
	`due_at` integer,
	`at_door_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`reason` text,
	`note` text DEFAULT '' NOT NULL,
	`confirm_by` integer,
	`reminded_of` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_code`) REFERENCES `places`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `residencies_once` ON `residencies` (`person_id`,`door_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `residencies_primary` ON `residencies` (`primary_of`);--> statement-breakpoint
CREATE INDEX `residencies_queue` ON `residencies` (`community_id`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `residencies_door` ON `residencies` (`door_index`,`status`);--> statement-breakpoint
CREATE INDEX `residencies_end` ON `residencies` (`status`,`confirm_by`);--> statement-breakpoint
ALTER TABLE `role_grants` ADD `place` text;