// Follow-ups as offices keep them in one cell: several entries, each beginning with its day.
import { type DayRules, parseInstant } from './days'

export interface Entry {
  /** Epoch ms; null when the entry names no day. */
  at: number | null
  content: string
}

const dated =
  /^[(（【[]?\s*((?:\d{4}|\d{2})[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{4}\d{4}(?!\d)|\d{1,2}月\d{1,2}日)(?:\s+\d{1,2}:\d{2})?\s*[)）】\]]?\s*[:：,，、.]?\s*/u

/** One entry for every line that begins with a day; lines without one belong to the entry above. */
export function splitEntries(text: string, rules: DayRules): Entry[] {
  const entries: Entry[] = []
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [mark, day] = dated.exec(line) ?? []
    const at =
      mark === undefined || day === undefined
        ? null
        : parseInstant(mark.replace(/^[(（【[]|[)）】\]:：,，、.\s]+$/gu, ''), rules)
    const last = entries.at(-1)
    if (at === null && last) last.content += `\n${line}`
    else if (at === null) entries.push({ at, content: line })
    else entries.push({ at, content: line.slice(mark?.length ?? 0) || line })
  }
  return entries
}

const ways: [RegExp, string][] = [
  [/拜访|上门|面谈|登门|到访|来访|\bvisit/iu, 'visit'],
  [/会议|开会|\bmeeting/iu, 'meeting'],
  [/邮件|发邮|\be-?mail/iu, 'mail'],
  [/微信|短信|\bqq\b|wechat|\bsms\b/iu, 'message'],
]

/** The way a text tells of; a call when it tells of none. */
export const wayIn = (text: string): string => ways.find(([pattern]) => pattern.test(text))?.[1] ?? 'call'
