import type { ListObjectsInput, ListObjectsOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import type { CosAnswer } from '../CosRequest.ts';
import { columnsOf } from '../createColumnWriter.ts';
import type { ListObjectColumnsOutput } from '../ObjectColumns.ts';
import type { Requester } from '../request.ts';
import { scanListPage } from './scanListPage.ts';

// The scan reads nearly every page; the strict reader loads when something else needs it.
const loadReader = () => import('./readListPage.ts');

/** A page of 1,000 keys of 850 bytes, percent-encoded, stays below this. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** List Objects (COS documentation 30614). Keys come percent-encoded because XML cannot carry every character. */
export async function listObjects(
  requester: Requester,
  input: ListObjectsInput,
  options: CallOptions = {},
): Promise<ListObjectsOutput> {
  const answer = await askForPage(requester, input, options);
  return (await loadReader()).readListPage(answer, input.prefix);
}

/** The same page as columns: what lists of any size are made of. */
export async function listObjectColumns(
  requester: Requester,
  input: ListObjectsInput,
  options: CallOptions = {},
): Promise<ListObjectColumnsOutput> {
  const answer = await askForPage(requester, input, options);
  const scanned = scanListPage(answer.body, input.prefix);
  if (scanned !== undefined) return scanned;
  const { objects, commonPrefixes, nextMarker } = (await loadReader()).readListPage(answer, input.prefix);
  const columns = columnsOf(input.prefix, commonPrefixes, objects);
  return { columns, ...(nextMarker === undefined ? {} : { nextMarker }) };
}

function askForPage(requester: Requester, input: ListObjectsInput, options: CallOptions): Promise<CosAnswer> {
  const { prefix, delimiter, marker, maxKeys } = input;
  return requester.ask(
    {
      operation: 'ListObjects',
      action: 'name/cos:GetBucket',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      query: {
        prefix,
        'encoding-type': 'url',
        ...(delimiter ? { delimiter } : {}),
        ...(marker === undefined ? {} : { marker }),
        ...(maxKeys === undefined ? {} : { 'max-keys': String(maxKeys) }),
      },
    },
    options,
    MAX_PAGE_BYTES,
  );
}
