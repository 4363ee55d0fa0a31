import type { RoomPages } from '@renderer/layout/rooms'
import NotificationBell from './NotificationBell.vue'

export const notificationsPages: RoomPages = { parts: { 'shell.bell': NotificationBell } }
