// The region a written address lies in: '苏州工业园区星湖街328号' → 3205.
import { namesOf, type Region, regionTree } from '@shared/regions'

const bare = (name: string): string => name.replace(/(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|省|市|地区|盟)$/u, '')

const startsWith = (text: string, { name }: Region): number => {
  if (text.startsWith(name)) return name.length
  const short = bare(name)
  return short.length >= 2 && text.startsWith(short) ? short.length : 0
}

/** The longest code that the beginning of the text names; '' when none. */
export function regionIn(address: string): string {
  const text = address.replace(/^(?:中国|中华人民共和国)/u, '').replace(/[\s,，·-]/gu, '')
  for (const province of regionTree()) {
    const length = startsWith(text, province)
    if (length > 0) return within(text.slice(length), province)
  }
  for (const province of regionTree())
    for (const city of province.children ?? []) {
      const length = startsWith(text, city)
      if (length > 0) return countyIn(text.slice(length), city) ?? city.code
      // 昆山市 without 苏州 before it
      const county = (city.children ?? []).find((one) => /市$/u.test(one.name) && startsWith(text, one) > 0)
      if (county) return county.code
    }
  return ''
}

function within(text: string, province: Region): string {
  const cities = province.children ?? []
  for (const city of cities) {
    const length = startsWith(text, city)
    if (length > 0) return countyIn(text.slice(length), city) ?? city.code
  }
  // 上海市浦东新区: the city between is not written
  for (const city of cities) {
    const county = countyIn(text, city)
    if (county !== null) return county
  }
  return cities.length === 1 ? (cities[0]?.code ?? province.code) : province.code
}

function countyIn(text: string, { children = [] }: Region): string | null {
  return children.find((one) => namesOf(one).some((name) => text.startsWith(name)))?.code ?? null
}
