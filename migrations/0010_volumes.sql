CREATE TABLE `daily_volumes` (
	`person_id` integer NOT NULL,
	`on` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`person_id`, `on`, `kind`)
);
