import type { FindingFacts } from '#lib/Finding.ts';
import type { Formats } from '../createFormats.ts';
import { say } from '../FailureWording.ts';
import type { FindingWording } from '../SetUpWording.ts';

const list = (items: readonly string[] = []): string => items.join('、');
const network = ({ network: kind }: FindingFacts = {}): string =>
  kind === 'loopback'
    ? '该域名位于本机。'
    : kind === 'private'
      ? '该域名位于私有网络。'
      : kind === 'internal'
        ? '该域名位于腾讯云内网。'
        : '';

/** 配置检查结果的中文说明。 */
export const findings: FindingWording = {
  HeadersRight: say('安全响应头齐全', '页面和脚本都带有为此配置生成的安全策略。'),
  HeadersTooNarrow: ({ facts }) => ({
    title: `本页面不得访问 ${list(facts?.hosts)}`,
    advice: '页面的内容安全策略是为另一份 config.json 生成的。请在网站服务器上改用以下响应头，它们包含当前配置的域名。',
  }),
  HeadersWeak: ({ facts }) => ({
    title: '安全响应头缺失或过宽',
    advice: `使用不受影响，但应用中的错误可能造成更大的危害：${list(facts?.headers)}。请让网站服务器对每个文件返回这些响应头。`,
  }),
  HeadersInPageOnly: say(
    '安全策略只写在页面内',
    '此网站服务器不能设置响应头。页面内已有策略，但其他网站仍可嵌入本页面，且策略不约束 Worker。改用能设置响应头的服务器或 CDN 即可解决。',
  ),
  PageUnreadable: say('无法读取响应头', '刚才未能从本站服务器取得页面。'),
  HostsAnswer: ({ facts }, formats) => ({
    title: facts?.hosts?.length === 1 ? '域名有应答' : '所有域名均有应答',
    advice: `${list(facts?.hosts)}：${formats.number(facts?.milliseconds ?? 0)} 毫秒后收到应答。${network(facts)}`,
  }),
  AliasDown: ({ facts }) => ({
    title: `无法访问 ${list(facts?.hosts)}`,
    advice:
      '目前由另一个域名提供全部服务，可用连接数较少。可能是防火墙或代理未放行此域名，或 config.json 中的域名已失效。',
  }),
  AliasClosed: ({ facts }) => ({
    title: `${list(facts?.hosts)} 不允许本页面读取`,
    advice: '目前由另一个域名提供全部服务。经由 CDN 的自定义域名也须在 CDN 上设置跨域响应头；也可能是代理代为应答。',
  }),
  HostsDown: ({ facts }) => ({
    title: '无法访问存储桶',
    advice: `${list(facts?.hosts)} 没有应答。请检查 config.json 中的存储桶、地域和域名，再检查 VPN、防火墙和代理：它们须放行到这些域名的 HTTPS。`,
  }),
  Offline: say('本机处于离线状态', '请连接网络后重新检查。'),
  PortalInTheWay: ({ facts }) => ({
    title: '网络代替存储桶作出了应答',
    advice: `来自 ${list(facts?.hosts)} 的是一个网页，即此网络的登录页或过滤页。请先登录网络，或请网络管理员放行这些域名。`,
  }),
  InternalHost: ({ facts }) => ({
    title: '此域名只能在腾讯云内部使用',
    advice: `${list(facts?.hosts)} 是内网域名。若供外部人员使用，请从 config.json 的 hosts 中删除。`,
  }),
  EndpointAnswers: say('密钥服务可以提供密钥', '答复完整且格式正确。'),
  EndpointNotNeeded: say('不需要密钥服务', '此连接不使用密钥，只能读取。'),
  KeysLive: ({ facts }, formats) => ({
    title: `密钥有效期 ${formats.duration(facts?.seconds ?? 0)}`,
    advice: '到期前会自动更新。',
  }),
  KeysShort: ({ facts }, formats) => ({
    title: `密钥有效期仅 ${formats.duration(facts?.seconds ?? 0)}`,
    advice:
      '每次更新都会打断传输，链接也会随密钥一起失效。请让密钥服务申请 30 分钟（DurationSeconds: 1800），并且不要发放缓存中快到期的密钥。',
  }),
  KeysOver: say('收到的密钥已过期', '密钥服务发放了缓存中的旧密钥，或其所在机器的时钟不准。'),
  KeysLong: ({ facts }, formats) => ({
    title: `密钥有效期 ${formats.duration(facts?.seconds ?? 0)}`,
    advice: '这超过了临时密钥的上限。如果是永久密钥，绝不能交给浏览器。',
  }),
  KeysUnknown: say('未检查密钥', '密钥服务没有提供密钥。'),
  BucketThere: say('存储桶存在', '名称与地域一致。'),
  BucketMissing: say('此地域没有这个存储桶', '请检查 config.json 中的名称（末尾须带账号数字）和地域。'),
  BucketElsewhere: ({ facts }) => ({
    title: `存储桶位于 ${facts?.region ?? ''}`,
    advice: '请在 config.json 和密钥服务的策略中改为此地域。',
  }),
  BucketHidden: say('无法查询存储桶', '本页面读不到它的应答，请先处理需要修复的项目。'),
  ClockRight: say('本机时钟准确', '与存储桶的时钟一致。'),
  ClockOff: ({ facts }, formats) => ({
    title: `本机时钟${(facts?.seconds ?? 0) > 0 ? '慢' : '快'}了 ${formats.duration(Math.abs(facts?.seconds ?? 0))}`,
    advice: 'Beeline 会按存储桶的时间计算。仍建议校准时钟，因为其他程序不会这样做。',
  }),
  ClockUnknown: say('未比对时钟', '存储桶没有把时间（Date 响应头）告诉本页面。'),
  CorsRight: say('跨域规则完整', '本页面需要的方法、请求头和响应头均已允许。'),
  CorsMissing: say('存储桶没有针对本页面的跨域规则', '存储桶存在且有应答，但浏览器不让本页面读取。请添加此规则。'),
  CorsOrBucket: say(
    '存储桶不允许本页面读取其应答',
    '要么没有针对本页面的跨域规则，要么此地域没有这个存储桶：浏览器无法区分两者。请先核对名称和地域，再添加此规则。运行命令可得知是哪一种。',
  ),
  CorsMethods: ({ facts }) => ({
    title: `跨域规则缺少 ${list(facts?.methods)}`,
    advice: '这类请求无法从浏览器发出。请用此规则替换现有规则。',
  }),
  CorsHeaders: ({ facts }) => ({
    title: '跨域规则不允许所需的请求头',
    advice: `未允许：${list(facts?.headers)}。缺少它们就无法写入。请用此规则替换现有规则。`,
  }),
  CorsNotExposed: ({ facts }) => ({
    title: `跨域规则隐藏了 ${list(facts?.headers)}`,
    advice: `${whatIsLost(facts?.headers)}请用此规则替换现有规则。`,
  }),
  CorsUnknown: say('未检查跨域规则', '须先解决它之前的问题。'),
  PermissionsRight: say('密钥可以执行所有操作', '浏览、上传、重命名、移动、分享和删除。'),
  PermissionsToLook: say('密钥可以浏览和下载', '密钥服务没有向此人提供写入密钥。如果这是有意的，则一切正常。'),
  PermissionsMissing: ({ facts }) => ({
    title: `密钥缺少 ${facts?.actions?.length ?? 0} 项权限`,
    advice: `被存储桶拒绝：${list(facts?.actions)}。请在密钥服务的策略中加入允许执行的操作。`,
  }),
  PermissionsUnknown: say('未检查权限', '须先解决它之前的问题。'),
  SpeedMeasured: ({ facts }, formats) => ({
    title: `一问一答需 ${formats.number(facts?.milliseconds ?? 0)} 毫秒`,
    advice: throughput(facts, formats),
  }),
  SpeedUnknown: say('未测量速度', '须先解决它之前的问题。'),
};

function whatIsLost(headers: readonly string[] = []): string {
  const has = (name: string): boolean => headers.includes(name);
  return [
    has('ETag') ? '读不到 ETag，大文件上传无法完成。' : '',
    has('Content-Range') ? '读不到 Content-Range，大文件无法分段下载。' : '',
    has('x-cos-hash-crc64ecma') ? '读不到校验值，任何文件都无法称为已校验。' : '',
    has('Date') ? '读不到 Date，无法发现时钟不准。' : '',
    has('x-cos-request-id') ? '读不到请求 ID，技术支持无法定位失败的请求。' : '',
  ].join('');
}

function throughput(
  { uploadBytesPerSecond: up, downloadBytesPerSecond: down }: FindingFacts = {},
  formats: Formats,
): string {
  if (up === undefined && down === undefined) return '没有可读取的对象，也不能写入。';
  return [
    down === undefined ? '' : `单个连接每秒下载 ${formats.bytes(down)}。`,
    up === undefined ? '' : `单个连接每秒上传 ${formats.bytes(up)}。`,
    '这只是根据少量数据得到的初步印象，传输会使用多个连接。',
  ].join('');
}
