// Names in {{double braces}} that stand for nothing: a slip of whoever wrote the template.
import type { Block, TemplateBody } from './template'

const written = /\{\{\s*([^{}]{1,80}?)\s*\}\}/g
/** Counted by the printer's side, at the head and foot of a page only. */
const counters = new Set(['page', 'pages'])

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [block.text]
    case 'table':
      return [block.title]
    case 'signatures':
      return block.labels
    default:
      return []
  }
}

const namesIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.matchAll(written)].map(([, name = '']) => name))

/**
 * Each once, as they are written.
 * @example unknownPlaceholders(body, { 'customer.name': '德力' }) // ['customer.nome']
 */
export function unknownPlaceholders(body: TemplateBody, values: Record<string, string>): string[] {
  const known = (name: string): boolean => Object.hasOwn(values, name)
  const inBlocks = namesIn(body.blocks.flatMap(textsOf)).filter((name) => !known(name))
  const atEdges = namesIn([...Object.values(body.header), ...Object.values(body.footer)]).filter(
    (name) => !known(name) && !counters.has(name),
  )
  return [...new Set([...inBlocks, ...atEdges])]
}
