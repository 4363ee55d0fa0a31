import { describe, expect, it } from 'vitest'
import { locationOf, mountsOfLinux, mountsOfMac, mountsOfWindows } from '@main/database/location'

const windows = {
  platform: 'win32',
  mounts: mountsOfWindows('OK           Z:        \\\\nas\\office   Microsoft Windows Network'),
} as const
const mac = {
  platform: 'darwin',
  mounts: mountsOfMac('/dev/disk3s1 on / (apfs, sealed)\n//wang@nas/office on /Volumes/office (smbfs, nodev, nosuid)'),
} as const
const linux = {
  platform: 'linux',
  mounts: mountsOfLinux(
    [
      '/dev/sda1 / ext4 rw 0 0',
      'nas:/office /mnt/office\\040data nfs4 rw 0 0',
      '//nas/x /mnt/x cifs rw 0 0',
      '/dev/sdb1 /media/usb fuseblk rw 0 0',
      'drive: /home/li/cloud fuse.rclone rw 0 0',
      'mergerfs /srv/pool fuse.mergerfs rw 0 0',
      'host /mnt/host 9p rw 0 0',
    ].join('\n'),
  ),
} as const
const containerRoot = { platform: 'linux', mounts: [{ point: '/', type: '9p' }] } as const

describe('where a data folder lies', () => {
  it.each([
    ['\\\\nas\\office\\zhike', windows],
    ['//nas/office', windows],
    ['\\\\?\\UNC\\nas\\office', windows],
    ['Z:\\zhike', windows],
    ['/Volumes/office/zhike', mac],
    ['/mnt/office data/zhike', linux],
    ['/mnt/x/zhike', linux],
    ['/home/li/cloud/zhike', linux],
    ['/mnt/host/zhike', linux],
  ])('%s is a network share', (path, surroundings) => {
    expect(locationOf(path, surroundings).kind).toBe('network')
  })

  it.each([
    ['C:\\Users\\Li\\OneDrive\\知客', windows, 'oneDrive'],
    ['C:\\Users\\Li\\OneDrive - 上海某某信息\\知客', windows, 'oneDrive'],
    ['C:\\Users\\Li\\iCloudDrive\\知客', windows, 'iCloud'],
    ['C:\\Users\\Li\\Dropbox (Office)\\知客', windows, 'dropbox'],
    ['G:\\My Drive\\知客', windows, 'googleDrive'],
    ['G:\\我的云端硬盘\\知客', windows, 'googleDrive'],
    ['D:\\我的坚果云\\知客', windows, 'jianguoyun'],
    ['D:\\Nutstore\\1\\知客', windows, 'jianguoyun'],
    ['D:\\BaiduSyncdisk\\知客', windows, 'baiduNetdisk'],
    ['D:\\百度网盘同步空间\\知客', windows, 'baiduNetdisk'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/zhike', mac, 'iCloud'],
    ['/Users/li/Library/CloudStorage/OneDrive-Personal/zhike', mac, 'oneDrive'],
    ['/Users/li/Library/CloudStorage/GoogleDrive-li@example.com/My Drive/zhike', mac, 'googleDrive'],
    ['/Users/li/Nutstore Files/zhike', mac, 'jianguoyun'],
    ['/home/li/Dropbox/zhike', linux, 'dropbox'],
    ['/home/li/.dropbox/zhike', linux, 'dropbox'],
  ])('%s is a sync folder', (path, surroundings, product) => {
    expect(locationOf(path, surroundings)).toEqual({ kind: 'syncFolder', product })
  })

  it('follows a OneDrive folder that was given another name', () => {
    const env = { OneDriveCommercial: 'E:\\公司云盘' }
    expect(locationOf('e:\\公司云盘\\知客', { ...windows, env })).toEqual({ kind: 'syncFolder', product: 'oneDrive' })
  })

  it.each([
    ['C:\\Users\\Li\\AppData\\Roaming\\知客', windows],
    ['\\\\?\\C:\\知客', windows],
    ['D:\\BaiduNetdiskDownload\\知客', windows],
    ['D:\\onedriver\\知客', windows],
    ['/Users/li/Library/Application Support/zhike', mac],
    ['/home/li/.config/zhike', linux],
    ['/media/usb/zhike', linux],
    ['/srv/pool/zhike', linux],
    ['/mnt/xyz/zhike', linux],
    ['/data/zhike', containerRoot],
  ])('%s is this computer', (path, surroundings) => {
    expect(locationOf(path, surroundings)).toEqual({ kind: 'local' })
  })
})
