-- A merge that drops deleted rows stops after so many pages written. Where whole stretches were deleted (an import undone)
-- it writes none and reads on to the end: 0.7 s of one save at 20 000 rows. Deleted rows go when their pieces are merged anyhow.
INSERT INTO `customers_search`(`customers_search`, `rank`) VALUES ('deletemerge', 0);--> statement-breakpoint
INSERT INTO `contacts_search`(`contacts_search`, `rank`) VALUES ('deletemerge', 0);--> statement-breakpoint
INSERT INTO `follow_ups_search`(`follow_ups_search`, `rank`) VALUES ('deletemerge', 0);
