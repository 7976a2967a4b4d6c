import type { IncomingMessage } from 'node:http';
import { CosServiceError } from './CosServiceError.ts';
import { detectOperation } from './detectOperation.ts';
import { dispatch } from './dispatch.ts';
import type { EmulatorBucket } from './EmulatorOptions.ts';
import type { Machine } from './Machine.ts';
import type { OperationName } from './OperationContext.ts';
import { addressPage } from './websitePages.ts';
import { parseTarget } from './parseTarget.ts';

/** What a request is about, as far as it could be understood: an address that makes no sense still gets an answer. */
export interface Address {
  readonly method: string;
  /** As sent, with its port. */
  readonly host: string;
  /** Lower-cased names. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decoded once; as sent when it cannot be decoded. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly bucket: EmulatorBucket;
  readonly key: string;
  readonly operation: OperationName | 'Unknown';
  /** Asked for by the name of its static website. */
  readonly isWebsite?: true;
  /** Why it cannot be served. */
  readonly refusal?: unknown;
}

const NO_BUCKET: EmulatorBucket = { name: '', region: '' };

/** Host, path and query → bucket, key and operation. Never throws. */
export function addressRequest(message: IncomingMessage, machine: Machine): Address {
  const headers = new Map(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  const { method = '', url = '' } = message;
  let address: Address = {
    method,
    host: headers.get('host') ?? '',
    headers,
    path: url.split('?', 1)[0] ?? '',
    query: new Map(),
    bucket: NO_BUCKET,
    key: '',
    operation: 'Unknown',
  };
  try {
    address = { ...address, ...parseTarget(url) };
    const refusePathStyle = machine.options.refusePathStyle ?? true;
    const destination = dispatch(address.host, address.path, machine.buckets, refusePathStyle);
    if (destination.type === 'service') return { ...address, operation: serviceOperation(method) };
    address = { ...address, bucket: destination.bucket, key: destination.key };
    if (destination.type === 'website') return { ...address, ...addressPage(address), isWebsite: true };
    return { ...address, operation: detectOperation(method, address.key, address.query, headers) };
  } catch (refusal) {
    return { ...address, refusal };
  }
}

function serviceOperation(method: string): OperationName {
  if (method === 'GET') return 'GetService';
  if (method === 'OPTIONS') return 'OptionsObject';
  throw new CosServiceError(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
}
