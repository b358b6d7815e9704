CREATE TABLE `identities` (
	`person_id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`name_sealed` text,
	`name_mask` text,
	`number_sealed` text,
	`number_index` text,
	`number_mask` text,
	`subject_sealed` text,
	`subject_index` text,
	`verified_at` integer NOT NULL,
	`verified_by` text,
	`community_id` text,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_number` ON `identities` (`number_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject` ON `identities` (`subject_index`);--> statement-breakpoint
CREATE INDEX `identities_community` ON `identities` (`community_id`,`verified_at`);--> statement-breakpoint
CREATE TABLE `identity_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`provider` text NOT NULL,
	`ticket_sealed` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_attempts_person` ON `identity_attempts` (`person_id`);--> statement-breakpoint
CREATE INDEX `identity_attempts_end` ON `identity_attempts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `reveals` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`field` text NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text NOT NULL,
	`community_id` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text,
	`note` text,
	`reviewer_id` text,
	`reviewed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reveals_waiting` ON `reveals` (`outcome`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `reveals_person` ON `reveals` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `reveals_actor` ON `reveals` (`actor_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	`channel` text NOT NULL,
	`evidence_hash` text NOT NULL,
	`revoked_at` integer,
	`current` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consents_current` ON `consents` (`current`);--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`,`at`);--> statement-breakpoint
ALTER TABLE `persons` ADD `real_name_at` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `persons` ADD `erased_at` integer;--> statement-breakpoint
CREATE INDEX `persons_left` ON `persons` (`left_at`);