// Names a file may carry when it comes from a mail, a zip or somebody who means harm.

const climbs = ['../', '..\\', '../../../../../../', '..\\..\\..\\..\\', './../', '..//', '%2e%2e%2f', '..%2f', '..%5c', '....//', '..;/', '..\u2215', '..\uff0f', '\uff0e\uff0e\uff0f', '..%c0%af', '..\u0000/']
const targets = ['etc/passwd', 'zhike.db', 'zhike.db-wal', 'Windows\\win.ini', '.bashrc', 'backups/x.zip']
const roots = ['/', '//', '\\', '\\\\', 'C:\\', 'C:/', 'C:', '\\\\?\\C:\\', '\\\\.\\', '//server/share/', '\\\\server\\share\\', 'file:///', '~/', '~root/', '$HOME/', '%APPDATA%\\']
const devices = ['CON', 'PRN', 'AUX', 'NUL', 'COM1', 'COM9', 'COM0', 'LPT1', 'LPT9', 'COM¹', 'LPT²', 'CONIN$', 'CONOUT$', 'CLOCK$']
const tails = ['', '.txt', '.', ' ', '.csv.', ' .csv', ':stream']
const signs = ['\u0000', '\n', '\r\n', '\t', '\u001b[31m', '\u007f', '\u0085', '\u009f', '<', '>', ':', '"', '|', '?', '*', '\u200b', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\ud800', '\udc00']
const whole = [
  '', ' ', '.', '..', '...', '. .', ' ..', '.. ', '/', '\\', '//', 'a/', 'a\\', '.htaccess', '.git', '...hidden', 'x.', 'x ', 'x. . .', '-rf', '--help',
  'a'.repeat(300), '客'.repeat(300), `${'a'.repeat(300)}.csv`, `${'客'.repeat(300)}.xlsx`, '😀'.repeat(200), `x${'😀'.repeat(200)}`, `${'é'.repeat(300)}.csv`,
  'invoice\u202excod.exe', 'report.csv::$DATA', 'a\u0000.csv', 'a.csv\u0000.exe', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '<script>alert(1)</script>.csv',
  `"><img src=x onerror=alert(1)>.csv`, `'; DROP TABLE customers; --.csv`, '=cmd|/c calc!A0.csv', '$(touch x).csv', '`id`.csv', '%00.csv', '%s%n.csv', '{{7*7}}.csv', '${7*7}.csv',
  'cafe\u0301.csv', 'ﬁle.csv', 'ｆｕｌｌ．ｃｓｖ', '\u3000.csv', 'a\u3000', '\u00a0', '\u2028.csv', 'a\u2029',
]

export const hostileNames: readonly string[] = [
  ...climbs.flatMap((climb) => targets.map((target) => climb + target)),
  ...roots.flatMap((root) => targets.slice(0, 2).map((target) => root + target)),
  ...devices.flatMap((device) => tails.map((tail) => (tail === '.txt' ? device.toLowerCase() : device) + tail)),
  ...signs.flatMap((sign) => [`a${sign}b.csv`, `${sign}x`, `x${sign}`]),
  ...whole,
]
