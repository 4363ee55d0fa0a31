// A paper source is a room's word on one kind of paper: what it may show, by an example the viewer may see.
import type { Context } from '@main/api/context'
import type { Language } from '@shared/locales/messages'
import type { PaperKind } from '@shared/printing/kinds'
import type { PaperData } from '@shared/printing/template'

export type PaperSources = Record<
  PaperKind,
  { example(ctx: Context, language: Language): PaperData & { title: string } }
>

declare module '@main/api/context' {
  interface Services {
    papers: PaperSources
  }
}
