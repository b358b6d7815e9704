CREATE TABLE `notice_reads` (
	`digest` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`until` integer,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_reads_until` ON `notice_reads` (`until`);--> statement-breakpoint
CREATE INDEX `notice_reads_notice` ON `notice_reads` (`notice_id`);--> statement-breakpoint
CREATE TABLE `notice_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_versions_once` ON `notice_versions` (`notice_id`,`version`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`division` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`valid_until` integer NOT NULL,
	`listed_until` integer NOT NULL,
	`urgent` integer NOT NULL,
	`pinned` integer NOT NULL,
	`rank` integer NOT NULL,
	`phone` text,
	`status` text NOT NULL,
	`withdraw_reason` text,
	`withdrawn_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`corrected_at` integer,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`reads` integer DEFAULT 0 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`division`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_listed` ON `notices` (`division`,`listed_until`);--> statement-breakpoint
CREATE INDEX `notices_managed` ON `notices` (`division`,`created_at`,`id`);