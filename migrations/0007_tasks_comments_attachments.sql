CREATE TABLE `attachments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`name` text NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`person_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_record` ON `attachments` (`entity`,`record_id`);--> statement-breakpoint
CREATE INDEX `attachments_hash` ON `attachments` (`hash`);--> statement-breakpoint
CREATE INDEX `attachments_archived` ON `attachments` (`archived_at`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`text` text NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`root_id` integer,
	`coached_id` integer,
	`to_id` integer,
	`seen_at` integer,
	`task_id` integer
);
--> statement-breakpoint
CREATE INDEX `comments_record` ON `comments` (`entity`,`record_id`);--> statement-breakpoint
CREATE INDEX `comments_to` ON `comments` (`to_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `comments_archived` ON `comments` (`archived_at`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`title` text NOT NULL,
	`note` text,
	`owner_id` integer NOT NULL,
	`due_on` text,
	`done` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`from_id` integer NOT NULL,
	`entity` text,
	`record_id` integer
);
--> statement-breakpoint
CREATE INDEX `tasks_owner` ON `tasks` (`owner_id`,`done`,`due_on`);--> statement-breakpoint
CREATE INDEX `tasks_from` ON `tasks` (`from_id`,`done`);--> statement-breakpoint
CREATE INDEX `tasks_record` ON `tasks` (`entity`,`record_id`);--> statement-breakpoint
CREATE INDEX `tasks_archived` ON `tasks` (`archived_at`);