ALTER TABLE `contacts` ADD `left_on` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `successor_id` integer;--> statement-breakpoint
CREATE INDEX `contacts_successor` ON `contacts` (`successor_id`);