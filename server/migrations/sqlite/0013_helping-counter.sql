CREATE TABLE `undo_codes` (
	`act_id` text PRIMARY KEY NOT NULL,
	`digits_index` text NOT NULL,
	`digits_sealed` text NOT NULL,
	`expires_at` integer NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`act_id`) REFERENCES `helped_acts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `undo_codes_digits` ON `undo_codes` (`digits_index`);--> statement-breakpoint
CREATE INDEX `undo_codes_end` ON `undo_codes` (`expires_at`);--> statement-breakpoint
ALTER TABLE `helps` ADD `ward_born_sealed` text;--> statement-breakpoint
ALTER TABLE `helps` ADD `adult_at` integer;--> statement-breakpoint
ALTER TABLE `helps` ADD `guardian_agreed_at` integer;--> statement-breakpoint
CREATE INDEX `helps_adult` ON `helps` (`ended_at`,`adult_at`);