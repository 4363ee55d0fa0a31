// Row → draft. Every cell ends in a field, in the note, or in a problem that names it.
import { parseBirthday } from './birthdays'
import { withoutJson } from './cellLists'
import { type CellRules, cellValue, saysNothing } from './cellValue'
import { choiceOf } from './choiceWords'
import { addNote, type Building, noReach, type Reach, warn } from './building'
import type { Column, Draft, DraftRules, Values } from './draft'
import { settleDraft } from './settleDraft'
import { fieldOf, type Target } from './targets'

/** @param cells by column */
export function draftRow(line: number, cells: readonly string[], rules: DraftRules): Draft {
  const draft: Draft = {
    line,
    customer: {},
    individual: false,
    owner: null,
    createdAt: null,
    contacts: [],
    followUps: [],
    photos: [],
    notes: [],
    problems: [],
    refused: null,
  }
  const person = () => ({ values: {}, reach: noReach(), from: new Map<string, Column>() })
  const building: Building = {
    draft,
    rules,
    company: noReach(),
    auto: noReach(),
    people: [person(), person(), person()],
    followUp: {},
  }
  for (const column of rules.columns) {
    const text = withoutJson(cells[column.index]?.trim() ?? '').trim()
    if (text !== '') take(building, column, text)
  }
  settleDraft(building)
  return draft
}

function take(building: Building, column: Column, text: string): void {
  const { target } = column
  if (target?.key === 'skip') return
  const { rules } = building
  if (target === null && !rules.unmappedToNote) return
  if (target === null || target.key === 'note') {
    if (rules.ours || !saysNothing(text)) addNote(building, column, text)
    return
  }
  const keepsAll = target.field === 'note' || target.field === 'content'
  if (!rules.ours && saysNothing(text) && !keepsAll) return
  if (target.key === 'customers.note') return takeNote(building, column, text)
  if (target.entity === 'reach') return takeReach(building.auto, column, text)
  if (target.entity === 'customers') return takeCustomer(building, column, target, text)
  if (target.entity === 'contacts') return takeContact(building, column, target, text)
  takeFollowUp(building, column, target, text)
}

/** A note needs no heading of its own, except when there are several. */
function takeNote({ draft, rules }: Building, column: Column, text: string): void {
  const several = rules.columns.filter((one) => one.target?.key === 'customers.note').length > 1
  draft.notes.push({ heading: column.heading, value: text, ...(several ? {} : { bare: true }) })
}

function takeReach(reach: Reach, column: Column, text: string): void {
  const field = column.target?.field ?? ''
  const kind = /phone/iu.test(field) ? 'phones' : /mail/iu.test(field) ? 'mails' : field === 'wechat' ? 'wechat' : 'qq'
  reach[kind].push({ text, column })
}

const reaching = new Set(['phone', 'otherPhones', 'homePhone', 'mail', 'otherMails', 'wechat', 'qq'])
/** Settled when the whole row is known. */
const parts = new Set(['country', 'province', 'city', 'district'])

/** The first one counts; another is kept in the note. */
function putFirst(building: Building, column: Column, values: Values, field: string, value: unknown): void {
  if (values[field] === undefined) values[field] = value
  else if (values[field] !== value && typeof value === 'string') addNote(building, column, value)
}

function takeCustomer(building: Building, column: Column, target: Target, text: string): void {
  const { draft, company } = building
  const { field } = target
  if (reaching.has(field)) return takeReach(company, column, text)
  if (field === 'ownerId') return takeOwner(building, column, text)
  if (parts.has(field)) return putFirst(building, column, draft.customer, field, text)
  if (field === 'createdAt') return takeCreatedAt(building, column, text)
  if (field !== 'source' || choiceOf('customers.source', text) !== null)
    return putText(building, column, text, draft.customer)
  // a source of the office's own is told in the words of the office
  const note = { ...target, field: 'sourceNote', key: 'customers.sourceNote' }
  putFirst(building, column, draft.customer, 'source', 'other')
  putText(building, { ...column, target: note }, text, draft.customer)
}

function takeOwner(building: Building, column: Column, text: string): void {
  const { draft } = building
  if (draft.owner === null) draft.owner = { heading: column.heading, value: text }
  else if (draft.owner.value !== text) addNote(building, column, text)
}

function takeCreatedAt(building: Building, column: Column, text: string): void {
  const result = cellValue('', { kind: 'dateTime' }, text, rulesOf(building, column))
  if ('problem' in result || Number(result.value) > building.rules.now) warn(building, column, text, 'date')
  else building.draft.createdAt ??= Number(result.value)
}

function takeContact(building: Building, column: Column, target: Target, text: string): void {
  const person = building.people[target.slot - 1]
  if (!person) return
  const { field } = target
  if (reaching.has(field)) return takeReach(person.reach, column, text)
  person.from.set(field, column)
  if (field === 'birthday') takeBirthday(building, column, text, person.values)
  else if (field === 'familyName' || field === 'givenName') putFirst(building, column, person.values, field, text)
  else if (field === 'note') person.values['note'] = [person.values['note'], text].filter(Boolean).join('\n')
  else putText(building, column, text, person.values)
}

function takeBirthday(building: Building, column: Column, text: string, values: Values): void {
  const found = parseBirthday(text, building.rules.today)
  if (!found) return warn(building, column, text, 'birthday')
  if (values['birthday'] !== undefined) return addNote(building, column, text)
  // a column of its own says which calendar
  const said = values['birthdayCalendar'] === undefined ? {} : { birthdayCalendar: values['birthdayCalendar'] }
  Object.assign(values, found, said)
}

function takeFollowUp(building: Building, column: Column, target: Target, text: string): void {
  const { followUp } = building
  if (target.field === 'content') followUp.content = [followUp.content, text].filter(Boolean).join('\n')
  else if (target.field === 'personId') putFirst(building, column, followUp, 'person', text)
  else putText(building, column, text, followUp)
}

const rulesOf = ({ rules }: Building, column: Column): CellRules => ({
  today: rules.today,
  heading: column.heading,
  ahead: column.target?.field === 'nextAt',
  ...(rules.named ? { named: rules.named } : {}),
  ...(column.dayFirst === undefined ? {} : { dayFirst: column.dayFirst }),
})

/** Puts a cell into its field; a second column for the same field is added, or kept in the note. */
function putText(building: Building, column: Column, text: string, values: Values): void {
  const { target } = column
  const field = target && fieldOf(target)
  if (!target || !field) return
  const name = target.key.replace(/^contacts\d/u, 'contacts')
  const before = values[target.field]
  const joined = typeof before === 'string' && target.joins ? joinText(before, text) : text
  const result = cellValue(name, field, joined, rulesOf(building, column))
  if ('problem' in result) return warn(building, column, text, result.problem)
  if (Array.isArray(before))
    values[target.field] = [...before, ...(result.value as unknown[])] // choices are arrays
  else if (before === undefined || joined !== text) values[target.field] = result.value
  else if (before !== result.value) return addNote(building, column, text)
  if (result.warning) warn(building, column, text, result.warning)
}

const joinText = (before: string, more: string): string => {
  if (before.includes(more)) return before
  return /\p{Script=Han}$/u.test(before) ? `${before} ${more}` : `${before}, ${more}`
}
