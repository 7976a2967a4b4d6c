import { isFormKey } from '#cos/formBody.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { contentTypeFor } from '#files/contentTypeFor.ts';
import { uploadKey } from '#files/uploadKey.ts';
import type { UploadRequestTerms } from '#links/UploadRequest.ts';
import { uploadRequestLimits } from '#links/uploadRequestLimits.ts';
import { checkKey } from '#transfers/checkKey.ts';

/** Why a file is not sent, known before a byte of it leaves. */
export type Unsendable =
  | { readonly why: 'tooLargeForForm' | 'tooLarge'; readonly sizeBytes: number }
  | { readonly why: 'wrongType'; readonly type: string }
  | { readonly why: 'cannotCarry' | 'unreadable' };

/** What the bucket would refuse of a file that is offered; undefined when it may be sent. */
export function judgeOffered(
  { maxBytes, contentType, prefix }: Pick<UploadRequestTerms, 'maxBytes' | 'contentType' | 'prefix'>,
  { name, size, type }: Pick<File, 'name' | 'size' | 'type'>,
  relativePath: string,
): Unsendable | undefined {
  if (size > uploadRequestLimits.fileBytes) return { why: 'tooLargeForForm', sizeBytes: size };
  if (size > maxBytes) return { why: 'tooLarge', sizeBytes: size };
  const stored = contentTypeFor(name, type);
  if (!stored.startsWith(contentType)) return { why: 'wrongType', type: stored };
  const key = uploadKey(prefix, relativePath);
  if (!isFormKey(key) || !isAddressable(key) || checkKey(key)) return { why: 'cannotCarry' };
  return undefined;
}
