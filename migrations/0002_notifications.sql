CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`by_id` integer NOT NULL,
	`entity` text,
	`record_id` integer,
	`params` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notifications_record` ON `notifications` (`entity`,`record_id`);--> statement-breakpoint
CREATE INDEX `notifications_created` ON `notifications` (`created_at`);