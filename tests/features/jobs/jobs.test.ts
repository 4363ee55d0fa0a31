import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

it('shows and calls off one’s own jobs only', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const id = app.host.services.jobs.start('import', rep.id, async (job) => {
    for (let i = 0; ; i++) {
      job.progress(i, null)
      await job.breathe()
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect((await rep.api.jobs.list({})).rows).toHaveLength(1)
  expect((await colleague.api.jobs.list({})).rows).toHaveLength(0)
  await expect(colleague.api.jobs.read({ id })).rejects.toMatchObject({ code: 'notFound' })
  await expect(colleague.api.jobs.cancel({ id })).rejects.toMatchObject({ code: 'notFound' })
  await rep.api.jobs.cancel({ id })
  await expect.poll(async () => (await rep.api.jobs.read({ id })).state).toBe('cancelled')
  await app.close()
})
