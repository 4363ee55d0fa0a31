export const database = {
  title: 'The office data cannot be opened',
  untouched: 'The file has not been changed. It is still at {file}.',
  problems: {
    missing: 'The office data file is not there. It may have been moved or deleted.',
    renamed: 'The office data file is not there, but a file beside it looks like it under another name: {candidate}.',
    empty: 'The office data file is empty; there is nothing in it.',
    notDatabase: 'This file is not a database. Something else may have been written over it.',
    foreign: 'This database belongs to another program, not to Zhike.',
    damaged: 'The office data file is damaged. Working on with it would lose more.',
    newer:
      'This data was written by a newer Zhike (data version {file}; this program knows up to {program}). Install the latest Zhike to open it.',
    unsafe:
      'Data cannot be kept safely in this place ({pragma} does not hold). Please keep it on a disk of this computer.',
    migration: 'Bringing the data up to date failed ({name}). The data is as it was before.',
    notBackedUp:
      'The backup before bringing the data up to date failed, so nothing was changed. Check the free disk space and open again.',
    unreadable: 'The office data file cannot be read. Check the disk and your permissions.',
  },
  offer: {
    backup: 'The newest good backup: {at} ({reason}). Restoring it keeps the present file as well.',
    noBackup: 'No good backup was found.',
    restore: 'Restore this backup',
    useCandidate: 'Use this file',
    quit: 'Quit',
  },
  location: {
    network:
      'The data folder is on a network share ({sign}). File locks are unreliable there, and two computers writing at once damage the data. Keep it on a disk of this computer; colleagues join through LAN sharing.',
    syncFolder:
      'The data folder is inside the sync folder of {product}, which copies the file while it is being written and so damages or forks it. Move it to an ordinary folder.',
    products: {
      oneDrive: 'OneDrive',
      iCloud: 'iCloud',
      dropbox: 'Dropbox',
      googleDrive: 'Google Drive',
      jianguoyun: 'Nutstore',
      baiduNetdisk: 'Baidu Netdisk',
    },
  },
  updating:
    'Updating your company’s data: a backup first, then {steps} steps. With much data this takes a minute or two; please leave the computer on.',
  alreadyRunning: 'Zhike is already running; switching to the open window.',
  alreadyRunningSilent:
    'Zhike is already running but does not answer. End it in the task manager or restart the computer.',
} as const
