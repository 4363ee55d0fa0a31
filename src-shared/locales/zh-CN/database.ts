export const database = {
  title: '打不开公司数据',
  untouched: '原文件没有被改动，仍在 {file}。',
  problems: {
    missing: '找不到公司数据文件。它可能被移走或删除了。',
    renamed: '找不到公司数据文件，但旁边有一个像是被改了名的：{candidate}。',
    empty: '公司数据文件是空的，里面没有任何内容。',
    notDatabase: '这个文件不是数据库，可能被别的内容覆盖了。',
    foreign: '这是别的程序的数据库，不是知客的。',
    damaged: '公司数据文件已损坏，继续使用会丢失更多内容。',
    newer: '这份数据由更新版本的知客写入（数据版本 {file}，本程序只认识到 {program}）。请安装最新版知客后再打开。',
    unsafe: '这个位置不能安全保存数据（{pragma} 设置不生效），请把数据放到本机硬盘上。',
    migration: '升级数据结构时出错（{name}），数据仍是升级前的样子。',
    notBackedUp: '升级数据前的备份没有做成，所以没有升级。请检查磁盘剩余空间后再打开。',
    unreadable: '读不了公司数据文件。请检查磁盘是否正常、是否有权限。',
  },
  offer: {
    backup: '最近一份完好的备份：{at}（{reason}）。恢复它时，现在的文件会另外保留。',
    noBackup: '没有找到完好的备份。',
    restore: '恢复这份备份',
    useCandidate: '使用这个文件',
    quit: '退出',
  },
  location: {
    network:
      '数据文件夹在网络共享上（{sign}）。网络共享的文件锁不可靠，几台电脑同时写会损坏数据。请放在本机硬盘；同事通过“局域网共享”加入。',
    syncFolder:
      '数据文件夹在“{product}”的同步文件夹里。同步程序会在写入途中复制文件，造成损坏或分叉。请移到普通文件夹。',
    products: {
      oneDrive: 'OneDrive',
      iCloud: 'iCloud',
      dropbox: 'Dropbox',
      googleDrive: 'Google Drive',
      jianguoyun: '坚果云',
      baiduNetdisk: '百度网盘',
    },
  },
  updating: '正在升级公司数据：先备份，再分 {steps} 步整理。数据多时要一两分钟，请不要关机。',
  alreadyRunning: '知客已经在运行，正在切换到已打开的窗口。',
  alreadyRunningSilent: '知客已经在运行，但没有应答。请在任务管理器里结束它，或重启电脑后再试。',
} as const
