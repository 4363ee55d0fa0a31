// The one place pages take native things from: the desktop shell's bridge, or its browser double.
import type { DesktopBridge } from '@shared/desktop'
import { browserDesktop } from './browserDesktop'

declare global {
  interface Window {
    zhikeDesktop?: DesktopBridge
  }
}

export const desktop: DesktopBridge = window.zhikeDesktop ?? browserDesktop
