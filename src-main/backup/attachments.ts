// Attachments never change once written (their name is their content), so a backup refers to them in a pool
// beside the backups: on the same disk the pool costs no space, and a purged attachment can still come back.
import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { syncFolderOf } from '@main/database/durable'
import { hashInWorker } from './inWorker'
import { listBackups, readFileList } from './folder'
import { poolName, type ListedFile } from './manifest'

/** Every file under `from`, with size and hash; `known` saves reading those listed before. */
export async function listAttachments(from: string, known: readonly ListedFile[]): Promise<ListedFile[]> {
  const before = new Map(known.map((file) => [file.path, file]))
  const present = await sizesUnder(from)
  const fresh = present.filter(({ path, size }) => before.get(path)?.size !== size)
  const hashes = await hashInWorker(fresh.map(({ path }) => join(from, path)))
  const hashOf = new Map(fresh.map(({ path }, at) => [path, hashes[at] ?? null]))
  return present.flatMap(({ path, size }) => {
    const sha256 = hashOf.get(path) ?? before.get(path)?.sha256
    return sha256 === undefined ? [] : [{ path, size, sha256 }]
  })
}

/** Of the listed files, those that `folder` has not, judged by name and size. */
export async function filesLacking(files: readonly ListedFile[], folder: string): Promise<ListedFile[]> {
  const there = new Map((await sizesUnder(folder)).map(({ path, size }) => [path, size]))
  return files.filter(({ path, size }) => there.get(path) !== size)
}

/** Puts the listed files into `to`, from `from`; each appears whole or not at all. */
export async function bringFiles(files: readonly ListedFile[], from: string, to: string): Promise<void> {
  for (const { path } of files) {
    const target = join(to, path)
    const draft = `${target}.part`
    await mkdir(dirname(target), { recursive: true })
    await rm(draft, { force: true })
    await link(join(from, path), draft).catch(() => copyFlushed(join(from, path), draft))
    await rename(draft, target)
  }
  for (const folder of new Set(files.map(({ path }) => dirname(join(to, path))))) syncFolderOf(join(folder, '.'))
}

async function copyFlushed(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The listed files whose copy under `folder` is missing or differs. */
export async function damagedFiles(files: readonly ListedFile[], folder: string): Promise<ListedFile[]> {
  const hashes = await hashInWorker(files.map(({ path }) => join(folder, path)))
  return files.filter(({ sha256 }, at) => hashes[at] !== sha256)
}

/** Frees pool files that no backup of the folder refers to. Does nothing when one list cannot be read. */
export async function trimPool(folder: string): Promise<void> {
  const pool = join(folder, poolName)
  const needed = new Set<string>()
  try {
    for (const { name } of listBackups(folder)) for (const { path } of readFileList(folder, name)) needed.add(path)
  } catch {
    return
  }
  for (const { path } of await sizesUnder(pool)) if (!needed.has(path)) await rm(join(pool, path), { force: true })
}

// Written with / so that a list made on Windows reads the same elsewhere.
async function sizesUnder(folder: string): Promise<{ path: string; size: number }[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: { path: string; size: number }[] = []
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.part')) continue
    const file = join(entry.parentPath, entry.name)
    const { size } = await stat(file)
    found.push({ path: relative(folder, file).split(sep).join('/'), size })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
