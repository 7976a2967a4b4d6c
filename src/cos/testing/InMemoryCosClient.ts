import type { GetObjectOutput, PostObjectInput, PutObjectInput } from '../CosCalls.ts';
import type { CallOptions, CosClient } from '../CosClient.ts';
import type { BucketLocation, ObjectHead, ObjectTags } from '../CosObject.ts';
import { CosError } from '../CosError.ts';
import { columnsOf } from '../createColumnWriter.ts';
import { isMultiDeletable } from '../calls/deleteObjects.ts';
import { isAddressable } from '../objectKey.ts';
import { isArchiveClass } from '../storageClasses.ts';
import { MemoryObjects } from './MemoryObjects.ts';
import type { MemoryWrite } from './MemoryObjects.ts';
import { MemoryUploads } from './MemoryUploads.ts';
import { refusal } from './refusal.ts';
import { serviceFailure } from './serviceFailure.ts';

/** For tests whose bytes are not real: how parts become an object, and the checksum of either. */
export interface InMemoryOptions {
  readonly join?: (parts: readonly Blob[]) => Blob;
  readonly crc64?: (body: Blob) => string;
}

/**
 * A small bucket for tests that care about what is in it afterwards. It keeps the obligations of `CosClient`
 * (`cosClientContract.ts` runs on it) and knows no keys, no faults and, unless told how, no checksums.
 */
export class InMemoryCosClient implements CosClient {
  readonly connections = 11;
  readonly location: BucketLocation = { bucket: 'memory-1250000000', region: 'ap-guangzhou' };
  private readonly objects: MemoryObjects;
  private readonly uploads = new MemoryUploads();
  private readonly join: (parts: readonly Blob[]) => Blob;

  constructor({ join = (parts) => new Blob([...parts]), crc64 }: InMemoryOptions = {}) {
    this.join = join;
    this.objects = new MemoryObjects(crc64);
  }

  /** Keys in the bucket, in listing order. */
  keys(): readonly string[] {
    return this.objects.keys();
  }

  /** Puts an object there behind the client's back, with any key, also one no URL can name. */
  seed(key: string, content = '', said: Omit<MemoryWrite, 'key'> = {}): void {
    this.objects.store({ key, ...said }, new Blob([content]));
  }

  /** The bytes of an object, past signature and policy; undefined when there is none. */
  bodyOf(key: string): Blob | undefined {
    return this.objects.get(key)?.body;
  }

  /** What is said about it beyond headers, whatever the bucket tells its callers. */
  metadataOf(key: string): Readonly<Record<string, string>> | undefined {
    return this.objects.get(key)?.facts.metadata;
  }

  /** Somebody else writes an object. */
  write(key: string, body: Blob): void {
    this.objects.store({ key }, body);
  }

  /** Uploads that were begun and neither completed nor aborted. */
  openUploads(): readonly { readonly key: string; readonly uploadId: string; readonly partNumbers: number[] }[] {
    return this.uploads.all();
  }

  /** The server loses a part. */
  losePart(uploadId: string, partNumber: number): void {
    this.uploads.losePart(uploadId, partNumber);
  }

  /** The server loses an upload: its life cycle rule, or somebody who cleaned up. */
  loseUpload(uploadId: string): void {
    this.uploads.remove(uploadId);
  }

  async listObjects(input: Parameters<CosClient['listObjects']>[0], options?: CallOptions) {
    await attempt(options);
    return this.objects.page(input);
  }

  async listObjectColumns(input: Parameters<CosClient['listObjects']>[0], options?: CallOptions) {
    const { objects, commonPrefixes, ...rest } = await this.listObjects(input, options);
    return { columns: columnsOf(input.prefix, commonPrefixes, objects), ...rest };
  }

  async headObject({ key }: { key: string }, options?: CallOptions): Promise<ObjectHead> {
    await attempt(options, key);
    return this.objects.headOf(this.objects.find(key));
  }

  async getObject(
    { key, range }: Parameters<CosClient['getObject']>[0],
    options?: CallOptions,
  ): Promise<GetObjectOutput> {
    await attempt(options, key);
    const stored = this.objects.findReadable(key);
    const startByte = range?.start ?? 0;
    if (range && startByte >= stored.body.size) throw refusal('InvalidRange', 416);
    return { ...this.objects.headOf(stored), startByte, body: stored.body.slice(startByte, range?.end).stream() };
  }

  /** It has no image processing, as most buckets. */
  async getThumbnail(_input: Parameters<CosClient['getThumbnail']>[0], options?: CallOptions): Promise<never> {
    await attempt(options);
    throw new CosError(serviceFailure('InvalidArgument'));
  }

  async putObject({ body, ...write }: PutObjectInput, options?: Parameters<CosClient['putObject']>[1]) {
    await attempt(options, write.key);
    options?.onSent?.(body.size);
    return this.objects.store(write, body);
  }

  async postObject({ body, ...write }: PostObjectInput, options?: CallOptions) {
    await attempt(options, write.key);
    return this.objects.store(write, new Blob([body]));
  }

  async deleteObject({ key }: { key: string }, options?: CallOptions): Promise<void> {
    await attempt(options, key);
    this.objects.remove(key);
  }

  async deleteObjects({ keys }: { keys: readonly string[] }, options?: CallOptions) {
    await attempt(options);
    if (!keys.every(isMultiDeletable)) throw new CosError({ kind: 'local', code: 'KeyNotAllowed', message: 'No' });
    for (const key of keys) this.objects.remove(key);
    return { deleted: keys, errors: [] };
  }

  async copyObject({ source, ...write }: Parameters<CosClient['copyObject']>[0], options?: CallOptions) {
    await attempt(options, write.key);
    const { body, etag, contentType, facts } = this.objects.findReadable(source.key);
    if (source.ifMatch !== undefined && source.ifMatch !== etag) throw refusal('PreconditionFailed', 412);
    const { replacesHeaders = false, storedMetadata, ...said } = write;
    if (!replacesHeaders && write.key === source.key) throw refusal('InvalidRequest', 400);
    const { tags } = facts;
    const metadata = { ...storedMetadata, ...said.metadata };
    const kept = replacesHeaders ? (tags === undefined ? { metadata } : { metadata, tags }) : { contentType, ...facts };
    return this.objects.store({ ...kept, acl: 'default', ...said, ...(replacesHeaders ? { metadata } : {}) }, body);
  }

  async initiateMultipartUpload({ key, ...input }: MemoryWrite, options?: CallOptions) {
    await attempt(options, key);
    if (input.forbidOverwrite && this.objects.has(key)) throw refusal('FileAlreadyExists', 409);
    return { uploadId: this.uploads.begin(key, input) };
  }

  async uploadPart(input: Parameters<CosClient['uploadPart']>[0], options?: Parameters<CosClient['uploadPart']>[1]) {
    await attempt(options, input.key);
    const { parts } = this.uploads.find(input);
    options?.onSent?.(input.body.size);
    const etag = this.objects.nextEtag();
    parts.set(input.partNumber, { body: input.body, etag });
    return { etag, ...this.objects.checksumOf(input.body) };
  }

  async uploadPartCopy(input: Parameters<CosClient['uploadPartCopy']>[0], options?: CallOptions) {
    await attempt(options, input.key);
    const { parts } = this.uploads.find(input);
    const { body, etag } = this.objects.findReadable(input.source.key);
    if (input.source.ifMatch !== undefined && input.source.ifMatch !== etag) throw refusal('PreconditionFailed', 412);
    const part = { body: body.slice(input.range.start, input.range.end), etag: this.objects.nextEtag() };
    parts.set(input.partNumber, part);
    return { etag: part.etag };
  }

  async getObjectAcl({ key }: { key: string }, options?: CallOptions) {
    await attempt(options, key);
    return { canned: this.objects.find(key).facts.acl ?? 'default' };
  }

  async putObjectAcl({ key, acl }: Parameters<CosClient['putObjectAcl']>[0], options?: CallOptions): Promise<void> {
    await attempt(options, key);
    this.objects.amend(key, { facts: { ...this.objects.find(key).facts, acl } });
  }

  async getObjectTagging({ key }: { key: string }, options?: CallOptions) {
    await attempt(options, key);
    return this.objects.find(key).facts.tags ?? {};
  }

  async putObjectTagging({ key, tags }: { key: string; tags: ObjectTags }, options?: CallOptions): Promise<void> {
    await attempt(options, key);
    this.objects.amend(key, { facts: { ...this.objects.find(key).facts, tags } });
  }

  async restoreObject({ key }: { key: string }, options?: CallOptions): Promise<void> {
    await attempt(options, key);
    const stored = this.objects.find(key);
    if (!isArchiveClass(stored.storageClass)) throw refusal('RestoreNonArchiveObject', 405);
    this.objects.amend(key, { isRestored: true });
  }

  /** It keeps no versions, so each object is the one there is. */
  async listObjectVersions({ prefix }: { prefix: string }, options?: CallOptions) {
    const { objects } = await this.listObjects({ prefix }, options);
    const facts = { versionId: 'null', isLatest: true, isDeleteMarker: false } as const;
    return { versions: objects.map((object) => Object.assign({}, object, facts)) };
  }

  async listParts(input: Parameters<CosClient['listParts']>[0], options?: CallOptions) {
    await attempt(options, input.key);
    return this.uploads.listParts(input);
  }

  async completeMultipartUpload(input: Parameters<CosClient['completeMultipartUpload']>[0], options?: CallOptions) {
    await attempt(options, input.key);
    const upload = this.uploads.find(input);
    const bodies = this.uploads.bodiesOf(input);
    const { forbidOverwrite = false } = input;
    const written = this.objects.store({ key: input.key, ...upload.input, forbidOverwrite }, this.join(bodies));
    this.uploads.remove(input.uploadId);
    return written;
  }

  async abortMultipartUpload(input: { key: string; uploadId: string }, options?: CallOptions): Promise<void> {
    await attempt(options, input.key);
    this.uploads.find(input);
    this.uploads.remove(input.uploadId);
  }

  async listMultipartUploads({ prefix }: { prefix: string }, options?: CallOptions) {
    await attempt(options);
    const uploads = this.uploads.all().map(({ key, uploadId }) => ({ key, uploadId }));
    return { uploads: uploads.filter(({ key }) => key.startsWith(prefix)) };
  }

  async getBucketVersioning(options?: CallOptions) {
    await attempt(options);
    return {};
  }
}

/** One try: the guard and the signal, as the real client has them. */
async function attempt(options: CallOptions | undefined, key?: string): Promise<void> {
  await Promise.resolve();
  options?.signal?.throwIfAborted();
  if (key !== undefined && !isAddressable(key)) {
    throw new CosError({ kind: 'local', code: 'UnsafeKey', message: 'The key cannot be put in a URL', facts: { key } });
  }
  options?.onStart?.();
}
