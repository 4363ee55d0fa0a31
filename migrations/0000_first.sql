CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`person_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`device` text NOT NULL,
	`path` text NOT NULL,
	`outcome` text NOT NULL,
	`entity` text,
	`record_id` integer,
	`change_set_id` integer,
	`detail` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_person` ON `audit_log` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_record` ON `audit_log` (`entity`,`record_id`);--> statement-breakpoint
CREATE TABLE `change_sets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`path` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`device` text NOT NULL,
	`name` text NOT NULL,
	`params` text NOT NULL,
	`undone_by_id` integer,
	`undoes` integer
);
--> statement-breakpoint
CREATE INDEX `change_sets_at` ON `change_sets` (`at`);--> statement-breakpoint
CREATE INDEX `change_sets_person` ON `change_sets` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`change_set_id` integer NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`action` text NOT NULL,
	`diff` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`change_set_id`) REFERENCES `change_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changes_record` ON `changes` (`entity`,`record_id`,`version`);--> statement-breakpoint
CREATE INDEX `changes_set` ON `changes` (`change_set_id`);--> statement-breakpoint
CREATE TABLE `command_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`path` text NOT NULL,
	`input_hash` text NOT NULL,
	`output` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `command_keys_key` ON `command_keys` (`person_id`,`key`);--> statement-breakpoint
CREATE INDEX `command_keys_at` ON `command_keys` (`at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`hash` text NOT NULL,
	`must_change` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_login_unique` ON `credentials` (`login`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`acting_for_id` integer,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`locked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`name` text NOT NULL,
	`customer_id` integer NOT NULL,
	`post` text,
	`department` text,
	`decision_role` text,
	`superior_id` integer,
	`is_primary` integer DEFAULT 0 NOT NULL,
	`is_active` integer DEFAULT 1 NOT NULL,
	`phone` text,
	`other_phones` text,
	`mail` text,
	`other_mails` text,
	`wechat` text,
	`qq` text,
	`address` text,
	`gender` text,
	`birthday` text,
	`birthday_month_day` text GENERATED ALWAYS AS (substr(birthday, -5)) VIRTUAL,
	`birthday_calendar` text,
	`birthday_leap_month` integer DEFAULT 0 NOT NULL,
	`hometown` text,
	`interests` text,
	`family` text,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `contacts_customer` ON `contacts` (`customer_id`,`archived_at`);--> statement-breakpoint
CREATE INDEX `contacts_updated` ON `contacts` (`updated_at`,`archived_at`,`customer_id`);--> statement-breakpoint
CREATE INDEX `contacts_name` ON `contacts` (`name`);--> statement-breakpoint
CREATE INDEX `contacts_phone` ON `contacts` (`phone`);--> statement-breakpoint
CREATE INDEX `contacts_archived` ON `contacts` (`archived_at`);--> statement-breakpoint
CREATE INDEX `contacts_superior` ON `contacts` (`superior_id`);--> statement-breakpoint
CREATE INDEX `contacts_birthday` ON `contacts` (`birthday_month_day`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`type` text NOT NULL,
	`level` text NOT NULL,
	`source` text,
	`source_note` text,
	`industry` text,
	`owner_id` integer,
	`tags` text DEFAULT '[]' NOT NULL,
	`phone` text,
	`other_phones` text,
	`mail` text,
	`other_mails` text,
	`wechat` text,
	`qq` text,
	`website` text,
	`region` text,
	`address` text,
	`postcode` text,
	`preferred_channel` text,
	`preferred_time` text,
	`special_preference` text,
	`payment_method` text,
	`payment_habit` text,
	`invoice_title` text,
	`tax_number` text,
	`bank_name` text,
	`bank_account` text,
	`invoice_address` text,
	`invoice_phone` text,
	`headcount` real,
	`annual_revenue` integer,
	`founded_on` text,
	`note` text,
	`past_amount` integer,
	`last_followed_at` integer,
	`last_follow_up_way` text,
	`last_follow_up` text,
	`next_follow_at` integer,
	`next_step` text,
	`follow_up_count` integer DEFAULT 0 NOT NULL,
	`contact_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `customers_updated` ON `customers` (`updated_at`,`archived_at`,`owner_id`,`level`,`type`,`source`,`industry`,`region`,`last_followed_at`,`next_follow_at`,`name`,`tags`);--> statement-breakpoint
CREATE INDEX `customers_last` ON `customers` (`last_followed_at`,`archived_at`,`owner_id`,`level`,`type`);--> statement-breakpoint
CREATE INDEX `customers_next` ON `customers` (`next_follow_at`,`archived_at`,`owner_id`);--> statement-breakpoint
CREATE INDEX `customers_owner` ON `customers` (`owner_id`,`archived_at`,`next_follow_at`,`last_followed_at`,`level`,`type`);--> statement-breakpoint
CREATE INDEX `customers_name` ON `customers` (`name`);--> statement-breakpoint
CREATE INDEX `customers_phone` ON `customers` (`phone`);--> statement-breakpoint
CREATE INDEX `customers_tax` ON `customers` (`tax_number`);--> statement-breakpoint
CREATE INDEX `customers_archived` ON `customers` (`archived_at`);--> statement-breakpoint
CREATE TABLE `record_access` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`until_on` text,
	`created_at` integer NOT NULL,
	`created_by_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_access_person` ON `record_access` (`person_id`,`entity`,`record_id`,`level`,`until_on`);--> statement-breakpoint
CREATE INDEX `record_access_record` ON `record_access` (`entity`,`record_id`);--> statement-breakpoint
CREATE TABLE `stars` (
	`person_id` integer NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `entity`, `record_id`)
);
--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`customer_id` integer NOT NULL,
	`contact_id` integer,
	`way` text NOT NULL,
	`content` text NOT NULL,
	`result` text,
	`followed_at` integer NOT NULL,
	`next_at` integer,
	`next_step` text,
	`next_done` integer DEFAULT 0 NOT NULL,
	`person_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`followed_at`);--> statement-breakpoint
CREATE INDEX `follow_ups_followed` ON `follow_ups` (`followed_at`,`archived_at`,`customer_id`,`person_id`,`way`);--> statement-breakpoint
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person_id`,`followed_at`);--> statement-breakpoint
CREATE INDEX `follow_ups_contact` ON `follow_ups` (`contact_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_archived` ON `follow_ups` (`archived_at`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`headings` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`name` text NOT NULL,
	`parent_id` integer,
	`head_id` integer,
	`acting_head_id` integer,
	`sort` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`name` text NOT NULL,
	`department_id` integer,
	`superior_id` integer,
	`position` text,
	`phone` text,
	`mail` text,
	`hired_on` text,
	`left_on` text,
	`disabled` integer DEFAULT 0 NOT NULL,
	`role_ids` text DEFAULT '[]' NOT NULL,
	`assistant_id` integer,
	`login` text
);
--> statement-breakpoint
CREATE INDEX `people_login` ON `people` (`login`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`built_in` text,
	`grants` text DEFAULT '{}' NOT NULL,
	`field_rights` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `preferences` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`person_id` integer NOT NULL,
	`shared` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_list` ON `views` (`list`);--> statement-breakpoint
CREATE TABLE `custom_fields` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`key` text NOT NULL,
	`field` text NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL,
	`removed_at` integer
);
