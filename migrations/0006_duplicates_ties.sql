CREATE TABLE `customer_merges` (
	`gone_id` integer PRIMARY KEY NOT NULL,
	`into_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`change_set_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `customer_merges_into` ON `customer_merges` (`into_id`);--> statement-breakpoint
CREATE TABLE `duplicate_keys` (
	`key` text NOT NULL,
	`customer_id` integer NOT NULL,
	PRIMARY KEY(`key`, `customer_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `duplicate_keys_customer` ON `duplicate_keys` (`customer_id`);--> statement-breakpoint
CREATE TABLE `duplicate_pairs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	`found_at` integer NOT NULL,
	`dismissed_at` integer,
	`dismissed_by_id` integer
);
--> statement-breakpoint
CREATE INDEX `duplicate_pairs_first` ON `duplicate_pairs` (`first_id`,`second_id`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_second` ON `duplicate_pairs` (`second_id`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_score` ON `duplicate_pairs` (`dismissed_at`,`score`);--> statement-breakpoint
CREATE TABLE `contact_ties` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`contact_id` integer NOT NULL,
	`kind` text NOT NULL,
	`to_contact_id` integer NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `contact_ties_contact` ON `contact_ties` (`contact_id`);--> statement-breakpoint
CREATE INDEX `contact_ties_to` ON `contact_ties` (`to_contact_id`);--> statement-breakpoint
CREATE INDEX `contact_ties_archived` ON `contact_ties` (`archived_at`);--> statement-breakpoint
CREATE TABLE `customer_ties` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`customer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`to_customer_id` integer,
	`to_contact_id` integer,
	`to_person_id` integer,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `customer_ties_customer` ON `customer_ties` (`customer_id`,`kind`);--> statement-breakpoint
CREATE INDEX `customer_ties_to` ON `customer_ties` (`to_customer_id`,`kind`);--> statement-breakpoint
CREATE INDEX `customer_ties_contact` ON `customer_ties` (`to_contact_id`);--> statement-breakpoint
CREATE INDEX `customer_ties_archived` ON `customer_ties` (`archived_at`);