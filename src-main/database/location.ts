// Where a data folder lies. On a network share file locks lie; in a sync folder another program copies
// the file while it is being written. Both have cost offices their data, so both are recognised.

export type Location =
  { kind: 'local' } | { kind: 'network'; sign: string } | { kind: 'syncFolder'; product: SyncProduct }

export const syncProducts = ['oneDrive', 'iCloud', 'dropbox', 'googleDrive', 'jianguoyun', 'baiduNetdisk'] as const
export type SyncProduct = (typeof syncProducts)[number]

export interface Mount {
  point: string
  type: string
}

export interface Surroundings {
  platform: NodeJS.Platform
  mounts: readonly Mount[]
  /** Environment of the process: OneDrive names its folders there. */
  env?: Readonly<Record<string, string | undefined>>
}

// Folder names as the products create them; a name may be followed by " - Company" or "(2)".
const folderNames: readonly (readonly [SyncProduct, RegExp])[] = [
  ['oneDrive', /^onedrive( - .+|-.+| \(.+\))?$/i],
  ['iCloud', /^(mobile documents|icloud ?drive|com~apple~clouddocs|iclouddrive)$/i],
  ['dropbox', /^(\.?dropbox|dropbox \(.+\)|dropbox-.+)$/i],
  ['googleDrive', /^(google ?drive( \(.+\))?|googledrive-.+|drivefs)$/i],
  ['jianguoyun', /^(我的坚果云|坚果云|nutstore( files)?|nutstore-.+|nutstorecloudbridge)$/i],
  ['baiduNetdisk', /^(baidusyncdisk|baidunetdiskworkspace|百度网盘(同步空间)?|百度云同步盘)$/i],
]

const networkTypes =
  /^(nfs\d?|smb\w*|cifs|afpfs|webdav|davfs\d?|9p|drvfs|vboxsf|vmhgfs|prl_fs|ceph|glusterfs|lustre|afs|ncpfs|osxfuse|macfuse|fuse|network)$|^fuse\./i
// Encrypted or overlaid folders of this computer also come through fuse.
const localFuse = /^fuse\.(ecryptfs|encfs|cryfs|gocryptfs|fuse-overlayfs|mergerfs|ntfs-3g|exfat|lxcfs|veracrypt)/i

/**
 * Judges an absolute path with links already resolved.
 * @example locationOf('\\\\server\\office', { platform: 'win32', mounts: [] }) // → network
 */
export function locationOf(path: string, { platform, mounts, env = {} }: Surroundings): Location {
  const windows = platform === 'win32'
  if (windows && isUnc(path)) return { kind: 'network', sign: 'UNC' }
  const mount = mountOf(path, mounts, windows)
  if (mount !== undefined && isNetwork(mount)) return { kind: 'network', sign: mount.type }
  const product = productOf(path, { windows, env })
  return product === null ? { kind: 'local' } : { kind: 'syncFolder', product }
}

/** Reads the lines of /proc/mounts: device, point, type; spaces in names are written \040. */
export function mountsOfLinux(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ')
    if (point === undefined || type === undefined) return []
    return [
      { point: point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))), type },
    ]
  })
}

/** Reads the lines of macOS `mount`: `//user@host/share on /Volumes/share (smbfs, nodev)`. */
export function mountsOfMac(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const found = / on (.+) \(([^,)]+)/.exec(line)
    return found?.[1] !== undefined && found[2] !== undefined ? [{ point: found[1], type: found[2] }] : []
  })
}

/** Reads `net use` of Windows: every drive letter it lists stands for a share. */
export function mountsOfWindows(text: string): Mount[] {
  return [...text.matchAll(/(?:^|\s)([A-Z]:)\s+\\\\/gm)].map(([, letter]) => ({
    point: `${letter ?? ''}\\`,
    type: 'network',
  }))
}

// \\?\C:\… and \\.\C:\… are this computer; \\?\UNC\… is not.
const isUnc = (path: string): boolean => /^[\\/]{2}(?![.?][\\/])/.test(path) || /^[\\/]{2}[.?][\\/]UNC[\\/]/i.test(path)

const isNetwork = ({ point, type }: Mount): boolean => point !== '/' && networkTypes.test(type) && !localFuse.test(type)

function mountOf(path: string, mounts: readonly Mount[], windows: boolean): Mount | undefined {
  const covering = mounts.filter(({ point }) => isInside(path, point, windows))
  // The later of two mounts on one point hides the earlier.
  return covering.reduce<Mount | undefined>(
    (best, mount) => (best === undefined || mount.point.length >= best.point.length ? mount : best),
    undefined,
  )
}

function productOf(path: string, { windows, env }: { windows: boolean; env: Surroundings['env'] }): SyncProduct | null {
  for (const name of ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']) {
    const folder = env?.[name]
    if (folder && isInside(path, folder, windows)) return 'oneDrive'
  }
  const parts = partsOf(path, windows)
  // Google's own drive letter on Windows: its only sign is the first folder.
  if (windows && /^(my drive|我的云端硬盘)$/i.test(parts[1] ?? '')) return 'googleDrive'
  for (const part of parts) {
    for (const [product, name] of folderNames) if (name.test(part)) return product
  }
  return null
}

function isInside(path: string, folder: string, windows: boolean): boolean {
  const [inner, outer] = [partsOf(path, windows), partsOf(folder, windows)]
  return outer.every((part, at) => (windows ? part.toLowerCase() === inner[at]?.toLowerCase() : part === inner[at]))
}

const partsOf = (path: string, windows: boolean): string[] => path.split(windows ? /[\\/]+/ : '/').filter(Boolean)
