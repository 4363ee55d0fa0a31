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
CREATE TABLE `command_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`path` text NOT NULL,
	`input_hash` text NOT NULL,
	`output` text NOT NULL,
	`at` integer NOT NULL
);
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
, `left_on` text, `successor_id` integer);
CREATE VIRTUAL TABLE `contacts_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE `credentials` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`hash` text NOT NULL,
	`must_change` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL
);
CREATE TABLE `custom_fields` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`key` text NOT NULL,
	`field` text NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL,
	`label` text DEFAULT '' NOT NULL, `version` integer DEFAULT 1 NOT NULL, `created_at` integer DEFAULT 0 NOT NULL, `updated_at` integer DEFAULT 0 NOT NULL, `created_by_id` integer DEFAULT 0 NOT NULL, `archived_at` integer, `custom` text DEFAULT '{}' NOT NULL);
CREATE TABLE `customer_merges` (
	`gone_id` integer PRIMARY KEY NOT NULL,
	`into_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`change_set_id` integer NOT NULL
);
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
, `potential_amount` integer, `locked` integer DEFAULT 0 NOT NULL, `pooled_at` integer, `former_owner_id` integer, `value_tier` text, `value_score` integer);
CREATE VIRTUAL TABLE `customers_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE `customers_search_order` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_id` integer NOT NULL UNIQUE
);
CREATE TABLE `daily_volumes` (
	`person_id` integer NOT NULL,
	`on` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`person_id`, `on`, `kind`)
);
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
CREATE TABLE `duplicate_keys` (
	`key` text NOT NULL,
	`customer_id` integer NOT NULL,
	PRIMARY KEY(`key`, `customer_id`)
) WITHOUT ROWID;
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
CREATE VIRTUAL TABLE `follow_ups_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE `handover_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`handover_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`successor_id` integer NOT NULL,
	`score` integer NOT NULL
);
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
CREATE TABLE `import_mappings` (
	`headings` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`used_at` integer NOT NULL
);
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
CREATE TABLE `periodic_list_spans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`type` text NOT NULL,
	`from_list` integer NOT NULL,
	`left_list` integer
);
CREATE TABLE `periodic_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`made_at` integer NOT NULL,
	`made_on` text NOT NULL,
	`made_by_id` integer NOT NULL
);
CREATE TABLE `pool_views` (
	`person_id` integer NOT NULL,
	`viewed_on` text NOT NULL,
	`customer_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `viewed_on`, `customer_id`)
);
CREATE TABLE `pool_warnings` (
	`customer_id` integer PRIMARY KEY NOT NULL,
	`warned_on` text NOT NULL,
	`due_on` text NOT NULL
);
CREATE TABLE `preferences` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);
CREATE TABLE `print_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`created_by_id` integer NOT NULL,
	`archived_at` integer,
	`custom` text DEFAULT '{}' NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`standard` integer DEFAULT 0 NOT NULL,
	`body` text NOT NULL
);
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
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL
);
CREATE TABLE `stars` (
	`person_id` integer NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `entity`, `record_id`)
);
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
CREATE TABLE `value_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`at` integer NOT NULL,
	`from_tier` text,
	`to_tier` text NOT NULL,
	`score` integer NOT NULL
);
CREATE TABLE `views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`person_id` integer NOT NULL,
	`shared` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
, `role_ids` text DEFAULT '[]' NOT NULL, `person_ids` text DEFAULT '[]' NOT NULL);
INSERT INTO "attachments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "entity", "record_id", "size", "hash", "person_id") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', 1);
INSERT INTO "attachments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "entity", "record_id", "size", "hash", "person_id") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "attachments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "entity", "record_id", "size", "hash", "person_id") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', ' 3', 3, 3, ' 3', 3);
INSERT INTO "audit_log" ("id", "at", "person_id", "actor_id", "device", "path", "outcome", "entity", "record_id", "change_set_id", "detail", "hash") VALUES (1, 1, 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1');
INSERT INTO "audit_log" ("id", "at", "person_id", "actor_id", "device", "path", "outcome", "entity", "record_id", "change_set_id", "detail", "hash") VALUES (2, 9007199254740991, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2');
INSERT INTO "audit_log" ("id", "at", "person_id", "actor_id", "device", "path", "outcome", "entity", "record_id", "change_set_id", "detail", "hash") VALUES (3, 3, 3, 3, ' 3', ' 3', ' 3', NULL, NULL, NULL, NULL, ' 3');
INSERT INTO "change_sets" ("id", "path", "at", "person_id", "actor_id", "device", "name", "params", "undone_by_id", "undoes") VALUES (1, '上海某某信息技术有限公司 1', 1, 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1);
INSERT INTO "change_sets" ("id", "path", "at", "person_id", "actor_id", "device", "name", "params", "undone_by_id", "undoes") VALUES (2, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991);
INSERT INTO "change_sets" ("id", "path", "at", "person_id", "actor_id", "device", "name", "params", "undone_by_id", "undoes") VALUES (3, ' 3', 3, 3, 3, ' 3', ' 3', ' 3', NULL, NULL);
INSERT INTO "changes" ("id", "change_set_id", "entity", "record_id", "action", "diff", "version") VALUES (1, 1, '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1);
INSERT INTO "changes" ("id", "change_set_id", "entity", "record_id", "action", "diff", "version") VALUES (2, 2, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "changes" ("id", "change_set_id", "entity", "record_id", "action", "diff", "version") VALUES (3, 3, ' 3', 3, ' 3', ' 3', 3);
INSERT INTO "command_keys" ("id", "person_id", "key", "path", "input_hash", "output", "at") VALUES (1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1);
INSERT INTO "command_keys" ("id", "person_id", "key", "path", "input_hash", "output", "at") VALUES (2, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "command_keys" ("id", "person_id", "key", "path", "input_hash", "output", "at") VALUES (3, 3, ' 3', ' 3', ' 3', ' 3', 3);
INSERT INTO "comments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "text", "entity", "record_id", "person_id", "root_id", "coached_id", "to_id", "seen_at", "task_id") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, 1, 1, 1, 1, 1);
INSERT INTO "comments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "text", "entity", "record_id", "person_id", "root_id", "coached_id", "to_id", "seen_at", "task_id") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991);
INSERT INTO "comments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "text", "entity", "record_id", "person_id", "root_id", "coached_id", "to_id", "seen_at", "task_id") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', ' 3', 3, 3, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "contact_ties" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "contact_id", "kind", "to_contact_id", "note") VALUES (1, 1, 1, 1, 1, 1, '{}', 1, '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1');
INSERT INTO "contact_ties" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "contact_id", "kind", "to_contact_id", "note") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2');
INSERT INTO "contact_ties" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "contact_id", "kind", "to_contact_id", "note") VALUES (3, 1, 3, 3, 3, NULL, '{}', 3, ' 3', 3, NULL);
INSERT INTO "contacts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "customer_id", "post", "department", "decision_role", "superior_id", "is_primary", "is_active", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "address", "gender", "birthday", "birthday_calendar", "birthday_leap_month", "hometown", "interests", "family", "note", "left_on", "successor_id") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 0, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1);
INSERT INTO "contacts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "customer_id", "post", "department", "decision_role", "superior_id", "is_primary", "is_active", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "address", "gender", "birthday", "birthday_calendar", "birthday_leap_month", "hometown", "interests", "family", "note", "left_on", "successor_id") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 0, 1, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "contacts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "customer_id", "post", "department", "decision_role", "superior_id", "is_primary", "is_active", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "address", "gender", "birthday", "birthday_calendar", "birthday_leap_month", "hometown", "interests", "family", "note", "left_on", "successor_id") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', 3, NULL, NULL, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "credentials" ("person_id", "login", "hash", "must_change", "changed_at") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, 1);
INSERT INTO "credentials" ("person_id", "login", "hash", "must_change", "changed_at") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, 9007199254740991);
INSERT INTO "credentials" ("person_id", "login", "hash", "must_change", "changed_at") VALUES (3, ' 3', ' 3', 0, 3);
INSERT INTO "custom_fields" ("id", "entity", "key", "field", "sort", "label", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, '', 1, 0, 0, 0, 1, '{}');
INSERT INTO "custom_fields" ("id", "entity", "key", "field", "sort", "label", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, '', 1, 0, 0, 0, 9007199254740991, '{}');
INSERT INTO "custom_fields" ("id", "entity", "key", "field", "sort", "label", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom") VALUES (3, ' 3', ' 3', ' 3', 0, '', 1, 0, 0, 0, NULL, '{}');
INSERT INTO "customer_merges" ("gone_id", "into_id", "at", "by_id", "change_set_id") VALUES (1, 1, 1, 1, 1);
INSERT INTO "customer_merges" ("gone_id", "into_id", "at", "by_id", "change_set_id") VALUES (2, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991);
INSERT INTO "customer_merges" ("gone_id", "into_id", "at", "by_id", "change_set_id") VALUES (3, 3, 3, 3, 3);
INSERT INTO "customer_ties" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "kind", "to_customer_id", "to_contact_id", "to_person_id", "note") VALUES (1, 1, 1, 1, 1, 1, '{}', 1, '上海某某信息技术有限公司 1', 1, 1, 1, '上海某某信息技术有限公司 1');
INSERT INTO "customer_ties" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "kind", "to_customer_id", "to_contact_id", "to_person_id", "note") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2');
INSERT INTO "customer_ties" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "kind", "to_customer_id", "to_contact_id", "to_person_id", "note") VALUES (3, 1, 3, 3, 3, NULL, '{}', 3, ' 3', NULL, NULL, NULL, NULL);
INSERT INTO "customers" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "short_name", "type", "level", "source", "source_note", "industry", "owner_id", "tags", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "website", "region", "address", "postcode", "preferred_channel", "preferred_time", "special_preference", "payment_method", "payment_habit", "invoice_title", "tax_number", "bank_name", "bank_account", "invoice_address", "invoice_phone", "headcount", "annual_revenue", "founded_on", "note", "past_amount", "last_followed_at", "last_follow_up_way", "last_follow_up", "next_follow_at", "next_step", "follow_up_count", "contact_count", "potential_amount", "locked", "pooled_at", "former_owner_id", "value_tier", "value_score") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, '[]', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0.33333333333333332, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', 0, 0, 1, 0, 1, 1, '上海某某信息技术有限公司 1', 1);
INSERT INTO "customers" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "short_name", "type", "level", "source", "source_note", "industry", "owner_id", "tags", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "website", "region", "address", "postcode", "preferred_channel", "preferred_time", "special_preference", "payment_method", "payment_habit", "invoice_title", "tax_number", "bank_name", "bank_account", "invoice_address", "invoice_phone", "headcount", "annual_revenue", "founded_on", "note", "past_amount", "last_followed_at", "last_follow_up_way", "last_follow_up", "next_follow_at", "next_step", "follow_up_count", "contact_count", "potential_amount", "locked", "pooled_at", "former_owner_id", "value_tier", "value_score") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, '[]', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0.66666666666666663, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 0, 0, 9007199254740991, 0, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "customers" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "short_name", "type", "level", "source", "source_note", "industry", "owner_id", "tags", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "website", "region", "address", "postcode", "preferred_channel", "preferred_time", "special_preference", "payment_method", "payment_habit", "invoice_title", "tax_number", "bank_name", "bank_account", "invoice_address", "invoice_phone", "headcount", "annual_revenue", "founded_on", "note", "past_amount", "last_followed_at", "last_follow_up_way", "last_follow_up", "next_follow_at", "next_step", "follow_up_count", "contact_count", "potential_amount", "locked", "pooled_at", "former_owner_id", "value_tier", "value_score") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, ' 3', ' 3', NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
INSERT INTO "customers_search_order" ("place", "record_id") VALUES (1, 1);
INSERT INTO "customers_search_order" ("place", "record_id") VALUES (2, 9007199254740991);
INSERT INTO "customers_search_order" ("place", "record_id") VALUES (3, 3);
INSERT INTO "daily_volumes" ("person_id", "on", "kind", "count") VALUES (1, '键1', '键1', 1);
INSERT INTO "daily_volumes" ("person_id", "on", "kind", "count") VALUES (2, '键2', '键2', 9007199254740991);
INSERT INTO "daily_volumes" ("person_id", "on", "kind", "count") VALUES (3, '键3', '键3', 3);
INSERT INTO "departments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "parent_id", "head_id", "acting_head_id", "sort") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', 1, 1, 1, 0);
INSERT INTO "departments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "parent_id", "head_id", "acting_head_id", "sort") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991, 0);
INSERT INTO "departments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "parent_id", "head_id", "acting_head_id", "sort") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, NULL, NULL, 0);
INSERT INTO "duplicate_keys" ("key", "customer_id") VALUES ('键1', 1);
INSERT INTO "duplicate_keys" ("key", "customer_id") VALUES ('键2', 2);
INSERT INTO "duplicate_keys" ("key", "customer_id") VALUES ('键3', 3);
INSERT INTO "duplicate_pairs" ("id", "first_id", "second_id", "score", "reasons", "found_at", "dismissed_at", "dismissed_by_id") VALUES (1, 1, 1, 0.33333333333333332, '上海某某信息技术有限公司 1', 1, 1, 1);
INSERT INTO "duplicate_pairs" ("id", "first_id", "second_id", "score", "reasons", "found_at", "dismissed_at", "dismissed_by_id") VALUES (2, 9007199254740991, 9007199254740991, 0.66666666666666663, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991);
INSERT INTO "duplicate_pairs" ("id", "first_id", "second_id", "score", "reasons", "found_at", "dismissed_at", "dismissed_by_id") VALUES (3, 3, 3, 1.0, ' 3', 3, NULL, NULL);
INSERT INTO "field_layouts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "entity", "role_id", "body") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', 1, '{}');
INSERT INTO "field_layouts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "entity", "role_id", "body") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 9007199254740991, '{}');
INSERT INTO "field_layouts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "entity", "role_id", "body") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, '{}');
INSERT INTO "follow_up_templates" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "way", "skeleton", "fields") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '[]');
INSERT INTO "follow_up_templates" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "way", "skeleton", "fields") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', '[]');
INSERT INTO "follow_up_templates" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "way", "skeleton", "fields") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, '[]');
INSERT INTO "follow_ups" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "contact_id", "way", "content", "result", "followed_at", "next_at", "next_step", "next_done", "person_id") VALUES (1, 1, 1, 1, 1, 1, '{}', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', 0, 1);
INSERT INTO "follow_ups" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "contact_id", "way", "content", "result", "followed_at", "next_at", "next_step", "next_done", "person_id") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 0, 9007199254740991);
INSERT INTO "follow_ups" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "contact_id", "way", "content", "result", "followed_at", "next_at", "next_step", "next_done", "person_id") VALUES (3, 1, 3, 3, 3, NULL, '{}', 3, NULL, ' 3', ' 3', NULL, 3, NULL, NULL, 0, 3);
INSERT INTO "handover_lines" ("id", "handover_id", "customer_id", "successor_id", "score") VALUES (1, 1, 1, 1, 1);
INSERT INTO "handover_lines" ("id", "handover_id", "customer_id", "successor_id", "score") VALUES (2, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991);
INSERT INTO "handover_lines" ("id", "handover_id", "customer_id", "successor_id", "score") VALUES (3, 3, 3, 3, 3);
INSERT INTO "handovers" ("id", "at", "leaver_id", "by_id", "leave_on", "remaining", "read_until_on", "change_set_id", "note") VALUES (1, 1, 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1');
INSERT INTO "handovers" ("id", "at", "leaver_id", "by_id", "leave_on", "remaining", "read_until_on", "change_set_id", "note") VALUES (2, 9007199254740991, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2');
INSERT INTO "handovers" ("id", "at", "leaver_id", "by_id", "leave_on", "remaining", "read_until_on", "change_set_id", "note") VALUES (3, 3, 3, 3, NULL, ' 3', NULL, 3, NULL);
INSERT INTO "import_mappings" ("headings", "mapping", "used_at") VALUES ('键1', '上海某某信息技术有限公司 1', 1);
INSERT INTO "import_mappings" ("headings", "mapping", "used_at") VALUES ('键2', 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "import_mappings" ("headings", "mapping", "used_at") VALUES ('键3', ' 3', 3);
INSERT INTO "notifications" ("id", "person_id", "kind", "by_id", "entity", "record_id", "params", "created_at", "read_at") VALUES (1, 1, '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', 1, '{}', 1, 1);
INSERT INTO "notifications" ("id", "person_id", "kind", "by_id", "entity", "record_id", "params", "created_at", "read_at") VALUES (2, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, '{}', 9007199254740991, 9007199254740991);
INSERT INTO "notifications" ("id", "person_id", "kind", "by_id", "entity", "record_id", "params", "created_at", "read_at") VALUES (3, 3, ' 3', 3, NULL, NULL, '{}', 3, NULL);
INSERT INTO "owner_moves" ("id", "customer_id", "at", "from_id", "to_id", "by_id", "path", "reason") VALUES (1, 1, 1, 1, 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1');
INSERT INTO "owner_moves" ("id", "customer_id", "at", "from_id", "to_id", "by_id", "path", "reason") VALUES (2, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2');
INSERT INTO "owner_moves" ("id", "customer_id", "at", "from_id", "to_id", "by_id", "path", "reason") VALUES (3, 3, 3, NULL, NULL, 3, ' 3', NULL);
INSERT INTO "people" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "department_id", "superior_id", "position", "phone", "mail", "hired_on", "left_on", "disabled", "role_ids", "assistant_id", "login") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, '[]', 1, '上海某某信息技术有限公司 1');
INSERT INTO "people" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "department_id", "superior_id", "position", "phone", "mail", "hired_on", "left_on", "disabled", "role_ids", "assistant_id", "login") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, '[]', 9007199254740991, 'O''Brien "&" <b>
第二行 2');
INSERT INTO "people" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "department_id", "superior_id", "position", "phone", "mail", "hired_on", "left_on", "disabled", "role_ids", "assistant_id", "login") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, '[]', NULL, NULL);
INSERT INTO "periodic_list_spans" ("id", "customer_id", "type", "from_list", "left_list") VALUES (1, 1, '上海某某信息技术有限公司 1', 1, 1);
INSERT INTO "periodic_list_spans" ("id", "customer_id", "type", "from_list", "left_list") VALUES (2, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991);
INSERT INTO "periodic_list_spans" ("id", "customer_id", "type", "from_list", "left_list") VALUES (3, 3, ' 3', 3, NULL);
INSERT INTO "periodic_lists" ("id", "made_at", "made_on", "made_by_id") VALUES (1, 1, '上海某某信息技术有限公司 1', 1);
INSERT INTO "periodic_lists" ("id", "made_at", "made_on", "made_by_id") VALUES (2, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "periodic_lists" ("id", "made_at", "made_on", "made_by_id") VALUES (3, 3, ' 3', 3);
INSERT INTO "pool_views" ("person_id", "viewed_on", "customer_id") VALUES (1, '键1', 1);
INSERT INTO "pool_views" ("person_id", "viewed_on", "customer_id") VALUES (2, '键2', 2);
INSERT INTO "pool_views" ("person_id", "viewed_on", "customer_id") VALUES (3, '键3', 3);
INSERT INTO "pool_warnings" ("customer_id", "warned_on", "due_on") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1');
INSERT INTO "pool_warnings" ("customer_id", "warned_on", "due_on") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2');
INSERT INTO "pool_warnings" ("customer_id", "warned_on", "due_on") VALUES (3, ' 3', ' 3');
INSERT INTO "preferences" ("person_id", "key", "value") VALUES (1, '键1', '上海某某信息技术有限公司 1');
INSERT INTO "preferences" ("person_id", "key", "value") VALUES (2, '键2', 'O''Brien "&" <b>
第二行 2');
INSERT INTO "preferences" ("person_id", "key", "value") VALUES (3, '键3', ' 3');
INSERT INTO "print_templates" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "kind", "name", "standard", "body") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, '上海某某信息技术有限公司 1');
INSERT INTO "print_templates" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "kind", "name", "standard", "body") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, 'O''Brien "&" <b>
第二行 2');
INSERT INTO "print_templates" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "kind", "name", "standard", "body") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', ' 3', 0, ' 3');
INSERT INTO "record_access" ("id", "entity", "record_id", "person_id", "level", "kind", "until_on", "created_at", "created_by_id") VALUES (1, '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1);
INSERT INTO "record_access" ("id", "entity", "record_id", "person_id", "level", "kind", "until_on", "created_at", "created_by_id") VALUES (2, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991);
INSERT INTO "record_access" ("id", "entity", "record_id", "person_id", "level", "kind", "until_on", "created_at", "created_by_id") VALUES (3, ' 3', 3, 3, ' 3', ' 3', NULL, 3, 3);
INSERT INTO "rectification_orders" ("id", "customer_id", "rule", "rule_name", "person_id", "opened_at", "due_on", "closed_at", "closed_because") VALUES (1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1');
INSERT INTO "rectification_orders" ("id", "customer_id", "rule", "rule_name", "person_id", "opened_at", "due_on", "closed_at", "closed_because") VALUES (2, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2');
INSERT INTO "rectification_orders" ("id", "customer_id", "rule", "rule_name", "person_id", "opened_at", "due_on", "closed_at", "closed_because") VALUES (3, 3, ' 3', NULL, 3, 3, ' 3', NULL, NULL);
INSERT INTO "roles" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "note", "built_in", "grants", "field_rights") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '{}', '{}');
INSERT INTO "roles" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "note", "built_in", "grants", "field_rights") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', '{}', '{}');
INSERT INTO "roles" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "note", "built_in", "grants", "field_rights") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, NULL, '{}', '{}');
INSERT INTO "sessions" ("id", "token_hash", "person_id", "acting_for_id", "device", "created_at", "last_seen_at", "expires_at", "locked_at") VALUES (1, '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', 1, 1, 1, 1);
INSERT INTO "sessions" ("id", "token_hash", "person_id", "acting_for_id", "device", "created_at", "last_seen_at", "expires_at", "locked_at") VALUES (2, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991);
INSERT INTO "sessions" ("id", "token_hash", "person_id", "acting_for_id", "device", "created_at", "last_seen_at", "expires_at", "locked_at") VALUES (3, ' 3', 3, NULL, ' 3', 3, 3, 3, NULL);
INSERT INTO "settings" ("key", "value") VALUES ('键1', '上海某某信息技术有限公司 1');
INSERT INTO "settings" ("key", "value") VALUES ('键2', 'O''Brien "&" <b>
第二行 2');
INSERT INTO "settings" ("key", "value") VALUES ('键3', ' 3');
INSERT INTO "sign_in_failures" ("key", "count", "last_at") VALUES ('键1', 1, 1);
INSERT INTO "sign_in_failures" ("key", "count", "last_at") VALUES ('键2', 9007199254740991, 9007199254740991);
INSERT INTO "sign_in_failures" ("key", "count", "last_at") VALUES ('键3', 3, 3);
INSERT INTO "stars" ("person_id", "entity", "record_id") VALUES (1, '键1', 1);
INSERT INTO "stars" ("person_id", "entity", "record_id") VALUES (2, '键2', 2);
INSERT INTO "stars" ("person_id", "entity", "record_id") VALUES (3, '键3', 3);
INSERT INTO "tasks" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "title", "note", "owner_id", "due_on", "done", "done_at", "from_id", "entity", "record_id") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', 0, 1, 1, '上海某某信息技术有限公司 1', 1);
INSERT INTO "tasks" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "title", "note", "owner_id", "due_on", "done", "done_at", "from_id", "entity", "record_id") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 'O''Brien "&" <b>
第二行 2', 0, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "tasks" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "title", "note", "owner_id", "due_on", "done", "done_at", "from_id", "entity", "record_id") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, 3, NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO "value_changes" ("id", "customer_id", "at", "from_tier", "to_tier", "score") VALUES (1, 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1);
INSERT INTO "value_changes" ("id", "customer_id", "at", "from_tier", "to_tier", "score") VALUES (2, 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "value_changes" ("id", "customer_id", "at", "from_tier", "to_tier", "score") VALUES (3, 3, 3, NULL, ' 3', 3);
INSERT INTO "views" ("id", "list", "name", "body", "person_id", "shared", "updated_at", "role_ids", "person_ids") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 0, 1, '[]', '[]');
INSERT INTO "views" ("id", "list", "name", "body", "person_id", "shared", "updated_at", "role_ids", "person_ids") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 0, 9007199254740991, '[]', '[]');
INSERT INTO "views" ("id", "list", "name", "body", "person_id", "shared", "updated_at", "role_ids", "person_ids") VALUES (3, ' 3', ' 3', ' 3', 3, 0, 3, '[]', '[]');
DELETE FROM "contacts_search_config";
INSERT INTO "contacts_search_config" ("k", "v") VALUES ('deletemerge', 0);
INSERT INTO "contacts_search_config" ("k", "v") VALUES ('version', 4);
DELETE FROM "contacts_search_data";
INSERT INTO "contacts_search_data" ("id", "block") VALUES (1, X'0102');
INSERT INTO "contacts_search_data" ("id", "block") VALUES (10, X'00000001FF00000101010100010101010101000001');
INSERT INTO "contacts_search_data" ("id", "block") VALUES (137438953473, X'0000001709307368616E6768616901010578696E786901040B');
DELETE FROM "contacts_search_docsize";
INSERT INTO "contacts_search_docsize" ("id", "sz", "origin") VALUES (1, X'02', 1);
DELETE FROM "contacts_search_idx";
INSERT INTO "contacts_search_idx" ("segid", "term", "pgno") VALUES (1, X'', 2);
DELETE FROM "customers_search_config";
INSERT INTO "customers_search_config" ("k", "v") VALUES ('deletemerge', 0);
INSERT INTO "customers_search_config" ("k", "v") VALUES ('version', 4);
DELETE FROM "customers_search_data";
INSERT INTO "customers_search_data" ("id", "block") VALUES (1, X'0102');
INSERT INTO "customers_search_data" ("id", "block") VALUES (10, X'00000001FF00000101010100010101010101000001');
INSERT INTO "customers_search_data" ("id", "block") VALUES (137438953473, X'0000001709307368616E6768616901010578696E786901040B');
DELETE FROM "customers_search_docsize";
INSERT INTO "customers_search_docsize" ("id", "sz", "origin") VALUES (1, X'02', 1);
DELETE FROM "customers_search_idx";
INSERT INTO "customers_search_idx" ("segid", "term", "pgno") VALUES (1, X'', 2);
DELETE FROM "follow_ups_search_config";
INSERT INTO "follow_ups_search_config" ("k", "v") VALUES ('deletemerge', 0);
INSERT INTO "follow_ups_search_config" ("k", "v") VALUES ('version', 4);
DELETE FROM "follow_ups_search_data";
INSERT INTO "follow_ups_search_data" ("id", "block") VALUES (1, X'0102');
INSERT INTO "follow_ups_search_data" ("id", "block") VALUES (10, X'00000001FF00000101010100010101010101000001');
INSERT INTO "follow_ups_search_data" ("id", "block") VALUES (137438953473, X'0000001709307368616E6768616901010578696E786901040B');
DELETE FROM "follow_ups_search_docsize";
INSERT INTO "follow_ups_search_docsize" ("id", "sz", "origin") VALUES (1, X'02', 1);
DELETE FROM "follow_ups_search_idx";
INSERT INTO "follow_ups_search_idx" ("segid", "term", "pgno") VALUES (1, X'', 2);
CREATE INDEX `attachments_archived` ON `attachments` (`archived_at`);
CREATE INDEX `attachments_hash` ON `attachments` (`hash`);
CREATE INDEX `attachments_record` ON `attachments` (`entity`,`record_id`);
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);
CREATE INDEX `audit_log_person` ON `audit_log` (`person_id`,`at`);
CREATE INDEX `audit_log_record` ON `audit_log` (`entity`,`record_id`);
CREATE INDEX `change_sets_at` ON `change_sets` (`at`);
CREATE INDEX `change_sets_person` ON `change_sets` (`person_id`,`at`);
CREATE INDEX `changes_record` ON `changes` (`entity`,`record_id`,`version`);
CREATE INDEX `changes_set` ON `changes` (`change_set_id`);
CREATE INDEX `command_keys_at` ON `command_keys` (`at`);
CREATE INDEX `command_keys_key` ON `command_keys` (`person_id`,`key`);
CREATE INDEX `comments_archived` ON `comments` (`archived_at`);
CREATE INDEX `comments_record` ON `comments` (`entity`,`record_id`);
CREATE INDEX `comments_to` ON `comments` (`to_id`,`seen_at`);
CREATE INDEX `contact_ties_archived` ON `contact_ties` (`archived_at`);
CREATE INDEX `contact_ties_contact` ON `contact_ties` (`contact_id`);
CREATE INDEX `contact_ties_to` ON `contact_ties` (`to_contact_id`);
CREATE INDEX `contacts_archived` ON `contacts` (`archived_at`);
CREATE INDEX `contacts_birthday` ON `contacts` (`birthday_month_day`);
CREATE INDEX `contacts_customer` ON `contacts` (`customer_id`,`archived_at`);
CREATE INDEX `contacts_name` ON `contacts` (`name`);
CREATE INDEX `contacts_phone` ON `contacts` (`phone`);
CREATE INDEX `contacts_successor` ON `contacts` (`successor_id`);
CREATE INDEX `contacts_superior` ON `contacts` (`superior_id`);
CREATE INDEX `contacts_updated` ON `contacts` (`updated_at`,`archived_at`,`customer_id`);
CREATE UNIQUE INDEX `credentials_login_unique` ON `credentials` (`login`);
CREATE INDEX `customer_merges_into` ON `customer_merges` (`into_id`);
CREATE INDEX `customer_ties_archived` ON `customer_ties` (`archived_at`);
CREATE INDEX `customer_ties_contact` ON `customer_ties` (`to_contact_id`);
CREATE INDEX `customer_ties_customer` ON `customer_ties` (`customer_id`,`kind`);
CREATE INDEX `customer_ties_to` ON `customer_ties` (`to_customer_id`,`kind`);
CREATE INDEX `customers_archived` ON `customers` (`archived_at`);
CREATE INDEX `customers_last` ON `customers` (`last_followed_at`,`archived_at`,`owner_id`,`level`,`type`);
CREATE INDEX `customers_name` ON `customers` (`name`);
CREATE INDEX `customers_next` ON `customers` (`next_follow_at`,`archived_at`,`owner_id`);
CREATE INDEX `customers_owner` ON `customers` (`owner_id`,`archived_at`,`next_follow_at`,`last_followed_at`,`level`,`type`);
CREATE INDEX `customers_phone` ON `customers` (`phone`);
CREATE INDEX `customers_tax` ON `customers` (`tax_number`);
CREATE INDEX `customers_updated` ON `customers` (`updated_at`,`archived_at`,`owner_id`,`level`,`type`,`source`,`industry`,`region`,`last_followed_at`,`next_follow_at`,`name`,`tags`);
CREATE INDEX `customers_value` ON `customers` (`value_score`,`archived_at`,`owner_id`);
CREATE INDEX `duplicate_keys_customer` ON `duplicate_keys` (`customer_id`);
CREATE INDEX `duplicate_pairs_first` ON `duplicate_pairs` (`first_id`,`second_id`);
CREATE INDEX `duplicate_pairs_score` ON `duplicate_pairs` (`dismissed_at`,`score`);
CREATE INDEX `duplicate_pairs_second` ON `duplicate_pairs` (`second_id`);
CREATE INDEX `follow_ups_archived` ON `follow_ups` (`archived_at`);
CREATE INDEX `follow_ups_contact` ON `follow_ups` (`contact_id`);
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`followed_at`);
CREATE INDEX `follow_ups_followed` ON `follow_ups` (`followed_at`,`archived_at`,`customer_id`,`person_id`,`way`);
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person_id`,`followed_at`);
CREATE INDEX `handover_lines_customer` ON `handover_lines` (`customer_id`);
CREATE INDEX `handover_lines_handover` ON `handover_lines` (`handover_id`);
CREATE INDEX `handovers_leaver` ON `handovers` (`leaver_id`);
CREATE INDEX `notifications_created` ON `notifications` (`created_at`);
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`read_at`);
CREATE INDEX `notifications_record` ON `notifications` (`entity`,`record_id`);
CREATE INDEX `owner_moves_by` ON `owner_moves` (`by_id`,`path`,`at`);
CREATE INDEX `owner_moves_customer` ON `owner_moves` (`customer_id`,`at`);
CREATE INDEX `people_login` ON `people` (`login`);
CREATE INDEX `periodic_list_spans_customer` ON `periodic_list_spans` (`customer_id`);
CREATE INDEX `periodic_list_spans_from` ON `periodic_list_spans` (`type`,`from_list`,`left_list`,`customer_id`);
CREATE INDEX `periodic_list_spans_left` ON `periodic_list_spans` (`left_list`,`type`,`customer_id`);
CREATE INDEX `pool_warnings_due` ON `pool_warnings` (`due_on`);
CREATE INDEX `print_templates_archived` ON `print_templates` (`archived_at`,`kind`);
CREATE INDEX `record_access_person` ON `record_access` (`person_id`,`entity`,`record_id`,`level`,`until_on`);
CREATE INDEX `record_access_record` ON `record_access` (`entity`,`record_id`);
CREATE INDEX `rectification_orders_customer` ON `rectification_orders` (`customer_id`,`rule`,`closed_at`);
CREATE INDEX `rectification_orders_opened` ON `rectification_orders` (`opened_at`,`person_id`);
CREATE INDEX `rectification_orders_person` ON `rectification_orders` (`person_id`,`closed_at`,`due_on`);
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);
CREATE INDEX `tasks_archived` ON `tasks` (`archived_at`);
CREATE INDEX `tasks_from` ON `tasks` (`from_id`,`done`);
CREATE INDEX `tasks_owner` ON `tasks` (`owner_id`,`done`,`due_on`);
CREATE INDEX `tasks_record` ON `tasks` (`entity`,`record_id`);
CREATE INDEX `value_changes_customer` ON `value_changes` (`customer_id`,`at`);
CREATE INDEX `views_list` ON `views` (`list`);
PRAGMA user_version = 12;
