import type { LinkFacts } from './LinkFacts.ts';

/** How a link was answered when it was opened for its first byte, or why it was not opened. */
export type LinkAnswer =
  | {
      readonly type: 'answered';
      /** The bucket's time, as far as it is known. */
      readonly at: Date;
      readonly status: number;
      /** `<Code>` and `<Message>` of a refusal. */
      readonly code?: string;
      readonly message?: string;
      readonly requestId?: string;
      /** `Content-Disposition`, where the page may read it. */
      readonly disposition?: string;
      readonly forcesDownload?: boolean;
      /** The same link was answered at this other address of the bucket. */
      readonly worksAt?: string;
    }
  /** The host is there, and its answer is kept from this page. */
  | { readonly type: 'hidden'; readonly at: Date }
  | { readonly type: 'silent'; readonly at: Date }
  /** Its host is none that the deployment lists, or it is for something else than reading. */
  | { readonly type: 'notAsked'; readonly at: Date };

export type LinkVerdictCode =
  | 'Works'
  | 'WorksAsDownload'
  | 'OpenToAll'
  | 'Expired'
  | 'NotYet'
  | 'ClockWrong'
  | 'KeyExpired'
  | 'KeyGone'
  | 'TokenMissing'
  | 'WrongHost'
  | 'Altered'
  | 'Malformed'
  | 'OtherService'
  | 'NotPublic'
  | 'NoRight'
  | 'OverridesNeedKey'
  | 'Referer'
  | 'AppForbidden'
  | 'PathStyle'
  | 'NoSuchKey'
  | 'NoSuchVersion'
  | 'NoSuchBucket'
  | 'Archived'
  | 'CorsHides'
  | 'Unreachable'
  | 'NotForReading'
  | 'NotAsked'
  | 'Other';

export interface LinkVerdict {
  readonly code: LinkVerdictCode;
  /** `foreseen`: concluded from the link alone. */
  readonly basis: 'answer' | 'foreseen';
}

/** The documented threshold between two clocks (COS documentation 7730). */
const SKEW_MS = 15 * 60 * 1000;

const BY_CODE: Readonly<Record<string, LinkVerdictCode>> = {
  ExpiredToken: 'KeyExpired',
  DownloadForbidden: 'AppForbidden',
  PathStyleDomainForbidden: 'PathStyle',
  NoSuchKey: 'NoSuchKey',
  NoSuchVersion: 'NoSuchVersion',
  NoSuchBucket: 'NoSuchBucket',
  InvalidObjectState: 'Archived',
};

/** Why a link does what it does (the codes of COS documentation 7730, 40105, 57456). Pure. */
export function explainAnswer(facts: LinkFacts, answer: LinkAnswer): LinkVerdict {
  if (answer.type === 'notAsked') return { code: foresee(facts, answer.at), basis: 'foreseen' };
  if (answer.type === 'hidden') return { code: 'CorsHides', basis: 'answer' };
  if (answer.type === 'silent') return { code: 'Unreachable', basis: 'answer' };
  return { code: judge(facts, answer), basis: 'answer' };
}

type Answered = Extract<LinkAnswer, { readonly type: 'answered' }>;

function judge(facts: LinkFacts, answer: Answered): LinkVerdictCode {
  const { status, code = '', message = '', at } = answer;
  const { signature, flaws, overrides } = facts;
  // An object without bytes has no first one.
  if ((status >= 200 && status < 300) || code === 'InvalidRange') {
    const asked = overrides['content-disposition'] ?? '';
    const isSaved = answer.forcesDownload === true || /^attachment/i.test(answer.disposition ?? '');
    if (isSaved && !/^attachment/i.test(asked)) return 'WorksAsDownload';
    return signature === undefined ? 'OpenToAll' : 'Works';
  }
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (/expired/i.test(message)) {
    // By every clock but the bucket's it is still good.
    return signature !== undefined && signature.until > at ? 'ClockWrong' : 'Expired';
  }
  if (code === 'RequestTimeTooSkewed') return signature !== undefined && signature.from > at ? 'NotYet' : 'ClockWrong';
  if (code === 'InvalidAccessKeyId') return signature?.hasToken === false ? 'TokenMissing' : 'KeyGone';
  if (code === 'SignatureDoesNotMatch') return answer.worksAt === undefined ? 'Altered' : 'WrongHost';
  if (code === 'AccessDenied') {
    if (/referer/i.test(message)) return 'Referer';
    if (flaws.length > 0) return flaws.includes('amazon') ? 'OtherService' : 'Malformed';
    return signature === undefined ? 'NotPublic' : 'NoRight';
  }
  if (code === 'InvalidRequest' && signature === undefined && Object.keys(overrides).length > 0) {
    return 'OverridesNeedKey';
  }
  return 'Other';
}

/** What can be said of a link that nobody opens. */
function foresee({ flaws, signature, operation, address, key }: LinkFacts, at: Date): LinkVerdictCode {
  if (flaws.includes('amazon')) return 'OtherService';
  if (flaws.length > 0) return 'Malformed';
  if (signature !== undefined && signature.until <= at) return 'Expired';
  if (signature !== undefined && signature.from.getTime() > at.getTime() + SKEW_MS) return 'NotYet';
  if (operation !== 'read') return 'NotForReading';
  if (address === 'path-style') return 'PathStyle';
  if (address !== 'custom' && /\.(?:apk|ipa)$/i.test(key)) return 'AppForbidden';
  return 'NotAsked';
}
