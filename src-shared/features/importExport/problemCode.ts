import type { FieldMessage } from '@shared/api/errors'
import type { imports } from '@shared/locales/zh-CN/imports'
import type { reading } from '@shared/locales/zh-CN/reading'

/** What has its words: here, or with the fields. */
export type ProblemCode =
  keyof (typeof imports)['problems'] | FieldMessage | `reading.${keyof (typeof reading)['notes']}`
