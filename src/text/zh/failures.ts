import { isolate } from '../isolate.ts';
import { say, type OwnWordingCode, type Wording } from '../FailureWording.ts';

const host = (value: string | undefined): string => value ?? '存储桶';
const quoted = (message: string): string => (message === '' ? '' : `对方说明：${isolate(message)}`);

/** Simplified Chinese for our own codes. */
export const failures: Wording<OwnWordingCode> = {
  Offline: say('您已离线', '所有任务都在等待，网络恢复后会自动继续。'),
  HostUnreachable: (f) => ({
    title: `无法连接 ${host(f.facts?.host)}`,
    advice: '这个地址没有任何响应。请检查网络、VPN 或防火墙；如果其他网站正常，请检查 config.json 中的存储桶和地域。',
  }),
  ConnectionLost: say('连接中断', '请重试。如果反复出现，说明网络不稳定。'),
  Timeout: say('等待响应超时', '请重试。如果反复出现，说明网络或服务繁忙。'),
  Stalled: say('数据停止传输', '请重试或稍候：当前分块会重新传输。'),
  CorsBlocked: (f) => ({
    title: '存储桶不允许此页面读取它的响应',
    advice: `${host(f.facts?.host)} 有响应，但没有授权此页面。可能是存储桶 ${f.facts?.bucket ?? ''} 没有为此地址设置 CORS 规则，也可能是地域 ${f.facts?.region ?? ''} 中没有这个存储桶。请先检查地域，再按 README 添加 CORS 规则。`,
  }),
  HeaderNotExposed: (f) => ({
    title: '存储桶隐藏了所需的响应头',
    advice: `请在存储桶 CORS 规则的 Expose-Headers 中加入 ${f.facts?.header ?? '该响应头'}。`,
  }),
  EndpointUnreachable: say(
    '无法连接密钥服务',
    '临时密钥由它提供，它没有响应时什么都做不了。请确认服务已启动、config.json 中的地址正确，然后重试。',
  ),
  EndpointBlockedByCors: say('密钥服务不允许此页面访问', '请密钥服务的运维人员在 CORS 设置中加入此页面的地址。'),
  EndpointTimeout: say('密钥服务响应太慢', '在限定时间内没有响应。请稍后重试。'),
  EndpointError: (f) => ({
    title: `密钥服务报告错误${f.status === undefined ? '' : `（${f.status}）`}`,
    advice: `请稍后重试；如果一直出现，请告知运维人员。${quoted(f.message)}`,
  }),
  EndpointNotJson: say(
    '密钥服务没有返回密钥',
    '它返回了网页或损坏的内容。请检查 config.json 中的地址；中间出现登录页也会如此。',
  ),
  EndpointAnswerInvalid: (f) => ({
    title: '密钥服务的响应无法使用',
    advice: `字段 ${isolate(f.facts?.field ?? '')} 缺失或有误。运维人员可以对照 README 中的接口约定检查。`,
  }),
  EndpointRefused: (f) => ({
    title: '密钥服务拒绝了请求',
    advice: `您可能没有这个存储桶的权限，或者 config.json 中的存储桶和地域有误。${quoted(f.message)}`,
  }),
  SignInRequired: say('请登录', '登录已失效。请重新登录后回到此页：传输会自动继续，列表可点“重试”。'),
  TokenModuleFailed: (f) => ({
    title: '此页面无法得知谁已登录',
    advice: `请稍后重试；管理员可以检查 config.json 中的 endpoint.tokenModule。${quoted(f.message)}`,
  }),
  NeedsKeys: say(
    '此连接只能读取',
    '它以匿名方式打开，没有密钥，因此不能上传、删除或生成有期限的链接。管理员可以在 config.json 的 access 中为它启用密钥。',
  ),
  NotPublic: say(
    '存储桶没有公开这些内容',
    '此连接以匿名方式打开，没有密钥。可以请存储桶的所有者将其设为公有读，或请管理员在 config.json 的 access 中为它启用密钥。',
  ),
  KeysExpireAtOnce: say('密钥刚发出就过期', '密钥服务发出的密钥已经失效。请检查它的时钟和申请的有效期。'),
  KeysLiveLong: (f) => ({
    title: `此页面的密钥有效期长达 ${Math.round((f.facts?.lifeSeconds ?? 0) / 86_400).toLocaleString('zh-CN')} 天`,
    advice: '任何得到它们的人都能使用这么久。密钥可以正常使用；建议请管理员改为只签发几小时的密钥。',
  }),
  AccessWithdrawn: say('访问权限已被收回', '新的密钥也被拒绝。请向存储桶的所有者确认您是否还有权限。'),
  KeysTooShort: say(
    '密钥有效期太短，这条线路来不及',
    '密钥已更新，但在传完一个分块之前又到期了。请换用更快的网络，或请管理员延长密钥的有效期。',
  ),
  ChecksumMismatch: say('数据在传输中损坏', '校验值不一致，因此不算完成。请重试。'),
  SizeMismatch: say('大小不一致', '数据没有全部到达。请重试。'),
  ListingBroken: say('列表有误', '存储桶在列举时重复返回，列表不可信。请重试；如果一直出现，请把详情发给技术支持。'),
  UnexpectedAnswer: say('存储桶返回了意外内容', '返回的是网页或不完整的内容，可能经过了代理或网络登录页。请重试。'),
  ObjectChanged: say('服务器上的对象已改变', '有人同时写入了它。请重新开始以获取新版本，或跳过。'),
  AclNotCarried: say('无法保留它的访问权限', '它单独授权给了特定账号，修改会丢失这些授权。请在控制台修改此对象。'),
  MetadataTooLarge: say('元数据过多', '一个对象的元数据总共最多 2 KB，请缩短或删除一些。'),
  TooManyTags: say('标签过多', '一个对象最多十个标签，请替换标签而不是添加。'),
  StillHidden: () => ({
    title: '仍处于已删除状态',
    advice: '它被删除了不止一次。所有版本都还在，可在 COS 控制台或详情中找到。',
  }),
  IntoItself: () => ({
    title: '文件夹不能放进它自己里面',
    advice: '请选择别的位置。',
  }),
  UnsafeKey: say(
    '这个名称无法放进网址',
    '它含有“.”或“..”这样的目录，或损坏的字符，浏览器会请求到另一个对象。因此没有发出任何请求。',
  ),
  KeyTooLong: (f) => ({
    title: '名称太长',
    advice: `加上目录后，比 COS 允许的 850 字节多 ${f.facts?.bytes ?? '若干'} 字节。请缩短文件名或目录名。`,
  }),
  KeyNotAllowed: say('COS 不允许这个名称', '它以斜杠开头或含有禁用的控制字符。请重命名后重试。'),
  FileUnreadable: say('无法读取文件', '选择之后它被移动、删除或锁定了。请重新选择。'),
  FileChanged: say('磁盘上的文件已改变', '选择之后它被修改了。请重新开始以上传现在的内容，或跳过。'),
  FileDiffers: say('这是另一个文件', '它的内容与未完成的上传不同。可以从头上传这个文件，或者跳过它。'),
  NotTheSameFile: (f) => ({
    title: '这不是同一个文件',
    advice: `未完成的上传需要最初的那个文件，大小为 ${(f.facts?.bytes ?? 0).toLocaleString('zh-CN')} 字节。`,
  }),
  FileTooLarge: say('文件太大', 'COS 的单个对象最大为 48.82 TB。'),
  ConfigInvalid: (f) => ({
    title: '设置文件有误',
    advice: `${isolate(f.message)}。只有本页面的运维人员可以修正。`,
  }),
  ConnectionUnknown: say('没有这个连接', '链接中的连接在 config.json 中不存在。'),
  StorageUnavailable: say('浏览器没有可用的磁盘空间', '请腾出空间或退出无痕模式，然后重试。'),
  StagedElsewhere: say('另一个标签页正在继续此下载', '请到那个标签页查看，或关闭它后重试。'),
  FileWorkerStopped: say('写入磁盘的程序已停止', '请重试：缺少的部分会重新下载。'),
  StreamStopped: say(
    '浏览器结束了它的下载',
    '下载在浏览器中被取消，或浏览器停止了负责传递数据的部分。没有保留任何文件。请重试：将从头开始。',
  ),
  PartNotLoaded: say(
    '页面的一部分未能加载',
    '其余部分照常运行。请重试；如果反复出现，可能已有新版本：请重新加载页面。',
  ),
  Unexpected: say('此页面出错了', '这是我们的错误。请重试；详情有助于查找原因。'),
  OtherService: (f) => ({
    title: `COS 拒绝了请求：${isolate(f.code)}`,
    advice: `请重试；如果一直出现，请把详情发给技术支持。${quoted(f.message)}`,
  }),
  OtherNetwork: say('网络出错', '请检查网络后重试。'),
  OtherCredentials: say('没有可用的密钥', '密钥服务没有给出可用的密钥。请稍后重试。'),
  OtherIntegrity: say('数据不可信', '校验没有通过，因此不算完成。请重试。'),
  OtherLocal: say('操作没有成功', '请重试；详情中有更多信息。'),
};
