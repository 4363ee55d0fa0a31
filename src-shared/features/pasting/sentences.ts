// Facts inside an English sentence: "Please contact Mr. David Wong, Sales Director of Pacific Cables Limited".

const company =
  /(?:\p{Lu}[\p{L}\d&'’.-]*\s+){1,5}(?:Co\.?,?\s*Ltd\.?|Limited|Ltd\.?|Inc\.?|LLC|GmbH|Corporation|Corp\.?|Company|Group|PLC)(?![\p{L}])/u
const person = /\b(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})/u
const post = /,\s*([^,]{2,40}?)\s+(?:of|at|with|from)\s*$/u

export interface Sentence {
  company: string
  name: string
  post: string
  rest: string
}

/** Null when the text is no sentence, or says nothing of a company. */
export function readSentence(text: string): Sentence | null {
  const found = company.exec(text)
  if (!found || text.length < found[0].length + 12 || !/\s\p{Ll}+\s/u.test(text)) return null
  const before = text.slice(0, found.index)
  const named = person.exec(text)
  const is = post.exec(before)?.[1] ?? ''
  const taken = [found[0], named?.[0] ?? '', is].filter((one) => one !== '')
  const rest = taken.reduce((left, one) => left.replace(one, ' '), text)
  return { company: found[0], name: named?.[0] ?? '', post: is, rest: rest.replace(/\s+/gu, ' ') }
}
