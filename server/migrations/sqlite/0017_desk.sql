ALTER TABLE `activities` ADD `drill` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `host_name` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `host_uscc` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `change_reason` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `moved_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `closing` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `review_due_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `return_reason` text;--> statement-breakpoint
CREATE INDEX `activities_author` ON `activities` (`created_by`,`status`);--> statement-breakpoint
CREATE INDEX `activities_host` ON `activities` (`host_uscc`,`community_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_series` ON `activities` (`series_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `activities_unarchived` ON `activities` (`archived_at`,`ends_at`);--> statement-breakpoint
CREATE INDEX `activities_review` ON `activities` (`community_id`,`review_due_at`,`id`) WHERE "activities"."status" = 'review';--> statement-breakpoint
ALTER TABLE `role_grants` ADD `organization_name` text;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `uscc` text;