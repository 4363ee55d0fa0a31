// `npm run icons`: draws build/icon.svg in every size the installers want. Needs a Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { needChromium } from './chromium'

const inBuild = (name: string): string => fileURLToPath(new URL(`../build/${name}`, import.meta.url))
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

type Pictures = Map<number, Buffer>

const draw = async (): Promise<Pictures> => {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: needChromium(), args })
  const page = await browser.newPage()
  const svg = readFileSync(inBuild('icon.svg')).toString('base64')
  const pictures: Pictures = new Map()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
    )
    pictures.set(size, await page.screenshot({ omitBackground: true, type: 'png' }))
  }
  await browser.close()
  return pictures
}

const picture = (pictures: Pictures, size: number): Buffer => {
  const found = pictures.get(size)
  if (!found) throw new Error(`no picture of ${size} pixels`)
  return found
}

/** Windows: a directory of entries, then the PNGs. 256 is written as 0. */
const ico = (pictures: Pictures): Buffer => {
  const wanted = [16, 24, 32, 48, 64, 128, 256]
  const head = Buffer.alloc(6 + 16 * wanted.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(wanted.length, 4)
  let offset = head.length
  wanted.forEach((size, n) => {
    const at = 6 + 16 * n
    const { length } = picture(pictures, size)
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += length
  })
  return Buffer.concat([head, ...wanted.map((size) => picture(pictures, size))])
}

/** macOS: tagged parts, each with its length. */
const icns = (pictures: Pictures): Buffer => {
  const tags: [string, number][] = [
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ]
  const parts = tags.map(([tag, size]) => {
    const png = picture(pictures, size)
    const head = Buffer.alloc(8)
    head.write(tag, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const pictures = await draw()
writeFileSync(inBuild('icon.png'), picture(pictures, 1024))
writeFileSync(inBuild('icon.ico'), ico(pictures))
writeFileSync(inBuild('icon.icns'), icns(pictures))
mkdirSync(inBuild('icons'), { recursive: true })
for (const size of [16, 32, 48, 64, 128, 256, 512])
  writeFileSync(inBuild(`icons/${size}x${size}.png`), picture(pictures, size))
console.log(`icons: ${sizes.length} sizes drawn into build/`)
