import type { DeliveryHeaders, ObjectHead, ObjectHeaders, ObjectTags } from '#cos/CosObject.ts';
import { metadataValue, readMetadataValue } from '#cos/metadataHeaders.ts';
import type { NamedValues, ObjectEdit } from './ObjectEdit.ts';

export type Said = Required<Pick<ObjectHeaders, 'contentType' | 'storageClass' | 'storedMetadata' | 'delivery'>>;

/**
 * All that is to be said of an object once it is edited, what stays included, because a rewrite forgets what it does not
 * repeat. Undefined when it says so already.
 */
export function applyEdit(head: ObjectHead, edit: ObjectEdit): Said | undefined {
  const before = saidOf(head);
  const after: Said = {
    contentType: edit.contentType ?? before.contentType,
    storageClass: edit.storageClass ?? before.storageClass,
    storedMetadata: edit.metadata ? storedAs(before.storedMetadata, edit.metadata) : before.storedMetadata,
    delivery: deliveredAs(before.delivery, edit),
  };
  return isSame(before, after) ? undefined : after;
}

/** True when an object is said to be all this. */
export function saysAlready(head: ObjectHead, said: Said): boolean {
  return isSame(saidOf(head), said);
}

function saidOf({ contentType, storageClass, metadata, delivery }: ObjectHead): Said {
  return {
    contentType: contentType ?? 'application/octet-stream',
    storageClass: storageClass ?? 'STANDARD',
    storedMetadata: metadata ?? {},
    delivery: delivery ?? {},
  };
}

/** The whole set of tags once they are edited. */
export function applyTags(before: ObjectTags, { values, keepsOthers }: NamedValues): ObjectTags {
  return keepsOthers ? { ...before, ...values } : values;
}

/** True when both name the same things with the same values, in whatever order. */
export function haveSameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

/** Values as they travel; one that means the same as before stays the same to the byte. */
function storedAs(before: Said['storedMetadata'], { values, keepsOthers }: NamedValues): Said['storedMetadata'] {
  const written = Object.entries(values).map(([name, value]) => {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    return [name, old !== undefined && readMetadataValue(old) === value ? old : metadataValue(value)] as const;
  });
  return { ...(keepsOthers ? before : {}), ...Object.fromEntries(written) };
}

function deliveredAs(before: DeliveryHeaders, { cacheControl, contentDisposition }: ObjectEdit): DeliveryHeaders {
  const all = {
    ...before,
    ...(cacheControl === undefined ? {} : { cacheControl }),
    ...(contentDisposition === undefined ? {} : { contentDisposition }),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function isSame(before: Said, after: Said): boolean {
  return (
    before.contentType === after.contentType &&
    before.storageClass === after.storageClass &&
    haveSameValues(before.storedMetadata, after.storedMetadata) &&
    haveSameValues({ ...before.delivery }, { ...after.delivery })
  );
}
