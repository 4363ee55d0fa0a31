// What people type into the search box: kinds of words, taken from records of the office itself.
import type { Db } from '@main/database/open'
import { readingsOf } from '@main/search/pinyin'

/** Kinds of words, each giving a text for the n-th try. */
export type Typed = Record<string, (run: number) => string>

interface Named {
  name: string
  phone: string
}

const sample = (db: Db, table: string): Named[] => {
  const step = Math.max(1, Math.floor(Number(db.prepare(`SELECT max(id) FROM ${table}`).pluck().get()) / 97))
  return db
    .prepare<[number], Named>(
      `SELECT name, phone FROM ${table} WHERE id % ? = 1 AND phone IS NOT NULL ORDER BY id LIMIT 97`,
    )
    .all(step)
}

const spoken = (text: string): string[] => [...text].map((sign) => readingsOf(sign)[0] ?? sign)

const said = [
  '价格',
  '交期',
  '希望账期放到六十天',
  '样机测试',
  '下周再约',
  '机房改造的招标',
  '招标 定金',
  '驻场 光纤',
  '联系人',
]

export function typedIn(db: Db): Typed {
  const [customers, people] = [sample(db, 'customers'), sample(db, 'contacts')]
  const pick = (all: Named[], run: number): Named => all[run % all.length] ?? { name: '', phone: '' }
  const customer = (run: number): Named => pick(customers, run)
  const person = (run: number): Named => pick(people, run)
  return {
    'one character': (run) => customer(run).name.charAt(run % 5),
    'two characters': (run) => customer(run).name.slice(run % 3, (run % 3) + 2),
    'four characters': (run) => customer(run).name.slice(2, 6),
    'whole name': (run) => customer(run).name,
    person: (run) => person(run).name,
    initials: (run) =>
      spoken(customer(run).name.slice(0, 4))
        .map((reading) => reading.charAt(0))
        .join(''),
    pinyin: (run) => spoken(customer(run).name.slice(2, 4)).join(''),
    'person in pinyin': (run) => spoken(person(run).name).join(''),
    'phone, last four': (run) => person(run).phone.slice(-4),
    phone: (run) => person(run).phone.slice(0, 3 + (run % 9)),
    'what was said': (run) => said[run % said.length] ?? '',
    'no hit': (run) => `鬱鱻${run}`,
  }
}
