import type { ConditionKeys } from './conditionHolds.ts';
import type { CosRequest, OperationName } from './OperationContext.ts';
import { urlEncode } from './signature.ts';

/** Only these carry the bytes of a file, and so a `cos:content-length` (COS documentation 46206). */
const CARRIES_A_FILE: ReadonlySet<OperationName> = new Set(['PutObject', 'PostObject', 'UploadPart']);

/**
 * The condition keys of one request (COS documentation 46206). Values come from the request as sent; the fields of a
 * form, lower-cased, stand in for its headers.
 */
export function requestConditionKeys(
  operation: OperationName,
  request: Pick<CosRequest, 'headers' | 'query' | 'host'>,
  connection: { readonly remoteAddress: string; readonly isEncrypted: boolean },
  form: ReadonlyMap<string, string> = new Map(),
): ConditionKeys {
  const { headers, query, host } = request;
  const sent = (name: string): string | undefined =>
    form.get(name) || headers.get(name) || query.get(name) || undefined;
  return (key) => {
    switch (key) {
      case 'cos:content-length':
      case 'cos:content_length': // the spelling of COS documentation 39963
        return CARRIES_A_FILE.has(operation) ? headers.get('content-length') : undefined;
      case 'cos:content-type':
        return form.size > 0 ? form.get('content-type') : sent('content-type');
      case 'cos:prefix':
        return query.get('prefix');
      case 'cos:versionid':
        return query.get('versionId');
      case 'cos:response-content-type': {
        const value = query.get('response-content-type');
        return value === undefined ? undefined : urlEncode(value);
      }
      case 'cos:secure-transport':
        return String(connection.isEncrypted);
      case 'qcs:ip':
        return connection.remoteAddress.replace(/^::ffff:/, '').replace(/^::1$/, '127.0.0.1');
      case 'cos:host':
        return host.replace(/:\d+$/, '');
      default:
        return key.startsWith('cos:x-cos-') ? sent(key.slice('cos:'.length)) : undefined;
    }
  };
}
