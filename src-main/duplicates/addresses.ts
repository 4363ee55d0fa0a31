// Numbers and addresses in the form by which two records may turn out to be one.

/** Domains where everybody has a mailbox: they say nothing about a company. */
const publicMail = new Set(
  `qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com sina.com.cn sohu.com
  vip.sohu.com tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com 263.net 263.net.cn chinaren.com hotmail.com outlook.com live.com live.cn msn.com
  gmail.com googlemail.com yahoo.com yahoo.cn yahoo.com.cn yahoo.com.hk yahoo.com.tw icloud.com me.com mac.com mail.com proton.me protonmail.com
  gmx.com gmx.de aol.com mail.ru yandex.ru hinet.net netvigator.com eyou.com citiz.net sogou.com 2980.com example.com`.split(
    /\s+/u,
  ),
)

/** Houses in which many companies have a page; a page's own host before them does tell. */
const publicSites = new Set(
  `1688.com alibaba.com taobao.com tmall.com jd.com made-in-china.com globalsources.com weibo.com weibo.cn weixin.qq.com mp.weixin.qq.com qq.com baidu.com
  zhihu.com douyin.com xiaohongshu.com linkedin.com facebook.com hc360.com huangye88.com qichacha.com qcc.com tianyancha.com aiqicha.baidu.com
  amap.com dianping.com meituan.com github.com github.io gitee.com google.com wordpress.com youzan.com weidian.com`.split(
    /\s+/u,
  ),
)
const frontDoor = /^(?:www\d?|m|wap|mobile|home|mail|email|smtp|shop|web)\./u

/** '' for what is no host of its own. */
function ownHost(text: string): string {
  const host = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z+.-]*:\/\//u, '')
    .replace(/[/?#:].*$/u, '')
  const bare = host.replace(frontDoor, '').replace(/\.$/u, '')
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(bare) && !/^[\d.]+$/u.test(bare) ? bare : ''
}

/** The domain of a website; '' for a page in somebody else's house. */
export function siteDomain(website: string): string {
  const host = ownHost(website)
  return publicSites.has(host) ? '' : host
}

export interface Mail {
  address: string
  /** '' for a public one. */
  domain: string
}

export function mailOf(text: string): Mail | null {
  const found = /^([^\s@]+)@([^\s@]+)$/u.exec(text.normalize('NFKC').trim().toLowerCase())
  if (!found?.[2]) return null
  const domain = ownHost(found[2])
  return domain === '' ? null : { address: found[0], domain: publicMail.has(domain) ? '' : domain }
}

/** Digits of a number without country code, leading 0 and extension; '' for what is too short to tell. */
export function phoneDigits(text: string): string {
  const plain = text.normalize('NFKC').replace(/[‐-―−]/gu, '-')
  const bare = plain.replace(/(?<=\d{7})\s*(?:-|转|ext\.?|x|#)\s*\d{1,5}\s*$/iu, '')
  const digits = bare.replace(/\D/gu, '').replace(/^00/u, '')
  const home = /^86(?=1[3-9]\d{9}$|0?[1-9]\d{8,10}$)/u.test(digits) ? digits.slice(2) : digits
  const own = home.replace(/^0/u, '')
  return own.length >= 7 && !/^(\d)\1+$/u.test(own) ? own : ''
}

export const taxDigits = (text: string): string => {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
  return bare.length >= 6 ? bare : ''
}
