-- Full-text rows of what is searched, kept by src-main/search; drizzle knows no virtual tables.
CREATE VIRTUAL TABLE `customers_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');--> statement-breakpoint
CREATE VIRTUAL TABLE `contacts_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');--> statement-breakpoint
CREATE VIRTUAL TABLE `follow_ups_search` USING fts5(`pieces`, content='', contentless_delete=1, detail=none, tokenize='ascii');--> statement-breakpoint
CREATE TABLE `customers_search_order` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_id` integer NOT NULL UNIQUE
);
