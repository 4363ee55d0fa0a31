CREATE TABLE `field_layouts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`entity` text NOT NULL,
	`role_id` integer,
	`body` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `follow_up_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`way` text NOT NULL,
	`skeleton` text,
	`fields` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
ALTER TABLE `views` ADD `role_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `views` ADD `person_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `created_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `created_by_id` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `custom_fields` ADD `custom` text DEFAULT '{}' NOT NULL;