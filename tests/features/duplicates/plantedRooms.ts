// Who is at a planted company and where it is: names as common and roads as few as makes chance meetings likelier than
// they are anywhere, and the second writing of a company with the same person or address half of the time each.
import type { Random } from '../../support/random'

export interface Room {
  person: string
  /** Road and number, as it is meant. */
  door: string
  address: string
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = [
  ...'伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 桂英 建国 建华 志强 晓明 海燕 文博 雨欣 子涵 佳怡 国栋 秀英 丽华'.split(
    ' ',
  ),
]
const roads = [
  ...'人民 解放 中山 建设 新华 和平 文化 长江 黄河 工业 科技 创业 迎宾 滨河 学府 东风 胜利 光明 幸福 朝阳'.split(' '),
]

const doorOf = (random: Random): string => `${random.pick(roads)}路${1 + random.whole(400)}`
const written = (door: string, random: Random): string =>
  `${random.pick(['', '江苏省苏州市', '高新区', '吴中区越溪街道'])}${door}号${random.pick(['', '3楼', '金融大厦12层1203室', 'A座'])}`

export function roomOf(random: Random): Room {
  const door = doorOf(random)
  return { person: random.pick(surnames) + random.pick(given), door, address: written(door, random) }
}

/** The same company as somebody else wrote it down. */
export function writtenAgain(room: Room, random: Random): Room {
  const other = roomOf(random)
  const door = random.chance(0.5) ? room.door : other.door
  return { person: random.chance(0.5) ? room.person : other.person, door, address: written(door, random) }
}
