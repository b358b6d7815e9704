CREATE TABLE `seat_answers` (
	`change_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`change_id`, `person_id`),
	FOREIGN KEY (`change_id`) REFERENCES `seat_changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seat_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`to_id` text,
	`by_id` text,
	`how` text NOT NULL,
	`state` text NOT NULL,
	`pending_of` text,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_changes_pending` ON `seat_changes` (`pending_of`);--> statement-breakpoint
CREATE INDEX `seat_changes_seat` ON `seat_changes` (`seat_id`,`at`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`door_index` text NOT NULL,
	`community_id` text NOT NULL,
	`place_code` text NOT NULL,
	`head_id` text,
	`representative_id` text,
	`how` text,
	`area` integer,
	`basis` text,
	`owners` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_code`) REFERENCES `places`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`head_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`representative_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_once` ON `seats` (`door_index`,`purpose`);--> statement-breakpoint
CREATE INDEX `seats_place` ON `seats` (`place_code`,`purpose`);--> statement-breakpoint
CREATE TABLE `unit_totals` (
	`place_code` text PRIMARY KEY NOT NULL,
	`units` integer NOT NULL,
	`area` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`place_code`) REFERENCES `places`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `residencies_once`;--> statement-breakpoint
ALTER TABLE `residencies` ADD `owning` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `residencies` ADD `cert_tail_sealed` text;--> statement-breakpoint
ALTER TABLE `residencies` ADD `adult_at` integer;--> statement-breakpoint
ALTER TABLE `residencies` ADD `urged_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `residencies_once` ON `residencies` (`person_id`,`door_index`,`owning`);