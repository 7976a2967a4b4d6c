import type { GetObjectOutput, PostObjectInput, PutObjectInput, PutObjectOutput } from '../CosCalls.ts';
import type { CallOptions, CosClient } from '../CosClient.ts';
import type { BucketLocation, ListedObject, ObjectHead, ObjectHeaders, ObjectTags } from '../CosObject.ts';
import { CosError } from '../CosError.ts';
import { columnsOf } from '../createColumnWriter.ts';
import { compareKeys } from '../compareKeys.ts';
import { isMultiDeletable } from '../calls/deleteObjects.ts';
import { isAddressable } from '../objectKey.ts';
import { isArchiveClass } from '../storageClasses.ts';
import { serviceFailure } from './serviceFailure.ts';

interface Stored {
  readonly body: Blob;
  readonly etag: string;
  readonly contentType: string;
  readonly storageClass: string;
  readonly lastModified: Date;
  readonly facts: Facts;
  readonly isRestored?: boolean;
}

interface Upload {
  readonly key: string;
  readonly input: Omit<Write, 'key'>;
  readonly parts: Map<number, { readonly body: Blob; readonly etag: string }>;
}

/** What is said about an object, besides its bytes. */
type Facts = Pick<ObjectHeaders, 'acl' | 'tags' | 'metadata' | 'delivery'>;
type Write = Pick<PutObjectInput, 'key' | 'contentType' | 'storageClass' | 'forbidOverwrite'> & Facts;

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
  private readonly objects = new Map<string, Stored>();
  private readonly uploads = new Map<string, Upload>();
  private readonly join: (parts: readonly Blob[]) => Blob;
  private readonly crc64: ((body: Blob) => string) | undefined;
  private count = 0;

  constructor({ join = (parts) => new Blob([...parts]), crc64 }: InMemoryOptions = {}) {
    this.join = join;
    this.crc64 = crc64;
  }

  /** Keys in the bucket, in listing order. */
  keys(): readonly string[] {
    return [...this.objects.keys()].toSorted(compareKeys);
  }

  /** Puts an object there behind the client's back, with any key, also one no URL can name. */
  seed(key: string, content = '', said: Omit<Write, 'key'> = {}): void {
    this.store({ key, ...said }, new Blob([content]));
  }

  /** The bytes of an object, past signature and policy; undefined when there is none. */
  bodyOf(key: string): Blob | undefined {
    return this.objects.get(key)?.body;
  }

  /** Somebody else writes an object. */
  write(key: string, body: Blob): void {
    this.store({ key }, body);
  }

  /** Uploads that were begun and neither completed nor aborted. */
  openUploads(): readonly { readonly key: string; readonly uploadId: string; readonly partNumbers: number[] }[] {
    return [...this.uploads].map(([uploadId, { key, parts }]) => ({ key, uploadId, partNumbers: [...parts.keys()] }));
  }

  /** The server loses a part. */
  losePart(uploadId: string, partNumber: number): void {
    this.uploads.get(uploadId)?.parts.delete(partNumber);
  }

  /** The server loses an upload: its life cycle rule, or somebody who cleaned up. */
  loseUpload(uploadId: string): void {
    this.uploads.delete(uploadId);
  }

  async listObjects(input: Parameters<CosClient['listObjects']>[0], options?: CallOptions) {
    await attempt(options);
    const { prefix, delimiter, marker = '', maxKeys = 1000 } = input;
    const names = new Set<string>();
    for (const key of this.keys()) {
      if (!key.startsWith(prefix)) continue;
      const end = delimiter === undefined ? -1 : key.indexOf(delimiter, prefix.length);
      names.add(end < 0 ? key : key.slice(0, end + 1));
    }
    const isFolder = (name: string): boolean => delimiter !== undefined && name !== prefix && name.endsWith(delimiter);
    const rest = [...names].filter((name) => marker === '' || compareKeys(name, marker) > 0);
    const page = rest.slice(0, maxKeys);
    const last = page.at(-1);
    return {
      objects: page.filter((name) => !isFolder(name)).map((key) => this.listed(key)),
      commonPrefixes: page.filter(isFolder),
      ...(rest.length > page.length && last !== undefined ? { nextMarker: last } : {}),
    };
  }

  async listObjectColumns(input: Parameters<CosClient['listObjects']>[0], options?: CallOptions) {
    const { objects, commonPrefixes, ...rest } = await this.listObjects(input, options);
    return { columns: columnsOf(input.prefix, commonPrefixes, objects), ...rest };
  }

  async headObject({ key }: { key: string }, options?: CallOptions): Promise<ObjectHead> {
    await attempt(options, key);
    return this.headOf(this.find(key));
  }

  async getObject(
    { key, range }: Parameters<CosClient['getObject']>[0],
    options?: CallOptions,
  ): Promise<GetObjectOutput> {
    await attempt(options, key);
    const stored = this.findReadable(key);
    const startByte = range?.start ?? 0;
    if (range && startByte >= stored.body.size) throw refusal('InvalidRange', 416);
    return { ...this.headOf(stored), startByte, body: stored.body.slice(startByte, range?.end).stream() };
  }

  /** It has no image processing, as most buckets. */
  async getThumbnail(_input: Parameters<CosClient['getThumbnail']>[0], options?: CallOptions): Promise<never> {
    await attempt(options);
    throw new CosError(serviceFailure('InvalidArgument'));
  }

  async putObject({ body, ...write }: PutObjectInput, options?: Parameters<CosClient['putObject']>[1]) {
    await attempt(options, write.key);
    options?.onSent?.(body.size);
    return this.store(write, body);
  }

  async postObject({ body, ...write }: PostObjectInput, options?: CallOptions) {
    await attempt(options, write.key);
    return this.store(write, new Blob([body]));
  }

  async deleteObject({ key }: { key: string }, options?: CallOptions): Promise<void> {
    await attempt(options, key);
    this.objects.delete(key);
  }

  async deleteObjects({ keys }: { keys: readonly string[] }, options?: CallOptions) {
    await attempt(options);
    if (!keys.every(isMultiDeletable)) throw new CosError({ kind: 'local', code: 'KeyNotAllowed', message: 'No' });
    for (const key of keys) this.objects.delete(key);
    return { deleted: keys, errors: [] };
  }

  async copyObject({ source, ...write }: Parameters<CosClient['copyObject']>[0], options?: CallOptions) {
    await attempt(options, write.key);
    const { body, etag, contentType, facts } = this.findReadable(source.key);
    if (source.ifMatch !== undefined && source.ifMatch !== etag) throw refusal('PreconditionFailed', 412);
    const { replacesHeaders = false, storedMetadata, ...said } = write;
    if (!replacesHeaders && write.key === source.key) throw refusal('InvalidRequest', 400);
    const { tags } = facts;
    const metadata = { ...storedMetadata, ...said.metadata };
    const kept = replacesHeaders ? (tags === undefined ? { metadata } : { metadata, tags }) : { contentType, ...facts };
    return this.store({ ...kept, acl: 'default', ...said, ...(replacesHeaders ? { metadata } : {}) }, body);
  }

  async initiateMultipartUpload({ key, ...input }: Write, options?: CallOptions) {
    await attempt(options, key);
    if (input.forbidOverwrite && this.objects.has(key)) throw refusal('FileAlreadyExists', 409);
    const uploadId = `upload-${(this.count += 1)}`;
    this.uploads.set(uploadId, { key, input, parts: new Map() });
    return { uploadId };
  }

  async uploadPart(input: Parameters<CosClient['uploadPart']>[0], options?: Parameters<CosClient['uploadPart']>[1]) {
    await attempt(options, input.key);
    const { parts } = this.findUpload(input);
    options?.onSent?.(input.body.size);
    const etag = this.nextEtag();
    parts.set(input.partNumber, { body: input.body, etag });
    return { etag, ...this.checksumOf(input.body) };
  }

  async uploadPartCopy(input: Parameters<CosClient['uploadPartCopy']>[0], options?: CallOptions) {
    await attempt(options, input.key);
    const { parts } = this.findUpload(input);
    const { body, etag } = this.findReadable(input.source.key);
    if (input.source.ifMatch !== undefined && input.source.ifMatch !== etag) throw refusal('PreconditionFailed', 412);
    const part = { body: body.slice(input.range.start, input.range.end), etag: this.nextEtag() };
    parts.set(input.partNumber, part);
    return { etag: part.etag };
  }

  async getObjectAcl({ key }: { key: string }, options?: CallOptions) {
    await attempt(options, key);
    return { canned: this.find(key).facts.acl ?? 'default' };
  }

  async putObjectAcl({ key, acl }: Parameters<CosClient['putObjectAcl']>[0], options?: CallOptions): Promise<void> {
    await attempt(options, key);
    const stored = this.find(key);
    this.objects.set(key, { ...stored, facts: { ...stored.facts, acl } });
  }

  async getObjectTagging({ key }: { key: string }, options?: CallOptions) {
    await attempt(options, key);
    return this.find(key).facts.tags ?? {};
  }

  async putObjectTagging({ key, tags }: { key: string; tags: ObjectTags }, options?: CallOptions): Promise<void> {
    await attempt(options, key);
    const stored = this.find(key);
    this.objects.set(key, { ...stored, facts: { ...stored.facts, tags } });
  }

  async restoreObject({ key }: { key: string }, options?: CallOptions): Promise<void> {
    await attempt(options, key);
    const stored = this.find(key);
    if (!isArchiveClass(stored.storageClass)) throw refusal('RestoreNonArchiveObject', 405);
    this.objects.set(key, { ...stored, isRestored: true });
  }

  /** It keeps no versions, so each object is the one there is. */
  async listObjectVersions({ prefix }: { prefix: string }, options?: CallOptions) {
    const { objects } = await this.listObjects({ prefix }, options);
    const facts = { versionId: 'null', isLatest: true, isDeleteMarker: false } as const;
    return { versions: objects.map((object) => Object.assign({}, object, facts)) };
  }

  async listParts(input: Parameters<CosClient['listParts']>[0], options?: CallOptions) {
    await attempt(options, input.key);
    const { partNumberMarker = 0, maxParts = 1000 } = input;
    const rest = [...this.findUpload(input).parts]
      .filter(([partNumber]) => partNumber > partNumberMarker)
      .toSorted(([a], [b]) => a - b)
      .map(([partNumber, { body, etag }]) => ({ partNumber, etag, sizeBytes: body.size }));
    const parts = rest.slice(0, maxParts);
    const last = parts.at(-1)?.partNumber;
    return { parts, ...(rest.length > parts.length && last !== undefined ? { nextPartNumberMarker: last } : {}) };
  }

  async completeMultipartUpload(input: Parameters<CosClient['completeMultipartUpload']>[0], options?: CallOptions) {
    await attempt(options, input.key);
    const upload = this.findUpload(input);
    const bodies = input.parts.map(({ partNumber, etag }) => {
      const part = upload.parts.get(partNumber);
      if (part?.etag !== etag) throw refusal('InvalidPart', 400);
      return part.body;
    });
    const { forbidOverwrite = false } = input;
    const written = this.store({ key: input.key, ...upload.input, forbidOverwrite }, this.join(bodies));
    this.uploads.delete(input.uploadId);
    return written;
  }

  async abortMultipartUpload(input: { key: string; uploadId: string }, options?: CallOptions): Promise<void> {
    await attempt(options, input.key);
    this.findUpload(input);
    this.uploads.delete(input.uploadId);
  }

  async listMultipartUploads({ prefix }: { prefix: string }, options?: CallOptions) {
    await attempt(options);
    const uploads = [...this.uploads].map(([uploadId, { key }]) => ({ key, uploadId }));
    return { uploads: uploads.filter(({ key }) => key.startsWith(prefix)) };
  }

  async getBucketVersioning(options?: CallOptions) {
    await attempt(options);
    return {};
  }

  private store(
    { key, contentType, storageClass, forbidOverwrite, acl, tags, metadata, delivery }: Write,
    body: Blob,
  ): { etag: string } & PutObjectOutput {
    if (forbidOverwrite && this.objects.has(key)) throw refusal('FileAlreadyExists', 409);
    const etag = this.nextEtag();
    this.objects.set(key, {
      body,
      etag,
      contentType: contentType ?? 'application/octet-stream',
      storageClass: storageClass ?? 'STANDARD',
      lastModified: new Date(),
      facts: {
        ...(acl === undefined ? {} : { acl }),
        ...(tags === undefined ? {} : { tags }),
        ...(metadata === undefined ? {} : { metadata }),
        ...(delivery === undefined ? {} : { delivery }),
      },
    });
    return { etag, ...this.checksumOf(body) };
  }

  private checksumOf(body: Blob): { crc64?: string } {
    return this.crc64 ? { crc64: this.crc64(body) } : {};
  }

  private headOf({ body, etag, contentType, storageClass, lastModified, facts }: Stored): ObjectHead {
    const { metadata, delivery } = facts;
    return {
      sizeBytes: body.size,
      etag,
      contentType,
      storageClass,
      lastModified,
      ...(metadata === undefined ? {} : { metadata }),
      ...(delivery === undefined ? {} : { delivery }),
      ...this.checksumOf(body),
    };
  }

  private nextEtag(): string {
    this.count += 1;
    return this.count.toString(16).padStart(32, '0');
  }

  private find(key: string): Stored {
    const stored = this.objects.get(key);
    if (!stored) throw refusal('NoSuchKey', 404);
    return stored;
  }

  /** Archived bytes cannot be read before they are restored. */
  private findReadable(key: string): Stored {
    const stored = this.find(key);
    if (isArchiveClass(stored.storageClass) && !stored.isRestored) throw refusal('InvalidObjectState', 403);
    return stored;
  }

  private findUpload({ key, uploadId }: { key: string; uploadId: string }): Upload {
    const upload = this.uploads.get(uploadId);
    if (upload?.key !== key) throw refusal('NoSuchUpload', 404);
    return upload;
  }

  private listed(key: string): ListedObject {
    const { body, etag, storageClass, lastModified } = this.find(key);
    return { key, sizeBytes: body.size, etag, storageClass, lastModified };
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

function refusal(code: string, status: number): CosError {
  return new CosError(serviceFailure(code, { status }));
}
