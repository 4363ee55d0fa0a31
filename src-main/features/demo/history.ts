// Two years of work with the sample company's customers, as a list of deeds in the order they were done.
import { startOfDay } from '@shared/dates'
import { demoContacts, demoCustomer, type DemoContact, type DemoCustomer, type Standing } from './customer'
import { type DemoNote, lostNotes, products, smallTalk, stages } from './notes'
import { createRandom, type Random } from './random'
import { type DemoPerson, demoPeople } from './staff'

const day = 86_400_000
const minute = 60_000
const customerCount = 200

export type Deed =
  | { kind: 'customer'; at: number; by: string; customer: DemoCustomer; contacts: DemoContact[]; index: number }
  | {
      kind: 'followUp'
      at: number
      by: string
      index: number
      way: DemoNote['way']
      content: string
      result: DemoNote['result']
      nextAt: number | null
      nextStep: string | null
    }
  | { kind: 'handover'; at: number; by: string; to: string; index: number }
  | { kind: 'type'; at: number; by: string; index: number; type: Standing; from: Standing }

const reps = demoPeople.filter(
  (person) => person.role === 'rep' || person.name === '陈涛' || person.name === '丁伟' || person.name === '沈佳怡',
)
const monthsAgo = (now: number, months: number): number => now - months * 30.4 * day

/** Working hours of a weekday on or before the given one. */
function atWork(random: Random, at: number): number {
  const weekday = new Date(at).getDay()
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0
  return startOfDay(at, -back) + random.between(9 * 60, 17 * 60 + 30) * 60_000
}

const filled = (random: Random, text: string): string =>
  text
    .replaceAll('{n}', String(random.between(3, 48)))
    .replaceAll('{w}', String(random.between(12, 260)))
    .replaceAll('{p}', random.pick(products))

const lastStage: Record<Standing, number> = { potential: 0, target: 1, prospective: 3, won: 5, loyal: 5, lost: 3 }

/** One customer from the first call to today. */
function life(random: Random, index: number, now: number): Deed[] {
  const { customer, standing } = demoCustomer(random, index, now)
  const owner = random.pick(reps)
  const began = Math.max(monthsAgo(now, 24), monthsAgo(now, owner.hired - 0.5))
  const ended = owner.left === undefined ? null : monthsAgo(now, owner.left)
  const start = atWork(random, began + random.below(Math.max(1, Math.floor((ended ?? now - 3 * day) - began))))
  const deeds: Deed[] = [
    {
      kind: 'customer',
      at: start,
      by: owner.name,
      customer: { ...customer, type: 'potential' },
      contacts: demoContacts(random),
      index,
    },
  ]
  const successor = ended === null ? owner.name : successorOf(random, owner)
  const handedOver = ended === null ? Infinity : Math.max(ended, start + day)
  if (ended !== null) deeds.push({ kind: 'handover', at: handedOver, by: owner.name, to: successor, index })
  const quietFor =
    standing === 'lost' ? random.between(60, 200) : random.chance(0.25) ? random.between(31, 90) : random.between(0, 14)
  const worked = talks(random, { index, standing, start, end: now - quietFor * day, now })
  return [...deeds, ...worked.map((deed) => byOwnerThen(deed, Math.max(deed.at, start + minute)))]

  // whoever owns the customer at that minute writes; the working hour was drawn after the day
  function byOwnerThen(deed: Deed, at: number): Deed {
    return { ...deed, at, by: at < handedOver ? owner.name : successor }
  }
}

const successorOf = (random: Random, { department }: DemoPerson): string =>
  random.pick(reps.filter((person) => person.left === undefined && person.department === department)).name

interface Course {
  index: number
  standing: Standing
  start: number
  end: number
  now: number
}

function talks(random: Random, { index, standing, start, end, now }: Course): Deed[] {
  const deeds: Deed[] = []
  const last = lastStage[standing]
  let from: Standing = 'potential'
  for (let at = start + random.between(0, 3) * day; at < end; at += random.between(6, 38) * day) {
    const stage = Math.min(last, Math.floor(((at - start) / Math.max(1, end - start)) * (last + 1)))
    const note = random.chance(0.15) ? random.pick(smallTalk) : random.pick(stages[stage] ?? smallTalk)
    deeds.push(talk(random, index, '', Math.min(atWork(random, at), now - 3_600_000), note, now))
    const type = (['potential', 'target', 'prospective', 'prospective', 'won', standing] as const)[stage] ?? standing
    if (type !== from && type !== 'lost') {
      deeds.push({
        kind: 'type',
        at: Math.min(atWork(random, at) + 3_600_000, now - 1_800_000),
        by: '',
        index,
        type,
        from,
      })
      from = type
    }
  }
  if (standing === 'lost') {
    const at = Math.max(end, start + day)
    deeds.push(talk(random, index, '', atWork(random, at) + 1, random.pick(lostNotes), now), {
      kind: 'type',
      at: atWork(random, at) + 7_200_000,
      by: '',
      index,
      type: 'lost',
      from,
    })
  }
  return deeds
}

function talk(random: Random, index: number, by: string, at: number, note: DemoNote, now: number): Deed {
  const ahead = at > now - 15 * day ? random.between(-2, 12) : random.between(3, 20)
  const nextAt = note.next
    ? startOfDay(Math.max(at + day, at > now - 15 * day ? now + ahead * day : at + ahead * day)) +
      random.pick([9, 10, 14, 15, 16]) * 3_600_000
    : null
  return {
    kind: 'followUp',
    at,
    by,
    index,
    way: note.way,
    content: filled(random, note.text),
    result: note.result,
    nextAt,
    nextStep: note.next ?? null,
  }
}

/** Every deed of two years, oldest first. The same seed and day give the same history. */
export function demoHistory(now: number, seed = 20_241_122): Deed[] {
  const random = createRandom(seed)
  const deeds = Array.from({ length: customerCount }, (_, index) => life(random, index, now)).flat()
  return deeds.filter((deed) => deed.at < now).sort((a, b) => a.at - b.at || a.index - b.index)
}
