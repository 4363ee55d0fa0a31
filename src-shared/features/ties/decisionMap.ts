// Where everybody stands on the map of who decides: superiors above those below them, the deciders first.
export interface MapPerson {
  id: number
  superiorId: number | null
  decisionRole: string | null
}

export interface MapPlace {
  id: number
  x: number
  y: number
  /** Null for one without a superior on the map. */
  above: number | null
}

export interface DecisionMap {
  places: MapPlace[]
  width: number
  height: number
}

export const card = { width: 168, height: 76, gapX: 16, gapY: 44 }

const weight: Record<string, number> = { decides: 0, evaluates: 1, influences: 2, uses: 3 }
const byWeight = (a: MapPerson, b: MapPerson): number =>
  (weight[a.decisionRole ?? ''] ?? 4) - (weight[b.decisionRole ?? ''] ?? 4) || a.id - b.id

interface Branch {
  person: MapPerson
  below: Branch[]
  /** In cards. */
  span: number
}

function branches(people: readonly MapPerson[]): Branch[] {
  const ids = new Set(people.map(({ id }) => id))
  const used = new Set<number>()
  const grow = (person: MapPerson): Branch => {
    used.add(person.id)
    const mine = people.filter((one) => one.superiorId === person.id && !used.has(one.id)).sort(byWeight)
    const below = mine.map(grow)
    return {
      person,
      below,
      span: Math.max(
        1,
        below.reduce((sum, one) => sum + one.span, 0),
      ),
    }
  }
  const isTop = ({ superiorId }: MapPerson): boolean => superiorId === null || !ids.has(superiorId)
  const tops = people.filter(isTop).map(grow)
  // a circle has no top: it begins somewhere
  const rest = people.filter(({ id }) => !used.has(id)).flatMap((one) => (used.has(one.id) ? [] : [grow(one)]))
  const size = (one: Branch): number => (one.below.length > 0 ? 0 : 1)
  return [...tops, ...rest].sort((a, b) => size(a) - size(b) || byWeight(a.person, b.person))
}

const stepX = card.width + card.gapX
const stepY = card.height + card.gapY
const depthOf = ({ below }: Branch): number => 1 + Math.max(0, ...below.map(depthOf))

/** Trees side by side as far as `width` goes, then in a further row. */
export function decisionMap(people: readonly MapPerson[], width: number): DecisionMap {
  const columns = Math.max(1, Math.floor((width + card.gapX) / stepX))
  const places: MapPlace[] = []
  let [column, row, deepest, widest] = [0, 0, 0, 0]
  const place = (branch: Branch, left: number, level: number, above: number | null): void => {
    const x = (left + (branch.span - 1) / 2) * stepX
    places.push({ id: branch.person.id, x, y: level * stepY, above })
    let at = left
    for (const one of branch.below) {
      place(one, at, level + 1, branch.person.id)
      at += one.span
    }
  }
  for (const branch of branches(people)) {
    if (column > 0 && column + branch.span > columns) {
      row += deepest
      column = 0
      deepest = 0
    }
    place(branch, column, row, null)
    column += branch.span
    widest = Math.max(widest, column)
    deepest = Math.max(deepest, depthOf(branch))
  }
  return {
    places,
    width: Math.max(0, widest * stepX - card.gapX),
    height: Math.max(0, (row + deepest) * stepY - card.gapY),
  }
}
