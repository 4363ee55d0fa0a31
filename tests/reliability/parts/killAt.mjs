// Preloaded with --import: ends the process at its n-th call that changes the file system, as a power switch
// would. ZHIKE_KILL_AT=n; ZHIKE_KILL_AFTER=1 lets the call happen first.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env.ZHIKE_KILL_AT)
const after = process.env.ZHIKE_KILL_AFTER === '1'
const changing = ['renameSync', 'rmSync', 'writeFileSync', 'mkdirSync']
const changingLater = ['copyFile', 'rename', 'rm', 'link', 'mkdir']
let count = 0

// Only files under the data folder: loaders and workers have files of their own.
const counts = (args) => String(args[0]).startsWith(process.env.ZHIKE_KILL_IN ?? '/') && (count += 1) === at
const end = () => process.kill(process.pid, 'SIGKILL')

for (const name of changing) {
  const real = fs[name]
  fs[name] = (...args) => {
    const now = counts(args)
    if (now && !after) end()
    const result = real(...args)
    if (now) end()
    return result
  }
}
for (const name of changingLater) {
  const real = fs.promises[name]
  fs.promises[name] = async (...args) => {
    const now = counts(args)
    if (now && !after) end()
    const result = await real(...args)
    if (now) end()
    return result
  }
}
syncBuiltinESMExports()
