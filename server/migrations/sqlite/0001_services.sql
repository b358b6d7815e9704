CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`days` text NOT NULL,
	`loaded_at` integer NOT NULL
);
