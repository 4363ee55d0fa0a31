// The value of a file field: which content, how large, and what it is called. Issued by the host only.
export interface FileValue {
  hash: string
  size: number
  name: string
}

const nameLength = 100

/** @example writeFile({ hash, size: 2048, name: '执照.pdf' }) // '3f…:2048:执照.pdf' */
export function writeFile({ hash, size, name }: FileValue): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  const stem = ending ? name.slice(0, dot) : name
  return `${hash}:${size}:${stem.slice(0, nameLength - ending.length)}${ending}`
}

/** Null for what is no file value. */
export function readFile(value: unknown): FileValue | null {
  const [, hash, size, name] = /^([0-9a-f]{64}):(\d{1,15}):(.+)$/su.exec(typeof value === 'string' ? value : '') ?? []
  return hash && size && name ? { hash, size: Number(size), name } : null
}
