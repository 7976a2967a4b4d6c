import { Readable } from 'node:stream';
import { CosServiceError } from '../CosServiceError.ts';
import type { CosAnswer, FormGrant, OperationHandler } from '../OperationContext.ts';
import type { StoredObject } from '../objectStore.ts';
import { checkKey } from './checkKey.ts';
import { checkDigest, MAX_BODY_BYTES, onBrokenBody, readContentMd5 } from './expectBody.ts';
import { objectUrl } from './objectUrl.ts';
import { readForm } from './readForm.ts';
import { readNewObject } from './readNewObject.ts';
import { refuseOverwrite } from './refuseOverwrite.ts';
import { entityTooLarge, invalidArgument } from './refusals.ts';
import { toHeaderText } from './responseOverrides.ts';
import { trafficLimit, withTrafficLimit } from './trafficLimit.ts';
import { newVersionId } from './versionIds.ts';
import { writtenHeaders } from './writtenHeaders.ts';

/**
 * POST Object (COS documentation 14690): a form whose fields say and sign what its file becomes. The content type the
 * browser gives the file is ignored, only the `Content-Type` field counts.
 */
export const postObject: OperationHandler = async (context) => {
  const { request, store } = context;
  const bucket = request.bucket.name;
  const form = await readForm(request.body, request.headers.get('content-type')).catch(onBrokenBody(request));
  const key = (form.fields.get('key') ?? '').replaceAll('${filename}', () => form.fileName);
  if (key === '') throw invalidArgument('The form needs a field named key before the file.');
  const fields = new Map([...form.fields, ['key', key]]);
  const { sizeRange } = context.authorizeForm(fields);

  checkKey(key);
  const object = { ...readNewObject(asHeaders(fields)), ...newVersionId(request.bucket) };
  const expectedMd5 = readContentMd5(fields.get('content-md5') || undefined);
  const bytesPerSecond = trafficLimit(fields.get('x-cos-traffic-limit') || undefined);
  const checkAbsent = refuseOverwrite(fields.get('x-cos-forbid-overwrite') || undefined, store, request.bucket, key);
  checkAbsent();

  const file = Readable.from(noLargerThan(form.file, sizeRange?.max ?? MAX_BODY_BYTES), { objectMode: false });
  const stored = await store
    .write(bucket, key, withTrafficLimit(file, bytesPerSecond), object, (written) => {
      checkMinimum(written.sizeBytes, sizeRange);
      checkDigest(expectedMd5, written.md5);
      checkAbsent();
    })
    .catch(onBrokenBody(request));
  return answer(fields, stored, { bucket, location: objectUrl(request, key) });
};

/** Form fields in the shape of request headers: `acl` under its header name, texts as the bytes a header would have. */
function asHeaders(fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Array.from(fields, ([name, value]) => [name === 'acl' ? 'x-cos-acl' : name, toHeaderText(value)] as const),
  );
}

/** Gives up at the first byte too many, without waiting for the rest. */
async function* noLargerThan(file: AsyncIterable<Buffer>, max: number): AsyncGenerator<Buffer> {
  let sizeBytes = 0;
  for await (const chunk of file) {
    sizeBytes += chunk.length;
    if (sizeBytes > Math.min(max, MAX_BODY_BYTES)) throw entityTooLarge();
    yield chunk;
  }
}

function checkMinimum(sizeBytes: number, sizeRange: FormGrant['sizeRange']): void {
  if (sizeBytes < (sizeRange?.min ?? 0)) {
    throw new CosServiceError(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed object size.',
    );
  }
}

/** 303 to `success_action_redirect` when there is one, else `success_action_status`, else 204. The body is empty. */
function answer(
  fields: ReadonlyMap<string, string>,
  stored: StoredObject,
  { bucket, location }: { readonly bucket: string; readonly location: string },
): CosAnswer {
  const headers = { ...writtenHeaders(stored), Location: location };
  const redirect = fields.get('success_action_redirect') ?? '';
  if (/^https?:/i.test(redirect) && URL.canParse(redirect)) {
    const target = new URL(redirect);
    target.searchParams.append('bucket', bucket);
    target.searchParams.append('key', stored.key);
    target.searchParams.append('etag', `"${stored.etag}"`);
    return { status: 303, headers: { ...headers, Location: target.href } };
  }
  const status = fields.get('success_action_status');
  return { status: status === '200' || status === '201' ? Number(status) : 204, headers };
}
