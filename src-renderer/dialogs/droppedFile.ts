import type { PickedFile } from '@shared/desktop'

/** The files of a drop, read like those that were picked. */
export const droppedFiles = (event: DragEvent): PickedFile[] =>
  [...(event.dataTransfer?.files ?? [])].map((file) => ({
    name: file.name,
    size: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  }))

/** The first of them. */
export const droppedFile = (event: DragEvent): PickedFile | undefined => droppedFiles(event)[0]
