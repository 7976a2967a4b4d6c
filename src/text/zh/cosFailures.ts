import type { Failure } from '#lib/Failure.ts';
import { say, type CosWordingCode, type FailureText, type Wording } from '../FailureWording.ts';

const REPORT = '这是我们的错误，请附上详情告知我们。';
const bug = (title: string): (() => FailureText) => say(title, REPORT);

function accessDenied(failure: Failure): FailureText {
  const action = failure.facts?.action;
  return {
    title: '没有权限',
    advice:
      action === undefined
        ? '您的临时密钥不包含此操作。请向密钥服务的运维人员申请相应权限。'
        : `您的临时密钥不包含 ${action}。请密钥服务的运维人员为此目录添加该权限。`,
  };
}

/** Simplified Chinese for the service's codes (COS documentation 7730). */
export const cosFailures: Wording<CosWordingCode> = {
  AccessDenied: accessDenied,
  RequestExpired: say('签名已过期', '签名时间过久，或本机时钟不准。请校准时钟后重试。'),
  RefererRefused: say('存储桶拒绝来自此页面的请求', '防盗链名单中没有此页面的地址。存储桶的所有者可以添加。'),
  SignatureEmpty: bug('请求没有签名'),
  AccessForbidden: say('存储桶不允许此页面访问', '没有匹配的 CORS 规则。存储桶的所有者可以按 README 添加。'),
  ActionAccelerateNotSupported: say(
    '全球加速域名不支持此操作',
    '请在 config.json 的 hosts 中，在加速域名之后加上存储桶自己的域名。',
  ),
  AppendPositionErr: say('对象已被追加', '有人同时追加了内容。请刷新列表后重试。'),
  AttachmentFull: say('访问规则太多', '账号已没有余量。请先删除一条规则。'),
  BadDigest: say('数据在传输中损坏', '服务器算出的校验值不同，没有保存任何内容。请重试。'),
  BucketAccelerateNotEnabled: say(
    '此存储桶没有开启全球加速',
    '存储桶的所有者可以开启，约需 15 分钟生效；也可以从 config.json 的 hosts 中去掉加速域名。',
  ),
  BucketNotEmpty: say('存储桶不为空', '请先删除其中的对象。'),
  DownloadForbidden: say(
    '这类文件不能在此下载',
    'COS 只允许通过自有域名下载应用安装包（.apk、.ipa）。存储桶的所有者可以绑定域名。',
  ),
  EntitySizeNotMatch: say('数据没有全部到达', '请重试。'),
  EntityTooLarge: say('单次请求过大', 'COS 单次请求最大 5 GB。请使用分块上传。'),
  EntityTooSmall: bug('分块太小'),
  ExpiredToken: say('临时密钥已到期', '会自动获取新的密钥。如果一直出现，请重新登录。'),
  FileAlreadyExists: say('已有同名对象', '请选择“替换”“保留两者”或“跳过”。'),
  IncompleteBody: say('数据没有全部到达', '请重试。'),
  IncorrectNumberOfFilesInPostRequest: bug('表单上传格式有误'),
  InternalError: say('COS 内部错误', '请稍后重试。'),
  InvalidAccessKeyId: say('COS 不认识这个密钥', '密钥已停用，或缺少会话令牌。请告知密钥服务的运维人员。'),
  InvalidArgument: bug('COS 不接受某个参数'),
  InvalidDelimiter: bug('COS 不接受分隔符'),
  InvalidDigest: bug('COS 不接受校验值'),
  InvalidObjectName: say('COS 不允许这个名称', '请重命名后重试。'),
  InvalidObjectState: say('对象已归档', '请先恢复，需要几分钟到几小时。'),
  InvalidPart: say('服务器上缺少一个分块', '请重试：缺少的分块会重新上传。'),
  InvalidPartOrder: bug('分块顺序有误'),
  InvalidPolicyDocument: bug('COS 不接受上传策略'),
  InvalidRange: say('对象比预期短', '它在服务器上已改变。请刷新列表后重试。'),
  InvalidRequest: bug('COS 不接受这个请求'),
  InvalidTag: bug('COS 不接受某个标签'),
  InvalidURI: say('COS 无法识别这个名称', '请重命名后重试。'),
  MalformedPOSTRequest: bug('表单上传格式有误'),
  MalformedXML: bug('COS 不接受请求内容'),
  MethodNotAllowed: say('此地址不允许该操作', '它可能是存储桶的静态网站域名。请检查 config.json 中的 hosts。'),
  MissingContentLength: bug('请求没有说明长度'),
  MissingRequestBodyError: bug('请求没有内容'),
  NoSuchBucket: say('存储桶不存在', '请检查 config.json 中的存储桶名称和地域。'),
  NoSuchCORSConfiguration: say('存储桶没有 CORS 规则', '存储桶的所有者可以按 README 添加。'),
  NoSuchCopySource: say('源对象已不存在', '有人移动或删除了它。请刷新列表。'),
  NoSuchKey: say('对象已不存在', '有人移动或删除了它。请刷新列表。'),
  NoSuchTagSet: say('对象没有标签', '没有可显示的内容。'),
  NoSuchUpload: say('未完成的上传已不存在', '它已在别处完成或被清理。请重试以重新开始。'),
  NoSuchVersion: say('该版本已不存在', '有人删除了它。请刷新列表。'),
  NotImplemented: say('COS 不提供此功能', '这个存储桶或地域没有该功能。'),
  NotSupportedStorageClass: say('此处不提供该存储类型', '请选择其他存储类型。'),
  ObjectLocked: say('对象已锁定', '保留规则会保护它，直到所有者设定的日期。'),
  ObjectNotAppendable: say('此对象不能追加', '请以新名称上传。'),
  PathConflict: say('有人正在写入同名对象', '请稍候再试。'),
  PathStyleDomainForbidden: say('存储桶拒绝这种形式的地址', '请在 config.json 的 hosts 中使用存储桶自己的域名。'),
  PaymentRequired: say('账号已欠费', '请账号所有者先结清费用。'),
  PolicyFull: say('访问规则太多', '账号已没有余量。请先删除一条规则。'),
  PreconditionFailed: say('服务器上的对象已改变', '请刷新列表后重试。'),
  RequestTimeTooSkewed: say('本机时钟不准', '与服务器相差超过 15 分钟。请校准时钟后重试。'),
  RequestTimeout: say('上传太慢', 'COS 关闭了连接。请在更稳定的网络上重试。'),
  RestoreAlreadyInProgress: say('正在恢复中', '请等待完成，需要几分钟到几小时。'),
  RestoreNonArchiveObject: say('对象没有归档', '可以直接下载。'),
  ServiceUnavailable: say('COS 繁忙', '请稍后重试。'),
  SignatureDoesNotMatch: say('签名不匹配', '密钥有误，或请求在途中被改动。请告知密钥服务的运维人员。'),
  SlowDown: say('COS 要求放慢速度', '同时的请求太多。请稍后重试。'),
  UnavailableForLegalReasons: say('因法律原因无法访问', '请咨询账号所有者。'),
  UploadConflict: say('有人正在写入同名对象', '请稍候再试。'),
  UserNetworkTooSlow: say('上传太慢', 'COS 关闭了连接。请在更稳定的网络上重试。'),
  XMLSizeLimit: bug('请求内容过大'),
};
