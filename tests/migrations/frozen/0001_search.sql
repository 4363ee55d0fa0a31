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
	`removed_at` integer
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
);
CREATE VIRTUAL TABLE `customers_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE `customers_search_order` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_id` integer NOT NULL UNIQUE
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
CREATE TABLE `import_mappings` (
	`headings` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`used_at` integer NOT NULL
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
CREATE TABLE `preferences` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
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
CREATE TABLE `views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`person_id` integer NOT NULL,
	`shared` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
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
INSERT INTO "contacts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "customer_id", "post", "department", "decision_role", "superior_id", "is_primary", "is_active", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "address", "gender", "birthday", "birthday_calendar", "birthday_leap_month", "hometown", "interests", "family", "note") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 0, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1');
INSERT INTO "contacts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "customer_id", "post", "department", "decision_role", "superior_id", "is_primary", "is_active", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "address", "gender", "birthday", "birthday_calendar", "birthday_leap_month", "hometown", "interests", "family", "note") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
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
第二行 2');
INSERT INTO "contacts" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "customer_id", "post", "department", "decision_role", "superior_id", "is_primary", "is_active", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "address", "gender", "birthday", "birthday_calendar", "birthday_leap_month", "hometown", "interests", "family", "note") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', 3, NULL, NULL, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL);
INSERT INTO "credentials" ("person_id", "login", "hash", "must_change", "changed_at") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, 1);
INSERT INTO "credentials" ("person_id", "login", "hash", "must_change", "changed_at") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, 9007199254740991);
INSERT INTO "credentials" ("person_id", "login", "hash", "must_change", "changed_at") VALUES (3, ' 3', ' 3', 0, 3);
INSERT INTO "custom_fields" ("id", "entity", "key", "field", "sort", "removed_at") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0, 1);
INSERT INTO "custom_fields" ("id", "entity", "key", "field", "sort", "removed_at") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 0, 9007199254740991);
INSERT INTO "custom_fields" ("id", "entity", "key", "field", "sort", "removed_at") VALUES (3, ' 3', ' 3', ' 3', 0, NULL);
INSERT INTO "customers" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "short_name", "type", "level", "source", "source_note", "industry", "owner_id", "tags", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "website", "region", "address", "postcode", "preferred_channel", "preferred_time", "special_preference", "payment_method", "payment_habit", "invoice_title", "tax_number", "bank_name", "bank_account", "invoice_address", "invoice_phone", "headcount", "annual_revenue", "founded_on", "note", "past_amount", "last_followed_at", "last_follow_up_way", "last_follow_up", "next_follow_at", "next_step", "follow_up_count", "contact_count") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, '[]', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 0.33333333333333332, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, '上海某某信息技术有限公司 1', 0, 0);
INSERT INTO "customers" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "short_name", "type", "level", "source", "source_note", "industry", "owner_id", "tags", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "website", "region", "address", "postcode", "preferred_channel", "preferred_time", "special_preference", "payment_method", "payment_habit", "invoice_title", "tax_number", "bank_name", "bank_account", "invoice_address", "invoice_phone", "headcount", "annual_revenue", "founded_on", "note", "past_amount", "last_followed_at", "last_follow_up_way", "last_follow_up", "next_follow_at", "next_step", "follow_up_count", "contact_count") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
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
第二行 2', 0, 0);
INSERT INTO "customers" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "short_name", "type", "level", "source", "source_note", "industry", "owner_id", "tags", "phone", "other_phones", "mail", "other_mails", "wechat", "qq", "website", "region", "address", "postcode", "preferred_channel", "preferred_time", "special_preference", "payment_method", "payment_habit", "invoice_title", "tax_number", "bank_name", "bank_account", "invoice_address", "invoice_phone", "headcount", "annual_revenue", "founded_on", "note", "past_amount", "last_followed_at", "last_follow_up_way", "last_follow_up", "next_follow_at", "next_step", "follow_up_count", "contact_count") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, ' 3', ' 3', NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0);
INSERT INTO "customers_search_order" ("place", "record_id") VALUES (1, 1);
INSERT INTO "customers_search_order" ("place", "record_id") VALUES (2, 9007199254740991);
INSERT INTO "customers_search_order" ("place", "record_id") VALUES (3, 3);
INSERT INTO "departments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "parent_id", "head_id", "acting_head_id", "sort") VALUES (1, 1, 1, 1, 1, 1, '{}', '上海某某信息技术有限公司 1', 1, 1, 1, 0);
INSERT INTO "departments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "parent_id", "head_id", "acting_head_id", "sort") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 9007199254740991, 0);
INSERT INTO "departments" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "name", "parent_id", "head_id", "acting_head_id", "sort") VALUES (3, 1, 3, 3, 3, NULL, '{}', ' 3', NULL, NULL, NULL, 0);
INSERT INTO "follow_ups" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "contact_id", "way", "content", "result", "followed_at", "next_at", "next_step", "next_done", "person_id") VALUES (1, 1, 1, 1, 1, 1, '{}', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', 0, 1);
INSERT INTO "follow_ups" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "contact_id", "way", "content", "result", "followed_at", "next_at", "next_step", "next_done", "person_id") VALUES (2, 1, 9007199254740991, 9007199254740991, 9007199254740991, 9007199254740991, '{}', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 0, 9007199254740991);
INSERT INTO "follow_ups" ("id", "version", "created_at", "updated_at", "created_by_id", "archived_at", "custom", "customer_id", "contact_id", "way", "content", "result", "followed_at", "next_at", "next_step", "next_done", "person_id") VALUES (3, 1, 3, 3, 3, NULL, '{}', 3, NULL, ' 3', ' 3', NULL, 3, NULL, NULL, 0, 3);
INSERT INTO "import_mappings" ("headings", "mapping", "used_at") VALUES ('键1', '上海某某信息技术有限公司 1', 1);
INSERT INTO "import_mappings" ("headings", "mapping", "used_at") VALUES ('键2', 'O''Brien "&" <b>
第二行 2', 9007199254740991);
INSERT INTO "import_mappings" ("headings", "mapping", "used_at") VALUES ('键3', ' 3', 3);
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
INSERT INTO "preferences" ("person_id", "key", "value") VALUES (1, '键1', '上海某某信息技术有限公司 1');
INSERT INTO "preferences" ("person_id", "key", "value") VALUES (2, '键2', 'O''Brien "&" <b>
第二行 2');
INSERT INTO "preferences" ("person_id", "key", "value") VALUES (3, '键3', ' 3');
INSERT INTO "record_access" ("id", "entity", "record_id", "person_id", "level", "kind", "until_on", "created_at", "created_by_id") VALUES (1, '上海某某信息技术有限公司 1', 1, 1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 1);
INSERT INTO "record_access" ("id", "entity", "record_id", "person_id", "level", "kind", "until_on", "created_at", "created_by_id") VALUES (2, 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 9007199254740991);
INSERT INTO "record_access" ("id", "entity", "record_id", "person_id", "level", "kind", "until_on", "created_at", "created_by_id") VALUES (3, ' 3', 3, 3, ' 3', ' 3', NULL, 3, 3);
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
INSERT INTO "views" ("id", "list", "name", "body", "person_id", "shared", "updated_at") VALUES (1, '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', '上海某某信息技术有限公司 1', 1, 0, 1);
INSERT INTO "views" ("id", "list", "name", "body", "person_id", "shared", "updated_at") VALUES (2, 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 'O''Brien "&" <b>
第二行 2', 9007199254740991, 0, 9007199254740991);
INSERT INTO "views" ("id", "list", "name", "body", "person_id", "shared", "updated_at") VALUES (3, ' 3', ' 3', ' 3', 3, 0, 3);
DELETE FROM "contacts_search_config";
INSERT INTO "contacts_search_config" ("k", "v") VALUES ('version', 4);
DELETE FROM "contacts_search_data";
INSERT INTO "contacts_search_data" ("id", "block") VALUES (1, X'0102');
INSERT INTO "contacts_search_data" ("id", "block") VALUES (10, X'00000000FF00000101010100010101010101000001');
INSERT INTO "contacts_search_data" ("id", "block") VALUES (137438953473, X'0000001709307368616E6768616901010578696E786901040B');
DELETE FROM "contacts_search_docsize";
INSERT INTO "contacts_search_docsize" ("id", "sz", "origin") VALUES (1, X'02', 1);
DELETE FROM "contacts_search_idx";
INSERT INTO "contacts_search_idx" ("segid", "term", "pgno") VALUES (1, X'', 2);
DELETE FROM "customers_search_config";
INSERT INTO "customers_search_config" ("k", "v") VALUES ('version', 4);
DELETE FROM "customers_search_data";
INSERT INTO "customers_search_data" ("id", "block") VALUES (1, X'0102');
INSERT INTO "customers_search_data" ("id", "block") VALUES (10, X'00000000FF00000101010100010101010101000001');
INSERT INTO "customers_search_data" ("id", "block") VALUES (137438953473, X'0000001709307368616E6768616901010578696E786901040B');
DELETE FROM "customers_search_docsize";
INSERT INTO "customers_search_docsize" ("id", "sz", "origin") VALUES (1, X'02', 1);
DELETE FROM "customers_search_idx";
INSERT INTO "customers_search_idx" ("segid", "term", "pgno") VALUES (1, X'', 2);
DELETE FROM "follow_ups_search_config";
INSERT INTO "follow_ups_search_config" ("k", "v") VALUES ('version', 4);
DELETE FROM "follow_ups_search_data";
INSERT INTO "follow_ups_search_data" ("id", "block") VALUES (1, X'0102');
INSERT INTO "follow_ups_search_data" ("id", "block") VALUES (10, X'00000000FF00000101010100010101010101000001');
INSERT INTO "follow_ups_search_data" ("id", "block") VALUES (137438953473, X'0000001709307368616E6768616901010578696E786901040B');
DELETE FROM "follow_ups_search_docsize";
INSERT INTO "follow_ups_search_docsize" ("id", "sz", "origin") VALUES (1, X'02', 1);
DELETE FROM "follow_ups_search_idx";
INSERT INTO "follow_ups_search_idx" ("segid", "term", "pgno") VALUES (1, X'', 2);
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);
CREATE INDEX `audit_log_person` ON `audit_log` (`person_id`,`at`);
CREATE INDEX `audit_log_record` ON `audit_log` (`entity`,`record_id`);
CREATE INDEX `change_sets_at` ON `change_sets` (`at`);
CREATE INDEX `change_sets_person` ON `change_sets` (`person_id`,`at`);
CREATE INDEX `changes_record` ON `changes` (`entity`,`record_id`,`version`);
CREATE INDEX `changes_set` ON `changes` (`change_set_id`);
CREATE INDEX `command_keys_at` ON `command_keys` (`at`);
CREATE INDEX `command_keys_key` ON `command_keys` (`person_id`,`key`);
CREATE INDEX `contacts_archived` ON `contacts` (`archived_at`);
CREATE INDEX `contacts_birthday` ON `contacts` (`birthday_month_day`);
CREATE INDEX `contacts_customer` ON `contacts` (`customer_id`,`archived_at`);
CREATE INDEX `contacts_name` ON `contacts` (`name`);
CREATE INDEX `contacts_phone` ON `contacts` (`phone`);
CREATE INDEX `contacts_superior` ON `contacts` (`superior_id`);
CREATE INDEX `contacts_updated` ON `contacts` (`updated_at`,`archived_at`,`customer_id`);
CREATE UNIQUE INDEX `credentials_login_unique` ON `credentials` (`login`);
CREATE INDEX `customers_archived` ON `customers` (`archived_at`);
CREATE INDEX `customers_last` ON `customers` (`last_followed_at`,`archived_at`,`owner_id`,`level`,`type`);
CREATE INDEX `customers_name` ON `customers` (`name`);
CREATE INDEX `customers_next` ON `customers` (`next_follow_at`,`archived_at`,`owner_id`);
CREATE INDEX `customers_owner` ON `customers` (`owner_id`,`archived_at`,`next_follow_at`,`last_followed_at`,`level`,`type`);
CREATE INDEX `customers_phone` ON `customers` (`phone`);
CREATE INDEX `customers_tax` ON `customers` (`tax_number`);
CREATE INDEX `customers_updated` ON `customers` (`updated_at`,`archived_at`,`owner_id`,`level`,`type`,`source`,`industry`,`region`,`last_followed_at`,`next_follow_at`,`name`,`tags`);
CREATE INDEX `follow_ups_archived` ON `follow_ups` (`archived_at`);
CREATE INDEX `follow_ups_contact` ON `follow_ups` (`contact_id`);
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`followed_at`);
CREATE INDEX `follow_ups_followed` ON `follow_ups` (`followed_at`,`archived_at`,`customer_id`,`person_id`,`way`);
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person_id`,`followed_at`);
CREATE INDEX `people_login` ON `people` (`login`);
CREATE INDEX `record_access_person` ON `record_access` (`person_id`,`entity`,`record_id`,`level`,`until_on`);
CREATE INDEX `record_access_record` ON `record_access` (`entity`,`record_id`);
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);
CREATE INDEX `views_list` ON `views` (`list`);
PRAGMA user_version = 2;
