import type { ListObjectsInput, ListObjectsOutput, PutObjectInput, PutObjectOutput } from '../CosCalls.ts';
import { compareKeys } from '../compareKeys.ts';
import type { ListedObject, ObjectHead, ObjectHeaders } from '../CosObject.ts';
import { isArchiveClass } from '../storageClasses.ts';
import { refusal } from './refusal.ts';

export interface MemoryObject {
  readonly body: Blob;
  readonly etag: string;
  readonly contentType: string;
  readonly storageClass: string;
  readonly lastModified: Date;
  readonly facts: Facts;
  readonly isRestored?: boolean;
}

/** What is said about an object, besides its bytes. */
type Facts = Pick<ObjectHeaders, 'acl' | 'tags' | 'metadata' | 'delivery'>;
export type MemoryWrite = Pick<PutObjectInput, 'key' | 'contentType' | 'storageClass' | 'forbidOverwrite'> & Facts;

/** The objects of a bucket in memory, and how one comes to be there. */
export class MemoryObjects {
  private readonly objects = new Map<string, MemoryObject>();
  private count = 0;
  private readonly crc64: ((body: Blob) => string) | undefined;

  /** @param crc64 counts checksums; without it none are told */
  constructor(crc64: ((body: Blob) => string) | undefined) {
    this.crc64 = crc64;
  }

  /** In listing order. */
  keys(): readonly string[] {
    return [...this.objects.keys()].toSorted(compareKeys);
  }

  has(key: string): boolean {
    return this.objects.has(key);
  }

  get(key: string): MemoryObject | undefined {
    return this.objects.get(key);
  }

  remove(key: string): void {
    this.objects.delete(key);
  }

  /** Something else is true of an object that is there. */
  amend(key: string, changes: Partial<MemoryObject>): void {
    this.objects.set(key, { ...this.find(key), ...changes });
  }

  /** Throws what COS answers when the key is taken and may not be written over. */
  store(
    { key, contentType, storageClass, forbidOverwrite, acl, tags, metadata, delivery }: MemoryWrite,
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

  checksumOf(body: Blob): { crc64?: string } {
    return this.crc64 ? { crc64: this.crc64(body) } : {};
  }

  headOf({ body, etag, contentType, storageClass, lastModified, facts }: MemoryObject): ObjectHead {
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

  nextEtag(): string {
    this.count += 1;
    return this.count.toString(16).padStart(32, '0');
  }

  find(key: string): MemoryObject {
    const stored = this.objects.get(key);
    if (!stored) throw refusal('NoSuchKey', 404);
    return stored;
  }

  /** Archived bytes cannot be read before they are restored. */
  findReadable(key: string): MemoryObject {
    const stored = this.find(key);
    if (isArchiveClass(stored.storageClass) && !stored.isRestored) throw refusal('InvalidObjectState', 403);
    return stored;
  }

  listed(key: string): ListedObject {
    const { body, etag, storageClass, lastModified } = this.find(key);
    return { key, sizeBytes: body.size, etag, storageClass, lastModified };
  }

  /** Folded at the delimiter, as the bucket folds it. */
  page(input: ListObjectsInput): ListObjectsOutput {
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
}
