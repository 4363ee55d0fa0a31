// What a page asks for when it prints, and what it gets: every printing endpoint is made of these.
import { z } from 'zod'
import { languages } from '@shared/locales/messages'

export const paperOrder = {
  language: z.enum(languages),
  /** Missing: the office's standard template; null: the built-in one. */
  templateId: z.number().int().positive().nullish(),
}
export interface PaperOrder {
  language: (typeof languages)[number]
  templateId?: number | null | undefined
}

export const paperOutput = z.strictObject({ title: z.string(), landscape: z.boolean(), html: z.string() })
export type Paper = z.output<typeof paperOutput>
