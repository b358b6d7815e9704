CREATE TABLE `moderation_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`part` text NOT NULL,
	`community_id` text NOT NULL,
	`author_id` text NOT NULL,
	`official` integer NOT NULL,
	`excerpt` text NOT NULL,
	`content` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`state` text NOT NULL,
	`cause` text,
	`shown` integer NOT NULL,
	`label` integer,
	`trace_id` text,
	`reason` text,
	`note` text,
	`hidden_by` text,
	`decided_by` text,
	`appeal_text` text,
	`appealed_at` integer,
	`appeal_outcome` text,
	`appeal_answer` text,
	`waits_since` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_checks_once` ON `moderation_checks` (`kind`,`subject_id`,`part`);--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_checks_trace` ON `moderation_checks` (`trace_id`);--> statement-breakpoint
CREATE INDEX `moderation_checks_queue` ON `moderation_checks` (`community_id`,`waits_since`,`id`);--> statement-breakpoint
CREATE INDEX `moderation_checks_hidden` ON `moderation_checks` (`community_id`,`state`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `moderation_checks_author` ON `moderation_checks` (`author_id`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `moderation_checks_state` ON `moderation_checks` (`state`,`changed_at`);--> statement-breakpoint
CREATE TABLE `moderation_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`reporter_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `moderation_checks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporter_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_reports_once` ON `moderation_reports` (`check_id`,`reporter_id`);--> statement-breakpoint
ALTER TABLE `activities` ADD `hidden_why` text;