import type { Block, BlockKind } from '@shared/printing/template'

/** A block as it comes into a template, before anything is said in it. */
export function newBlock(kind: BlockKind, table: string): Block {
  switch (kind) {
    case 'heading':
      return { kind, level: 2, text: '' }
    case 'text':
      return { kind, text: '' }
    case 'facts':
      return { kind, keys: [], columns: 2, hideEmpty: true }
    case 'table':
      return { kind, table, keys: [], title: '' }
    case 'signatures':
      return { kind, labels: [] }
    default:
      return { kind }
  }
}
