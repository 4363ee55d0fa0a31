// The first bytes of an SQLite file, read without opening it as a database, so that nothing is created
// beside it. Only for a file that no connection of this process has open: closing it drops SQLite's locks.
import { closeSync, openSync, readSync } from 'node:fs'

export interface FileHeader {
  applicationId: number
  userVersion: number
  /** It has no table, no index, nothing. */
  blank: boolean
}

const magic = 'SQLite format 3\0'
const headerLength = 100
// The first page's own header follows: its kind, then the number of entries of the schema at 3.
const schemaEntries = headerLength + 3

/** The header, or null when these are not the first bytes of an SQLite file. */
export function readHeader(file: string): FileHeader | null {
  const bytes = firstBytes(file, headerLength + 8)
  if (bytes.length < headerLength + 8 || bytes.toString('latin1', 0, 16) !== magic) return null
  return {
    applicationId: bytes.readUInt32BE(68),
    userVersion: bytes.readUInt32BE(60),
    blank: bytes.readUInt16BE(schemaEntries) === 0,
  }
}

function firstBytes(file: string, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, 0))
  } finally {
    closeSync(handle)
  }
}
