CREATE INDEX `customers_created` ON `customers` (`created_at`,`archived_at`,`owner_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_open` ON `follow_ups` (`person_id`,`next_done`,`next_at`);