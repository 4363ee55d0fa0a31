// Stands in for electron-log: tests read what was noted, nothing is written.
export const noted: string[] = []

const log = {
  transports: { file: { resolvePathFn: (): string => '', maxSize: 0 }, console: { level: '' } },
  info: (...words: unknown[]): void => void noted.push(words.join(' ')),
  warn: (...words: unknown[]): void => void noted.push(words.join(' ')),
}
export { log as default }
