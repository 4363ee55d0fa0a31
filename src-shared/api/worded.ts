// Codes as they cross the wire in an answer: typed, so that none is sent that has no words.
import { z } from 'zod'
import type { RuleCode, WordedCode } from './errors'

const isText = (value: unknown): boolean => typeof value === 'string'

export const wordedCode = z.custom<WordedCode>(isText)
export const ruleCode = z.custom<RuleCode>(isText)
