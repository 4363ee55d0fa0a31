// A template filled with data becomes a document of its own: no script, no outside address, nothing typed runs.
import { oneLineColumns } from './oneLine'
import type { Block, PaperData, PaperTable, TemplateBody } from './template'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)

/** `{{customer.name}}` → its value; a name nobody knows stays as it was written, so that it is seen. */
export const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{\s*([^{}]{1,80}?)\s*\}\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? '') : whole,
  )

const newPage = '<div class="break"></div>'

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')

function fact(key: string, { labels, values }: PaperData): string {
  return `<div><dt>${escaped(labels[key] ?? key)}</dt><dd>${lines(values[key] ?? '')}</dd></div>`
}

/** `customer.custom.*` stands for all values whose names begin so. */
const expanded = (keys: readonly string[], { values }: PaperData): string[] =>
  keys.flatMap((key) =>
    key.endsWith('.*') ? Object.keys(values).filter((one) => one.startsWith(key.slice(0, -1))) : key,
  )

function table(name: string, keys: readonly string[], data: PaperData, sheet: TemplateBody): string {
  const found: PaperTable = Object.hasOwn(data.tables, name)
    ? (data.tables[name] ?? { columns: [], rows: [] })
    : { columns: [], rows: [] }
  const columns = keys.length
    ? keys.flatMap((key) => found.columns.find((column) => column.key === key) ?? [])
    : found.columns
  const oneLine = oneLineColumns(
    columns.map(({ key, label }) => [label, ...found.rows.map((row) => row[key] ?? '')]),
    sheet,
  )
  const marks = columns.map(({ align }, at) => {
    const names = [align, oneLine[at] && 'one'].filter(Boolean).join(' ')
    return names && ` class="${names}"`
  })
  const head = columns.map(({ label }, at) => `<th${marks[at]}>${escaped(label)}</th>`).join('')
  const body = found.rows.map(
    (row) => `<tr>${columns.map(({ key }, at) => `<td${marks[at]}>${lines(row[key] ?? '')}</td>`).join('')}</tr>`,
  )
  if (body.length === 0 && columns.length > 0) {
    const none = escaped(data.values['words.none'] ?? '—')
    body.push(`<tr class="none"><td colspan="${columns.length}">${none}</td></tr>`)
  }
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function block(one: Block, data: PaperData, sheet: TemplateBody): string {
  const words = (text: string): string => lines(filled(text, data.values))
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}>${words(one.text)}</h${one.level}>`
    case 'text':
      return `<p>${words(one.text)}</p>`
    case 'facts': {
      const keys = expanded(one.keys, data).filter(
        (key) =>
          Object.hasOwn(data.labels, key) && Object.hasOwn(data.values, key) && (!one.hideEmpty || data.values[key]),
      )
      return `<dl class="c${one.columns}">${keys.map((key) => fact(key, data)).join('')}</dl>`
    }
    case 'table':
      // a heading above nothing says nothing
      if (one.title && !data.tables[one.table]?.rows.length) return ''
      return (one.title ? `<h2>${words(one.title)}</h2>` : '') + table(one.table, one.keys, data, sheet)
    case 'signatures':
      // each line of a value is somebody who signs
      return `<div class="signatures">${one.labels
        .flatMap((label) => filled(label, data.values).split('\n'))
        .map((who) => `<span>${escaped(who)}</span>`)
        .join('')}</div>`
    case 'line':
      return '<hr>'
    case 'pageBreak':
      return newPage
  }
}

/** A string of CSS: whatever could end it, or the style around it, is written by its number. */
const cssText = (text: string): string =>
  `"${text.replace(/["\\<>&\p{Cc}\u2028\u2029]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 32).toString(16)} `)}"`

type Counter = 'page' | 'pages'

/** `{{page}}` and `{{pages}}` are counted by the printer's side: each part of the line is one of them, or text. */
function edgeParts(line: string, values: Record<string, string>): (string | { counter: Counter })[] {
  // our own words may hold the counters, what people typed may not
  const worded = line.replace(/\{\{\s*(words\.\w+)\s*\}\}/g, (whole, key: string) => values[key] ?? whole)
  return worded
    .split(/(\{\{\s*pages?\s*\}\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const counter = /^\{\{\s*(page|pages)\s*\}\}$/.exec(part)?.[1]
      return counter ? { counter: counter as Counter } : filled(part, values) // the expression knows no other
    })
}

const edgeContent = (line: string, values: Record<string, string>): string =>
  edgeParts(line, values)
    .map((part) => (typeof part === 'string' ? cssText(part) : `counter(${part.counter})`))
    .join(' ')

const onScreen: Record<Counter, string> = { page: '1', pages: '…' }

/** A screen has no pages: whoever looks before it is printed sees the lines once, above and below. */
const edgeOnScreen = (edge: TemplateBody['header'], values: Record<string, string>): string =>
  `<div class="edge">${(['left', 'center', 'right'] as const)
    .map((place) => edgeParts(edge[place], values))
    .map((parts) => parts.map((part) => (typeof part === 'string' ? part : onScreen[part.counter])).join(''))
    .map((text) => `<span>${escaped(text)}</span>`)
    .join('')}</div>`

function pageRule({ landscape, margin, header, footer }: TemplateBody, values: Record<string, string>): string {
  const boxes = (['top', 'bottom'] as const).flatMap((side) =>
    (['left', 'center', 'right'] as const).map((place) => {
      const text = (side === 'top' ? header : footer)[place]
      return text ? `@${side}-${place} { content: ${edgeContent(text, values)} }` : ''
    }),
  )
  const size = landscape ? 'A4 landscape' : 'A4 portrait'
  return `@page { size: ${size}; margin: ${margin + 4}mm ${margin}mm; font: 8pt ${font}; color: #666; ${boxes.join(' ')} }`
}

// the paper is read on every system: each has one of these for Chinese
const font = `"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "SimSun", sans-serif`

// the last lines go along with where they are signed: nobody signs a sheet with nothing else on it
const style = ({ fontSize }: TemplateBody): string => `
* { box-sizing: border-box }
body { margin: 0; font: ${fontSize}pt/1.5 ${font}; color: #111; background: #fff; overflow-wrap: anywhere }
h1 { margin: 0 0 4mm; font-size: 1.6em; text-align: center }
h2 { margin: 5mm 0 2mm; font-size: 1.15em; break-after: avoid }
p { margin: 0 0 2mm }
dl { display: grid; gap: 0 6mm; margin: 0 0 3mm }
dl.c2 { grid-template-columns: repeat(2, minmax(0, 1fr)) } dl.c3 { grid-template-columns: repeat(3, minmax(0, 1fr)) }
dl div { display: flex; gap: 2mm; padding: 0.8mm 0; border-bottom: 0.2mm solid #ddd; break-inside: avoid }
dt { flex: none; min-width: 5em; color: #666 } dd { margin: 0; flex: 1 }
/* half of a collapsed rule stands outside its table, where the paper ends */
table { width: calc(100% - 0.4mm); border-collapse: collapse; margin: 0 0.2mm 3mm }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { padding: 1mm 1.5mm; border: 0.2mm solid #999; text-align: left; vertical-align: top; font-weight: 400 }
th { background: #f1f1f1; font-weight: 600 } .one, .right { white-space: nowrap } .right { text-align: right; font-variant-numeric: tabular-nums }
.none td { color: #666; text-align: center }
hr { border: 0; border-top: 0.3mm solid #999; margin: 3mm 0 }
.break { break-after: page }
table:has(+ .signatures) tr:nth-last-child(-n + 3) { break-after: avoid }
.signatures { display: flex; flex-wrap: wrap; gap: 14mm 10mm; padding-top: 14mm; break-inside: avoid; break-before: avoid }
.signatures span { flex: 1 1 40mm; padding-top: 1.5mm; border-top: 0.3mm solid #111; color: #666 }
.watermark { position: fixed; inset: 0; z-index: 1; display: grid; place-items: center; overflow: hidden }
.watermark span { color: rgb(0 0 0 / 0.09); transform: rotate(-28deg); white-space: nowrap }
.edge { display: none }
@media screen { body { padding: 12mm; max-width: 297mm; margin: 0 auto }
  .edge { display: grid; grid-template-columns: 1fr auto 1fr; gap: 4mm; margin-bottom: 4mm; font-size: 8pt; color: #666 }
  .edge span:last-child { text-align: right } }`

/**
 * The whole document, fit for a frame without scripts, a hidden window and a PDF.
 * @param edges what its heads and feet say
 * @param parts each from a new page
 * @param about.watermark words across each page; none when empty
 */
export function renderPaper(
  template: TemplateBody,
  edges: PaperData,
  parts: readonly PaperData[],
  { title, watermark }: { title: string; watermark: string },
): string {
  // across the narrow side of the sheet, whatever its length
  const size = Math.max(9, Math.min(22, 500 / Math.max(1, [...watermark].length)))
  const mark =
    template.watermark && watermark
      ? `<div class="watermark"><span style="font-size:${size.toFixed(1)}pt">${escaped(watermark)}</span></div>`
      : ''
  const blocks = parts.map((data) => template.blocks.map((one) => block(one, data, template)).join(''))
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${pageRule(template, edges.values)}${style(template)}</style></head><body>${mark}${edgeOnScreen(template.header, edges.values)}${blocks.join(newPage)}${edgeOnScreen(template.footer, edges.values)}</body></html>`
}
