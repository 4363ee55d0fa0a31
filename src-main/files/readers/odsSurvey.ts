// A look through a LibreOffice workbook before its parser may: how many cells it would make, repeated ones included
// (a hundred letters can say a million rows), and which sheets are hidden, which the parser does not tell.
import { limits } from './limits'
import { ReadingError } from './readingError'
import { parsed } from './xmlStream'
import { openZip } from './zipFile'

/** Names of the hidden sheets. @throws ReadingError tooManyCells */
export async function surveyOds(path: string): Promise<Set<string>> {
  const zip = await openZip(path)
  const hiddenStyles = new Set<string>()
  const hidden = new Set<string>()
  let style = ''
  let rowTimes = 1
  let cells = 0
  const events = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      const times = (what: string) => Number(attributes[`table:number-${what}-repeated`] ?? 1)
      if (name === 'style') style = attributes['style:name'] ?? ''
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      else if (name === 'table' && hiddenStyles.has(attributes['table:style-name'] ?? '')) {
        hidden.add(attributes['table:name'] ?? '')
      } else if (name === 'table-row') rowTimes = times('rows')
      else if (name === 'table-cell' && attributes['office:value-type']) cells += rowTimes * times('columns')
    },
  }
  try {
    for await (const _ of parsed(zip, 'content.xml', events)) {
      if (cells > limits.heldCells) throw new ReadingError('tooManyCells', { limit: limits.heldCells })
    }
  } finally {
    zip.close()
  }
  return hidden
}
