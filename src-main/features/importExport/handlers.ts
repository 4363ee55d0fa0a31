import { handlersOf } from '@main/api/context'
import { withLateIndex } from '@main/search/lateIndex'
import { fail } from '@shared/api/errors'
import { importExportEndpoints } from '@shared/features/importExport/endpoints'
import { compareEdits } from './comparing'
import { exportList, guardExport } from './exporting'
import { inspect } from './inspecting'
import { placeItem } from './placing'
import { guardImport, runImport, tryImport } from './running'
import { findRun, keepLeft } from './runs'
import { engineStore } from './store'
import { newTally } from './tally'
import { acceptedEdits, takeEdits } from './takingEdits'
import { template } from './template'
import { longestChunkMs } from './writing'

export const importExportHandlers = handlersOf(importExportEndpoints, {
  inspect,

  dryRun(ctx, options) {
    guardImport(ctx, options)
    return {
      jobId: ctx.services.jobs.start('importExport.dryRun', ctx.user.id, async (job) => ({
        ...(await tryImport(ctx, options, job)),
      })),
    }
  },

  run(ctx, options) {
    guardImport(ctx, options)
    return {
      jobId: ctx.services.jobs.start('importExport.run', ctx.user.id, async (job) => ({
        ...(await runImport(ctx, options, job)),
      })),
    }
  },

  writeChunk(ctx, { run: id, rows }) {
    const run = findRun(ctx, id)
    if (!run) throw fail('notFound')
    const began = performance.now()
    run.chunk = newTally()
    run.chunkRows = 0
    withLateIndex(ctx, (inner) => {
      const store = engineStore(inner)
      for (const row of rows) {
        const item = run.items.at(row)
        if (!item) throw fail('notFound')
        placeItem(inner, run, store, item, run.chunk)
        run.chunkRows += 1
        // rows that take longer than those before are left for the next chunk: somebody may be waiting
        if (performance.now() - began > longestChunkMs) break
      }
    })
    keepLeft(ctx, run, run.chunkRows)
    run.chunkMs = performance.now() - began
    const { createdCustomers, updatedCustomers, refused } = run.chunk
    const counts = { created: createdCustomers, updated: updatedCustomers.size, refused: refused.size }
    ctx.about('customers', null, { rows: run.chunkRows, ...counts })
    return counts
  },

  export(ctx, input) {
    guardExport(ctx, input)
    const jobId = ctx.services.jobs.start('importExport.export', ctx.user.id, async (job) => ({
      ...(await exportList(ctx, input, job)),
    }))
    return { jobId }
  },

  compareEdits(ctx, { token }) {
    // refuses a file that is not this person's
    ctx.services.files.take(token, ctx.user.id)
    const jobId = ctx.services.jobs.start('importExport.compareEdits', ctx.user.id, async (job) => ({
      ...(await compareEdits(ctx, token, job)),
    }))
    return { jobId }
  },

  takeEdits(ctx, { comparison, rows }) {
    const taken = acceptedEdits(ctx, comparison, rows)
    const jobId = ctx.services.jobs.start('importExport.takeEdits', ctx.user.id, async (job) => ({
      ...(await takeEdits(ctx, comparison, taken, job)),
    }))
    return { jobId }
  },

  template: (ctx, { language }) => template(ctx, language),
})
