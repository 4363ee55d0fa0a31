// Services are the long-lived means of a running host that handlers reach through their context.
import type { RightsCache } from '@main/api/rights'
import type { Publisher } from '@main/api/publish'
import type { BackupService } from '@main/backup/service'
import type { Jobs } from '@main/jobs/jobs'
import type { EntityRegistry } from '@main/records/entity'
import type { RelatedRegistry } from '@main/records/related'
import type { FileStore } from '@main/files/store'
import type { Passwords } from '@main/api/passwords'
import type { SearchIndex } from '@main/search/searchIndex'

export interface Log {
  info(message: string, detail?: Record<string, unknown>): void
  warn(message: string, detail?: Record<string, unknown>): void
  error(message: string, detail?: Record<string, unknown>): void
}

export interface Services {
  rights: RightsCache
  publisher: Publisher
  jobs: Jobs
  entities: EntityRegistry
  files: FileStore
  passwords: Passwords
  search: SearchIndex
  related: RelatedRegistry
  backups: BackupService | null
  log: Log
  /** '' for an office in memory. */
  dataDir: string
}
