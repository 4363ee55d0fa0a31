// Runs once before all tests: the host starts its workers from built files, never from TypeScript.
import { buildWorkers } from '../../tools/buildWorkers'

export const setup = (): Promise<void> => buildWorkers()
