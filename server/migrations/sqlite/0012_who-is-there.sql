DROP INDEX `persons_left`;--> statement-breakpoint
CREATE INDEX `persons_community` ON `persons` (`community_id`,`id`);--> statement-breakpoint
CREATE INDEX `persons_left` ON `persons` (`left_at`) WHERE left_at is not null;--> statement-breakpoint
CREATE INDEX `role_grants_division` ON `role_grants` (`division`,`role`,`person_id`);