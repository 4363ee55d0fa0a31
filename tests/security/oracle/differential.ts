// Many questions to many random offices, each answered twice.
import { seeded } from '../../support/random'
import { type Asked, Mismatch, type Question } from './asking'
import { duplicateReads } from './duplicates'
import { home } from './home'
import { makeOffice, type Office } from './makeWorld'
import { Oracle } from './oracle'
import { card, printedList, takeOut } from './paper'
import { poolReads, poolWrites } from './pool'
import { reads } from './reads'
import { slow, writes } from './writes'

export interface Options {
  decisions: number
  seed: number
  /** Only these questions. */
  only?: string[]
  /** Questions to one office before the next is made. */
  questions?: number
  /** Breaks something on purpose. */
  fault?: (office: Office) => void
}

/** Throws Mismatch naming the seed and the step; gives how much was compared. */
export async function compare({
  decisions,
  seed,
  only,
  fault,
  questions: steps = 800,
}: Options): Promise<{ decided: number; offices: number; byQuestion: Record<string, number> }> {
  const questions = Object.entries<Question>({
    ...reads,
    ...duplicateReads,
    ...poolReads,
    home,
    card,
    printedList,
    takeOut,
    ...writes,
    ...poolWrites,
    ...(only ? slow : {}),
  }).filter(([name]) => !only || only.includes(name))
  const byQuestion: Record<string, number> = {}
  let decided = 0
  let offices = 0
  for (; decided < decisions; offices++) {
    const random = seeded(seed + offices)
    const office = await makeOffice(random)
    fault?.(office)
    try {
      for (let step = 0; step < steps && decided < decisions; step++) {
        const [name, question] = random.pick(questions)
        const asked: Asked = {
          office,
          oracle: new Oracle(office.world),
          who: random.pick(office.people),
          random,
          decided: 0,
        }
        if (random.chance(0.01)) nextDay(office)
        await question(asked).catch((error: unknown) => {
          if (error instanceof Mismatch)
            throw new Mismatch(`seed ${seed + offices}, step ${step}, ${name}: ${error.message}`)
          throw new Error(`seed ${seed + offices}, step ${step}, ${name}`, { cause: error })
        })
        decided += asked.decided
        byQuestion[name] = (byQuestion[name] ?? 0) + asked.decided
      }
    } finally {
      await office.app.close()
    }
  }
  return { decided, offices, byQuestion }
}

/** Shares run out. */
function nextDay({ app, world }: Office): void {
  app.clock.pass(86_400_000)
  const date = new Date(app.clock.now)
  world.today = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}
