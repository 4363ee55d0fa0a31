// How a name is spoken, and how Latin letters typed for it are taken apart:
// 上海某信 answers to `shanghaimouxin`, `shmx`, `shangh` and `上海mx` alike.
import { pinyin } from 'pinyin-pro'

/** Readings in daily use beside the first one of the dictionary; surnames and places among them. */
const otherReadings = new Map(
  (
    '重chong 行hang 长zhang 乐yue 朝zhao 藏zang 曾ceng 调diao 都du 还huan 会kuai 解xie 单shan 单chan 仇qiu 查zha 盖ge 区ou 任ren 尉yu 俟qi 万mo ' +
    '朴piao 翟zhai 覃qin 覃tan 召shao 种chong 缪miao 员yun 宿su 冼xian 洗xian 那na 厦xia 厦sha 便pian 传zhuan 弹tan 度duo 佛fo 冠guan ' +
    '号hao 和he 华hua 夹jia 降jiang 角jue 教jiao 结jie 卷juan 壳qiao 乐le 蒙meng 模mu 宁ning 漂piao 铺pu 奇ji ' +
    '散san 色shai 盛cheng 识zhi 似shi 数shu 说shui 宿xiu 弦xian 相xiang 校jiao 血xue 载zai 择zhai 轧zha 占zhan 只zhi ' +
    '转zhuan 秘bi 番pan 阿e 亳bo 蚌beng 泊po 柏bo 柏bai 蔚yu 堡pu 六lu 丽li 吕lu 女nu 旅lu 绿lu 律lu 率lv 率shuai 略lue 虐nue ' +
    '荨qian 莞guan 浚xun 涡guo 枞zong 歙she 郫pi 犍qian 筠jun 卡qia 车ju 臭xiu 圈juan 参shen 差chai 称chen 乘sheng 合ge 晃huang 贾jia 系ji'
  )
    .split(' ')
    .reduce(
      (all, entry) => all.set(entry.charAt(0), [...(all.get(entry.charAt(0)) ?? []), entry.slice(1)]),
      new Map<string, string[]>(),
    ),
)

/** By code unit: names are compared by the thousand. */
const known: (readonly string[] | undefined)[] = new Array<undefined>(0x10000)
/** Characters beyond the first plane are two units. */
const knownPairs = new Map<string, readonly string[]>()
const none: readonly string[] = []

/** What a folded character may be spoken as; Latin letters and digits stand for themselves. */
export function readingsOf(sign: string): readonly string[] {
  if (sign.length < 2) return sign === '' ? none : readingsAt(sign, 0)
  const readings = knownPairs.get(sign) ?? learnReadings(sign)
  knownPairs.set(sign, readings)
  return readings
}

function readingsAt(text: string, at: number): readonly string[] {
  const unit = text.charCodeAt(at)
  return known[unit] ?? (known[unit] = learnReadings(text.charAt(at)))
}

function learnReadings(sign: string): readonly string[] {
  if (/[a-z0-9]/.test(sign)) return [sign]
  if (!/\p{Script=Han}/u.test(sign)) return none
  const [first = ''] = pinyin(sign, { toneType: 'none', type: 'array', v: true })
  // characters the dictionary does not know come back as they are
  const all = [first.normalize('NFKD').replace(/[^a-z]/g, ''), ...(otherReadings.get(sign) ?? [])]
  return [...new Set(all.filter((reading) => reading !== ''))]
}

const finals =
  'b:a ai an ang ao ei en eng i ian iao ie in ing o u|p:a ai an ang ao ei en eng i ian iao ie in ing o ou u|' +
  'm:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u|f:a an ang ei en eng o ou u|' +
  'd:a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo|t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo|' +
  'n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue|l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue|' +
  'g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo|k:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo|' +
  'h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo|j:i ia ian iang iao ie in ing iong iu u uan ue un|' +
  'q:i ia ian iang iao ie in ing iong iu u uan ue un|x:i ia ian iang iao ie in ing iong iu u uan ue un|' +
  'zh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo|ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo|' +
  'sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo|r:an ang ao e en eng i ong ou u ua uan ui un uo|' +
  'z:a ai an ang ao e ei en eng i ong ou u uan ui un uo|c:a ai an ang ao e en eng i ong ou u uan ui un uo|' +
  's:a ai an ang ao e en eng i ong ou u uan ui un uo|y:a an ang ao e i in ing o ong ou u uan ue un|w:a ai an ang ei en eng o u|' +
  ':a ai an ang ao e ei en eng er o ou'

const initials = new Set<string>(['a', 'e', 'o'])
const syllables = new Set<string>()
for (const row of finals.split('|')) {
  const [initial = '', rest = ''] = row.split(':')
  if (initial) initials.add(initial)
  for (const final of rest.split(' ')) syllables.add(initial + final)
}

/** Beginnings of syllables, and for each the syllables that begin so. */
const beginnings = new Map<string, string[]>()
for (const syllable of syllables)
  for (let length = 1; length <= syllable.length; length++) {
    const start = syllable.slice(0, length)
    beginnings.set(start, [...(beginnings.get(start) ?? []), syllable])
  }

export const syllablesFrom = (start: string): readonly string[] => beginnings.get(start) ?? none

/** One piece of what was typed, standing for one character of the name. */
export interface Piece {
  text: string
  /** `sign`: the character itself; `whole`: exactly this syllable; `start`: a syllable that begins so. */
  as: 'sign' | 'whole' | 'start'
}

const longestTyped = 24
const patternsTried = 5

/**
 * The ways to read typed letters as spoken characters, fewest characters first, initials always among them.
 * @example patternsOf('shmx') // s-h-m-x, sh-m-x
 */
export function patternsOf(word: string): readonly (readonly Piece[])[] {
  if (word.length > longestTyped || !/[a-z]/.test(word)) return []
  const found = split(word, 0, new Map())
  const sorted = [...found].sort((a, b) => a.length - b.length)
  const byInitials = sorted.find((pieces) => pieces.length === word.length)
  const shortest = sorted[0]?.length ?? 0
  const first = sorted.filter((pieces) => pieces.length <= shortest + 1).slice(0, patternsTried)
  return byInitials && !first.includes(byInitials) ? [...first, byInitials] : first
}

const keptSplits = 40

function split(word: string, at: number, done: Map<number, Piece[][]>): Piece[][] {
  if (at === word.length) return [[]]
  const before = done.get(at)
  if (before) return before
  const all = piecesAt(word, at).flatMap((piece) =>
    split(word, at + piece.text.length, done).map((rest) => [piece, ...rest]),
  )
  const kept = all.sort((a, b) => a.length - b.length)
  // initials only is the longest way: kept beside the shortest ones
  const last = kept.at(-1)
  const some = kept.length > keptSplits && last ? [...kept.slice(0, keptSplits - 1), last] : kept
  done.set(at, some)
  return some
}

function piecesAt(word: string, at: number): Piece[] {
  if (!/[a-z]/.test(word.charAt(at))) return [{ text: word.charAt(at), as: 'sign' }]
  const pieces: Piece[] = []
  for (let length = 1; length <= 6 && at + length <= word.length; length++) {
    const text = word.slice(at, at + length)
    const atEnd = at + length === word.length
    if (initials.has(text) || (atEnd && beginnings.has(text))) pieces.push({ text, as: 'start' })
    else if (syllables.has(text)) pieces.push({ text, as: 'whole' })
  }
  return pieces
}

function fits(name: string, at: number, { text, as }: Piece): boolean {
  if (as === 'sign') return name.charAt(at) === text
  for (const reading of readingsAt(name, at))
    if (as === 'whole' ? reading === text : reading.startsWith(text)) return true
  return false
}

function fitsAll(name: string, start: number, pattern: readonly Piece[]): boolean {
  let at = start
  for (const piece of pattern) if (!fits(name, at++, piece)) return false
  return true
}

/** Where a folded name is spoken like one of the patterns: the first place, as [start, end). */
export function spokenAt(name: string, patterns: readonly (readonly Piece[])[]): [number, number] | null {
  for (let start = 0; start < name.length; start++)
    for (const pattern of patterns)
      if (start + pattern.length <= name.length && fitsAll(name, start, pattern)) return [start, start + pattern.length]
  return null
}
