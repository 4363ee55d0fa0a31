// The rooms of the page, one line each.
import { gather, type RoomPages } from '@renderer/layout/rooms'
import { authPages } from '@renderer/features/auth/index'
import { todayPages } from '@renderer/features/today/index'

const rooms: readonly RoomPages[] = [authPages, todayPages]

export const features = gather(rooms)
