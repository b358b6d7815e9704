CREATE TABLE `deliveries` (
	`message_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`why` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	`provider_id` text,
	PRIMARY KEY(`message_id`, `channel`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliveries_at` ON `deliveries` (`at`);--> statement-breakpoint
CREATE TABLE `message_wants` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subscribe` integer NOT NULL,
	`sms` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`saying_id` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_inbox` ON `messages` (`person_id`,`saying_id`);--> statement-breakpoint
CREATE TABLE `quiet_hours` (
	`person_id` text PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sayings` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`template` text NOT NULL,
	`params` text NOT NULL,
	`about_kind` text,
	`about_id` text,
	`urgent` integer NOT NULL,
	`at` integer NOT NULL,
	`audience` text,
	`audience_of` text,
	`spread_to` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sayings_key` ON `sayings` (`key`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`person_id` text NOT NULL,
	`template` text NOT NULL,
	`left` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `template`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_start` ON `activities` (`starts_at`,`id`);