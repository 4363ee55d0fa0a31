// The longest files begin first, so that no core waits for the last of them.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  'hostKill',
  'checkpointKill',
  'interrupted',
  'sharedData',
  'differential',
  'commands',
  'plantedFaults',
  'sheetEdits',
  'junk',
  'demo',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return at < 0 ? longest.length : at
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => place(a) - place(b))
  }
}
