CREATE TABLE `opinion_days` (
	`person_id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`sent` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opinions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`page` text NOT NULL,
	`wants_answer` integer NOT NULL,
	`at` integer NOT NULL,
	`answer_by` integer,
	`answer` text,
	`answered_at` integer,
	`answered_by` text,
	`correction` text,
	`corrected_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opinions_person` ON `opinions` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `opinions_at` ON `opinions` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `organization_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_reports_once` ON `organization_reports` (`organization_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `organization_reports_person` ON `organization_reports` (`person_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`phone` text NOT NULL,
	`hours` text NOT NULL,
	`place` text NOT NULL,
	`position` integer NOT NULL,
	`checked_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_name` ON `organizations` (`community_id`,`name`);--> statement-breakpoint
CREATE INDEX `organizations_order` ON `organizations` (`community_id`,`position`,`id`);