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
  /** Set in from the superior, one under the other, where there is no room side by side. */
  stacked: boolean
}

export interface DecisionMap {
  places: MapPlace[]
  width: number
  height: number
}

export const card = { width: 168, height: 76, gapX: 16, gapY: 44, indent: 16, gapStacked: 12 }

const weight: Record<string, number> = { decides: 0, evaluates: 1, influences: 2, uses: 3 }
const byWeight = (a: MapPerson, b: MapPerson): number =>
  (weight[a.decisionRole ?? ''] ?? 4) - (weight[b.decisionRole ?? ''] ?? 4) || a.id - b.id

interface Branch {
  person: MapPerson
  below: Branch[]
}

function branches(people: readonly MapPerson[]): Branch[] {
  const ids = new Set(people.map(({ id }) => id))
  const used = new Set<number>()
  const grow = (person: MapPerson): Branch => {
    used.add(person.id)
    const mine = people.filter((one) => one.superiorId === person.id && !used.has(one.id)).sort(byWeight)
    return { person, below: mine.map(grow) }
  }
  const isTop = ({ superiorId }: MapPerson): boolean => superiorId === null || !ids.has(superiorId)
  const tops = people.filter(isTop).map(grow)
  // a circle has no top: it begins somewhere
  const rest = people.filter(({ id }) => !used.has(id)).flatMap((one) => (used.has(one.id) ? [] : [grow(one)]))
  const size = (one: Branch): number => (one.below.length > 0 ? 0 : 1)
  return [...tops, ...rest].sort((a, b) => size(a) - size(b) || byWeight(a.person, b.person))
}

const depthOf = ({ below }: Branch): number => 1 + Math.max(0, ...below.map(depthOf))

const moved = ({ places, width, height }: DecisionMap, x: number, y: number): DecisionMap => ({
  places: places.map((one) => ({ ...one, x: one.x + x, y: one.y + y })),
  width,
  height,
})

/** Blocks after one another, each told where the last one ended. */
function inTurn(blocks: readonly DecisionMap[], place: (block: DecisionMap, at: number) => [DecisionMap, number]) {
  let at = 0
  return blocks.map((block) => {
    const [placed, end] = place(block, at)
    at = end
    return placed
  })
}

/** A tree whose people from level `stackFrom` on have those below them one under the other. */
function block({ person, below }: Branch, stackFrom: number, above: number | null, stacked = false): DecisionMap {
  const self: MapPlace = { id: person.id, x: 0, y: 0, above, stacked }
  if (below.length === 0) return { places: [self], width: card.width, height: card.height }
  const stacks = stackFrom <= 0
  const made = below.map((one) => block(one, stackFrom - 1, person.id, stacks))
  const placed = stacks
    ? inTurn(made, (one, at) => {
        const y = card.height + card.gapStacked + at
        return [moved(one, card.indent, y), at + one.height + card.gapStacked]
      })
    : inTurn(made, (one, at) => [moved(one, at, card.height + card.gapY), at + one.width + card.gapX])
  const heads = placed.flatMap(({ places }) => places.slice(0, 1))
  const middle = ((heads.at(0)?.x ?? 0) + (heads.at(-1)?.x ?? 0)) / 2
  const places = [{ ...self, x: stacks ? 0 : middle }, ...placed.flatMap((one) => one.places)]
  return {
    places,
    width: Math.max(...places.map(({ x }) => x)) + card.width,
    height: Math.max(...places.map(({ y }) => y)) + card.height,
  }
}

/** Side by side as far up as there is room for, the lower levels first giving way. */
function fitted(branch: Branch, width: number): DecisionMap {
  for (let stackFrom = depthOf(branch); stackFrom > 0; stackFrom--) {
    const tried = block(branch, stackFrom, null)
    if (tried.width <= width) return tried
  }
  return block(branch, 0, null)
}

/** Trees side by side as far as `width` goes, then in a further row. */
export function decisionMap(people: readonly MapPerson[], width: number): DecisionMap {
  const whole: DecisionMap = { places: [], width: 0, height: 0 }
  let [x, y] = [0, 0]
  for (const tree of branches(people).map((branch) => fitted(branch, width))) {
    if (x > 0 && x + tree.width > width) {
      x = 0
      y = whole.height + card.gapY
    }
    whole.places.push(...moved(tree, x, y).places)
    whole.width = Math.max(whole.width, x + tree.width)
    whole.height = Math.max(whole.height, y + tree.height)
    x += tree.width + card.gapX
  }
  return whole
}
