import { useRouter } from 'vue-router'
import { openDialog } from './openDialog'
import type { PaletteAction } from './rooms'

/** Carries out a command of the palette, the 新建 button or the application menu. */
export function useRunAction(): (action: PaletteAction) => void {
  const router = useRouter()
  return (action) => {
    if (action.to) void router.push(action.to)
    else if (action.dialog) void openDialog(action.dialog, {})
  }
}
