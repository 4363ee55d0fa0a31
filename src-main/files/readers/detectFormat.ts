// Which reader a file needs, decided by what it holds and never by its name: offices rename freely.
import type { UnsupportedKind } from '@shared/features/importExport/reading'
import { ReadingError, unsupported } from './readingError'

/** What the first bytes say; a zip and an OLE file are looked into later. */
export type Container = 'zip' | 'ole' | 'text'

const signatures: readonly [string, UnsupportedKind][] = [
  ['255044462d', 'pdf'],
  ['89504e470d0a', 'image'],
  ['ffd8ff', 'image'],
  ['474946383', 'image'],
  ['424d', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['52494646', 'image'],
  ['1f8b', 'archive'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['53514c69746520666f726d6174', 'database'],
  ['000100005374616e64617264', 'database'],
  ['4d5a90', 'program'],
  ['7f454c46', 'program'],
  ['7b5c727466', 'word'],
]

/** @throws ReadingError empty, damaged, unsupported */
export function detectContainer(head: Buffer): Container {
  if (head.length === 0) throw new ReadingError('empty')
  const hex = head.subarray(0, 16).toString('hex')
  if (hex.startsWith('504b0304')) return 'zip'
  if (hex.startsWith('504b0506')) throw new ReadingError('empty')
  if (hex.startsWith('d0cf11e0a1b11ae1') || /^09(00|02|04)0[46]00/u.test(hex)) return 'ole'
  const known = signatures.find(([signature]) => hex.startsWith(signature))
  // two letters are no proof: a csv may begin with 'BM'
  if (known && !(known[0] === '424d' && looksLikeText(head))) throw unsupported(known[1])
  return 'text'
}

const looksLikeText = (head: Buffer): boolean => !head.subarray(0, 4096).includes(0)

export type TextKind = 'csv' | 'vcf' | 'html' | 'xml2003'

/** @throws ReadingError unsupported for texts that are no tables */
export function detectText(start: string): TextKind {
  const text = start.replace(/^[\s\u{feff}]+/u, '')
  if (/^BEGIN:VCARD/iu.test(text)) return 'vcf'
  if (/^BEGIN:VCALENDAR/iu.test(text)) throw unsupported('calendar')
  if (/^<\?xml[^>]*>[\s\S]{0,500}urn:schemas-microsoft-com:office:spreadsheet/iu.test(text)) return 'xml2003'
  if (/^<svg[\s>]/iu.test(text)) throw unsupported('image')
  if (/^(<\?xml|<!doctype html|<html|<head|<meta|<style|<table|<!--)/iu.test(text)) {
    if (/<table[\s>]/iu.test(text)) return 'html'
    throw unsupported(/^<\?xml/iu.test(text) && !/<html/iu.test(text) ? 'xml' : 'web')
  }
  if (/^(%PDF|\{\\rtf)/u.test(text)) throw unsupported('pdf')
  if (/^[[{]\s*["{[\]}]/u.test(text) && /["\]}]\s*[:,\]}]/u.test(text)) throw unsupported('json')
  const mailHeads = text.match(
    /^(received|return-path|from|to|subject|date|mime-version|message-id|delivered-to):\s/gimu,
  )
  if (mailHeads && mailHeads.length >= 3 && /^[\w-]+:\s/u.test(text)) throw unsupported('mail')
  return 'csv'
}
