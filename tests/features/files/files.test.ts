import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { FileStore } from '@main/files/store'
import { safeName } from '@shared/fileNames'
import { openTestApp } from '../../support/app'
import { hostileNames } from './hostileNames'

const base64 = (text: string) => Buffer.from(text).toString('base64')

it('takes a file in pieces, tolerates a piece sent twice, refuses pieces out of step', async () => {
  const app = openTestApp()
  const { api, id } = app.person()
  const { token } = await api.files.begin({ name: '客户.csv', size: 10 })
  expect(await api.files.append({ token, offset: 0, data: base64('名称,') })).toEqual({ received: 7 })
  expect(await api.files.append({ token, offset: 0, data: base64('名称,') })).toEqual({ received: 7 })
  await expect(api.files.append({ token, offset: 3, data: base64('x') })).rejects.toMatchObject({ code: 'rule' })
  await expect(api.files.append({ token, offset: 7, data: base64('wxyz') })).rejects.toMatchObject({ code: 'rule' })
  expect(() => app.host.services.files.take(token, id)).toThrow('uploadUnfinished')
  await api.files.append({ token, offset: 7, data: base64('电话').slice(0, 4) })
  await expect(api.files.append({ token, offset: 10, data: base64('x') })).rejects.toMatchObject({ code: 'rule' })
  await app.close()
})

it('gives a file to nobody but the one who sent or asked for it', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const { token } = await rep.api.files.begin({ name: 'a.csv', size: 1 })
  await expect(colleague.api.files.append({ token, offset: 0, data: base64('x') })).rejects.toMatchObject({
    code: 'notFound',
  })
  const offered = await app.host.services.files.offer('导出.csv', Buffer.alloc(600_000, 'a'), rep.id)
  await expect(colleague.api.files.download({ token: offered, offset: 0 })).rejects.toMatchObject({ code: 'notFound' })
  const first = await rep.api.files.download({ token: offered, offset: 0 })
  const got = Buffer.from(first.data, 'base64')
  const rest = Buffer.from((await rep.api.files.download({ token: offered, offset: got.length })).data, 'base64')
  expect(got.length + rest.length).toBe(600_000)
  expect((await rep.api.files.download({ token: offered, offset: 600_000 })).data).toBe('')
  expect((await rep.api.files.download({ token: offered, offset: 9e9 })).data).toBe('')
  await app.close()
})

it('no name leads out of its folder, hides what it is, or is one Windows keeps', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'zhike-names-'))
  const folder = join(outside, 'in')
  const store = new FileStore(folder)
  expect(hostileNames.length).toBeGreaterThanOrEqual(250)
  for (const name of hostileNames) {
    const safe = safeName(name)
    expect(relative(folder, resolve(folder, safe)), JSON.stringify(name)).toBe(safe)
    expect(Buffer.byteLength(safe), JSON.stringify(name)).toBeLessThanOrEqual(255)
    expect(safe, JSON.stringify(name)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+$/u)
    expect(safe, JSON.stringify(name)).not.toMatch(
      /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)\s*(\.|$)/i,
    )
    expect(safe, JSON.stringify(name)).not.toMatch(/^[.\s]|[.\s]$/)
    await store.offer(name, Buffer.from('x'), 1)
  }
  expect(readdirSync(outside)).toEqual(['in'])
  expect(readdirSync(folder)).toHaveLength(300)
  expect(readdirSync(folder).every((one) => statSync(join(folder, one)).isFile())).toBe(true)
})
