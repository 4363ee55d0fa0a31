import type { PickedFile } from '@shared/desktop'

/** The first file of a drop, read like one that was picked. */
export function droppedFile(event: DragEvent): PickedFile | undefined {
  const file = event.dataTransfer?.files[0]
  return (
    file && {
      name: file.name,
      size: file.size,
      read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
    }
  )
}
