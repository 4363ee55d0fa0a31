-- Merges by FTS5 itself come in lumps of 64 pages for each level, 20 to 40 ms of some commit once there are 50 000 rows.
-- The search index asks for a few pages after each of its writes instead.
INSERT INTO `customers_search`(`customers_search`, `rank`) VALUES ('automerge', 0);--> statement-breakpoint
INSERT INTO `contacts_search`(`contacts_search`, `rank`) VALUES ('automerge', 0);--> statement-breakpoint
INSERT INTO `follow_ups_search`(`follow_ups_search`, `rank`) VALUES ('automerge', 0);
