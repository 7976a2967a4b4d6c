import { CosError } from '../CosError.ts';
import type { CallOptions, CosClient, SendOptions } from '../CosClient.ts';
import type { BucketLocation } from '../CosObject.ts';
import type { Failure } from '#lib/Failure.ts';

export type CosOperation = Exclude<keyof CosClient, 'location' | 'connections'>;
export type InputOf<O extends CosOperation> = Parameters<CosClient[O]>[0];
export type OutputOf<O extends CosOperation> = Awaited<ReturnType<CosClient[O]>>;

/** One request the code under test has made and is waiting for. */
export interface FakeCall<O extends CosOperation = CosOperation> {
  readonly operation: O;
  readonly input: InputOf<O>;
  readonly options: SendOptions;
  /** True once it was answered or its signal fired. */
  readonly isSettled: boolean;
  succeed(...value: OutputOf<O> extends void ? [] : [OutputOf<O>]): void;
  fail(failure: Failure, options?: { serverTime?: Date }): void;
  /** Report body bytes as handed to the network, as XHR's upload progress does. */
  sent(sentBytes: number): void;
}

/**
 * A bucket that says only what the test tells it to. A test reads like a conversation:
 *
 * ```ts
 * const call = await cos.next('uploadPart');
 * call.sent(1024);
 * call.fail(serviceFailure('SlowDown'));
 * ```
 *
 * Like the real client it settles each call once, and rejects with the signal's reason as soon as that fires.
 */
export class FakeCosClient implements CosClient {
  readonly location: BucketLocation;
  readonly connections = 11;
  /** Every call ever made, in order. */
  readonly calls: FakeCall[] = [];
  private readonly unclaimed: FakeCall[] = [];
  private readonly waiters: { operation: CosOperation; resolve: (call: FakeCall) => void }[] = [];

  constructor(location: BucketLocation = { bucket: 'examplebucket-1250000000', region: 'ap-guangzhou' }) {
    this.location = location;
  }

  /** The oldest unanswered, not yet handed out call of this operation; waits until there is one. */
  next<O extends CosOperation>(operation: O): Promise<FakeCall<O>> {
    const index = this.unclaimed.findIndex((call) => call.operation === operation && !call.isSettled);
    const [found] = index < 0 ? [] : this.unclaimed.splice(index, 1);
    // Widening through `unknown`: the queue holds calls of every operation and the name picks the type.
    if (found) return Promise.resolve(found as unknown as FakeCall<O>);
    return new Promise((resolve) => {
      this.waiters.push({ operation, resolve: (call) => resolve(call as unknown as FakeCall<O>) });
    });
  }

  /** Calls nobody has asked for with `next` and nobody has aborted. */
  unansweredCalls(operation?: CosOperation): readonly FakeCall[] {
    return this.unclaimed.filter((call) => !call.isSettled && (!operation || call.operation === operation));
  }

  readonly listObjects: CosClient['listObjects'] = (i, o) => this.ask('listObjects', i, o);
  readonly listObjectColumns: CosClient['listObjectColumns'] = (i, o) => this.ask('listObjectColumns', i, o);
  readonly headObject: CosClient['headObject'] = (i, o) => this.ask('headObject', i, o);
  readonly getObject: CosClient['getObject'] = (i, o) => this.ask('getObject', i, o);
  readonly getThumbnail: CosClient['getThumbnail'] = (i, o) => this.ask('getThumbnail', i, o);
  readonly putObject: CosClient['putObject'] = (i, o) => this.ask('putObject', i, o);
  readonly postObject: CosClient['postObject'] = (i, o) => this.ask('postObject', i, o);
  readonly deleteObject: CosClient['deleteObject'] = (i, o) => this.ask('deleteObject', i, o);
  readonly deleteObjects: CosClient['deleteObjects'] = (i, o) => this.ask('deleteObjects', i, o);
  readonly copyObject: CosClient['copyObject'] = (i, o) => this.ask('copyObject', i, o);
  readonly initiateMultipartUpload: CosClient['initiateMultipartUpload'] = (i, o) =>
    this.ask('initiateMultipartUpload', i, o);
  readonly uploadPartCopy: CosClient['uploadPartCopy'] = (i, o) => this.ask('uploadPartCopy', i, o);
  readonly getObjectAcl: CosClient['getObjectAcl'] = (i, o) => this.ask('getObjectAcl', i, o);
  readonly putObjectAcl: CosClient['putObjectAcl'] = (i, o) => this.ask('putObjectAcl', i, o);
  readonly getObjectTagging: CosClient['getObjectTagging'] = (i, o) => this.ask('getObjectTagging', i, o);
  readonly putObjectTagging: CosClient['putObjectTagging'] = (i, o) => this.ask('putObjectTagging', i, o);
  readonly restoreObject: CosClient['restoreObject'] = (i, o) => this.ask('restoreObject', i, o);
  readonly listObjectVersions: CosClient['listObjectVersions'] = (i, o) => this.ask('listObjectVersions', i, o);
  readonly uploadPart: CosClient['uploadPart'] = (i, o) => this.ask('uploadPart', i, o);
  readonly listParts: CosClient['listParts'] = (i, o) => this.ask('listParts', i, o);
  readonly completeMultipartUpload: CosClient['completeMultipartUpload'] = (i, o) =>
    this.ask('completeMultipartUpload', i, o);
  readonly abortMultipartUpload: CosClient['abortMultipartUpload'] = (i, o) => this.ask('abortMultipartUpload', i, o);
  readonly listMultipartUploads: CosClient['listMultipartUploads'] = (i, o) => this.ask('listMultipartUploads', i, o);
  readonly getBucketVersioning: CosClient['getBucketVersioning'] = (o) => this.ask('getBucketVersioning', o, o);

  private ask<O extends CosOperation>(
    operation: O,
    input: InputOf<O>,
    options: CallOptions & SendOptions = {},
  ): Promise<OutputOf<O>> {
    return new Promise((resolve, reject) => {
      const { signal, onSent } = options;
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      let isSettled = false;
      const settle = (how: () => void): void => {
        if (isSettled) throw new Error(`The ${operation} call was already settled`);
        isSettled = true;
        signal?.removeEventListener('abort', onAbort);
        how();
      };
      const onAbort = (): void => settle(() => reject(signal?.reason as Error));
      signal?.addEventListener('abort', onAbort);
      const call: FakeCall<O> = {
        operation,
        input,
        options,
        get isSettled() {
          return isSettled;
        },
        succeed: (...value) => settle(() => resolve(value[0] as OutputOf<O>)),
        fail: (failure, failOptions) => settle(() => reject(new CosError(failure, failOptions))),
        sent: (sentBytes) => onSent?.(sentBytes),
      };
      this.hand(call);
    });
  }

  private hand(call: FakeCall): void {
    this.calls.push(call);
    const index = this.waiters.findIndex((waiter) => waiter.operation === call.operation);
    const [waiter] = index < 0 ? [] : this.waiters.splice(index, 1);
    if (waiter) waiter.resolve(call);
    else this.unclaimed.push(call);
  }
}
