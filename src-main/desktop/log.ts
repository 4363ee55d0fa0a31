// The shell's log file; the host's own words end up in it too.
import log from 'electron-log/main'
import { shellFile } from './places'

export const openLog = (): void => {
  log.transports.file.resolvePathFn = () => shellFile('logs/zhike.log')
  log.transports.file.maxSize = 2_000_000
  log.transports.console.level = process.env['ZHIKE_VERBOSE'] ? 'debug' : 'error'
}

export const note = (line: string): void => log.info(line)
export const warn = (line: string, cause?: unknown): void => log.warn(line, cause ?? '')
