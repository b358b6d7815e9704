CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`town_id` text NOT NULL,
	`title` text NOT NULL,
	`category` text NOT NULL,
	`body` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`signup_closes_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL,
	`residency_required` text NOT NULL,
	`risk_notice` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`cancel_reason` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_capacity" CHECK("activities"."confirmed" between 0 and "activities"."capacity")
);
--> statement-breakpoint
CREATE INDEX `activities_community` ON `activities` (`community_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_town` ON `activities` (`town_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE TABLE `signups` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_once` ON `signups` (`activity_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `signups_person` ON `signups` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `signups_roster` ON `signups` (`activity_id`,`status`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `divisions` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`parent` text,
	`phone` text,
	`counter` text,
	`demo` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `divisions_parent` ON `divisions` (`parent`,`code`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`phone_index` text NOT NULL,
	`phone_sealed` text NOT NULL,
	`phone_mask` text NOT NULL,
	`name` text,
	`community_id` text,
	`persona` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_phone` ON `persons` (`phone_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `persons_persona` ON `persons` (`persona`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`division` text NOT NULL,
	`granted_at` integer NOT NULL,
	`until` integer,
	`revoked_at` integer,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_grants_person` ON `role_grants` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_once` ON `role_grants` (`person_id`,`role`,`division`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`phone_index` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`used` integer DEFAULT false NOT NULL,
	`day` text NOT NULL,
	`sent_today` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wechat_identities` (
	`openid` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unionid` text,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wechat_identities_person` ON `wechat_identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `answered_commands` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answered_commands_at` ON `answered_commands` (`at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`actor_id` text,
	`subject` text NOT NULL,
	`details` text NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `database_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`data` text NOT NULL,
	`run_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`dead` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`dead`,`run_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);