// The three floors by name; Vite, Vitest and the tools all read them here.
import { fileURLToPath } from 'node:url'

const floor = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export const aliases = {
  '@shared': floor('src-shared'),
  '@main': floor('src-main'),
  '@renderer': floor('src-renderer'),
}
