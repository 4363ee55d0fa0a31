UPDATE `custom_fields` SET `archived_at` = `removed_at`;--> statement-breakpoint
ALTER TABLE `custom_fields` DROP COLUMN `removed_at`;