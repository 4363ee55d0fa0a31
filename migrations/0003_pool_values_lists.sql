CREATE TABLE `owner_moves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`at` integer NOT NULL,
	`from_id` integer,
	`to_id` integer,
	`by_id` integer NOT NULL,
	`path` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `owner_moves_customer` ON `owner_moves` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `owner_moves_by` ON `owner_moves` (`by_id`,`path`,`at`);--> statement-breakpoint
CREATE TABLE `rectification_orders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`rule` text NOT NULL,
	`rule_name` text,
	`person_id` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`closed_at` integer,
	`closed_because` text
);
--> statement-breakpoint
CREATE INDEX `rectification_orders_customer` ON `rectification_orders` (`customer_id`,`rule`,`closed_at`);--> statement-breakpoint
CREATE INDEX `rectification_orders_person` ON `rectification_orders` (`person_id`,`closed_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `rectification_orders_opened` ON `rectification_orders` (`opened_at`,`person_id`);--> statement-breakpoint
CREATE TABLE `handover_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`handover_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`successor_id` integer NOT NULL,
	`score` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `handover_lines_handover` ON `handover_lines` (`handover_id`);--> statement-breakpoint
CREATE INDEX `handover_lines_customer` ON `handover_lines` (`customer_id`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`leaver_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`leave_on` text,
	`remaining` text NOT NULL,
	`read_until_on` text,
	`change_set_id` integer NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `handovers_leaver` ON `handovers` (`leaver_id`);--> statement-breakpoint
CREATE TABLE `periodic_list_spans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`type` text NOT NULL,
	`from_list` integer NOT NULL,
	`left_list` integer
);
--> statement-breakpoint
CREATE INDEX `periodic_list_spans_from` ON `periodic_list_spans` (`type`,`from_list`,`left_list`,`customer_id`);--> statement-breakpoint
CREATE INDEX `periodic_list_spans_left` ON `periodic_list_spans` (`left_list`,`type`,`customer_id`);--> statement-breakpoint
CREATE INDEX `periodic_list_spans_customer` ON `periodic_list_spans` (`customer_id`);--> statement-breakpoint
CREATE TABLE `periodic_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`made_at` integer NOT NULL,
	`made_on` text NOT NULL,
	`made_by_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pool_views` (
	`person_id` integer NOT NULL,
	`viewed_on` text NOT NULL,
	`customer_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `viewed_on`, `customer_id`)
);
--> statement-breakpoint
CREATE TABLE `pool_warnings` (
	`customer_id` integer PRIMARY KEY NOT NULL,
	`warned_on` text NOT NULL,
	`due_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pool_warnings_due` ON `pool_warnings` (`due_on`);--> statement-breakpoint
CREATE TABLE `value_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`at` integer NOT NULL,
	`from_tier` text,
	`to_tier` text NOT NULL,
	`score` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `value_changes_customer` ON `value_changes` (`customer_id`,`at`);--> statement-breakpoint
ALTER TABLE `customers` ADD `potential_amount` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `locked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `pooled_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `former_owner_id` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `value_tier` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `value_score` integer;--> statement-breakpoint
CREATE INDEX `customers_value` ON `customers` (`value_score`,`archived_at`,`owner_id`);