ALTER TABLE `notices` ADD `places` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `age_from` integer;--> statement-breakpoint
ALTER TABLE `notices` ADD `age_to` integer;