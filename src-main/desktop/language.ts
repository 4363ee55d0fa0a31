// The language of the menu and of the shell's own dialogs. The page decides; the shell remembers.
import { app } from 'electron'
import { z } from 'zod'
import { desktop as chinese } from '@shared/locales/zh-CN/desktop'
import { desktop as english } from '@shared/locales/en/desktop'
import { shellFile } from './places'
import { readSmallFile, writeSmallFile } from './smallFiles'

export const languageSchema = z.enum(['zh-CN', 'en'])
export type Language = z.output<typeof languageSchema>

const file = (): string => shellFile('language')
let current: Language | null = null

const fromSystem = (): Language => (app.getLocale().toLowerCase().startsWith('en') ? 'en' : 'zh-CN')

export const language = (): Language => {
  if (current) return current
  const remembered = languageSchema.safeParse(readSmallFile(file())?.toString())
  current = remembered.success ? remembered.data : fromSystem()
  return current
}

export const rememberLanguage = (chosen: Language): void => {
  if (chosen === language()) return
  current = chosen
  writeSmallFile(file(), chosen)
}

export const texts = (): typeof chinese => (language() === 'en' ? english : chinese)
