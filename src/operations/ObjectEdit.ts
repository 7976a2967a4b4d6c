/** What is to be said about objects from now on. What is absent stays as each object has it. */
export interface ObjectEdit {
  readonly contentType?: string;
  /** `''` removes it. */
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
  readonly storageClass?: string;
  /** Names without `x-cos-meta-`, values as people read them. */
  readonly metadata?: NamedValues;
  readonly tags?: NamedValues;
}

export interface NamedValues {
  readonly values: Readonly<Record<string, string>>;
  /** What an object has under other names stays; otherwise these are all. */
  readonly keepsOthers: boolean;
}

/** True for what a journal gave back as an edit. */
export function isObjectEdit(value: unknown): value is ObjectEdit {
  if (!isRecord(value)) return false;
  const { contentType, cacheControl, contentDisposition, storageClass, metadata, tags } = value;
  const texts = [contentType, cacheControl, contentDisposition, storageClass];
  return (
    texts.every((text) => text === undefined || typeof text === 'string') &&
    [metadata, tags].every((named) => named === undefined || isNamedValues(named))
  );
}

function isNamedValues(value: unknown): value is NamedValues {
  if (!isRecord(value) || typeof value.keepsOthers !== 'boolean' || !isRecord(value.values)) return false;
  return Object.values(value.values).every((each) => typeof each === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
