ALTER TABLE `activities` ADD `waitlist_capacity` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `household_limit` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `min_age` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `max_age` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `gender` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `real_name_required` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `guardian_required` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `insurance_required` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `health_pledge` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `accessibility` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `gcj02` text;