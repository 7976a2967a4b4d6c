import { childrenOf, optionalText, parseXml } from '#cos/xml.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { ProbeAnswer, Prober } from './prober.ts';

/** As much of one object as is read to see its headers and how fast it comes. */
const READ_BYTES = 1024 * 1024;

/** Reads the beginning of the largest object the first page lists; undefined when there is none, or no right to. */
export async function readOneObject(
  origin: string,
  prober: Prober,
  listing: ProbeAnswer | undefined,
  keys: TemporaryCredentials | undefined,
): Promise<ProbeAnswer | undefined> {
  const key = listing && largestKeyOf(listing.body);
  if (key === undefined) return undefined;
  const headers = { Range: `bytes=0-${READ_BYTES - 1}` };
  const outcome = await prober.ask(origin, { operation: 'GetObject', method: 'GET', key, headers }, keys);
  return outcome.type === 'answer' && outcome.status === 206 ? outcome : undefined;
}

function largestKeyOf(body: string): string | undefined {
  try {
    const objects = childrenOf(parseXml(body), 'Contents').map((element) => ({
      key: decodeURIComponent(optionalText(element, 'Key') ?? ''),
      sizeBytes: Number(optionalText(element, 'Size') ?? 0),
      storageClass: optionalText(element, 'StorageClass') ?? 'STANDARD',
    }));
    const readable = objects.filter(({ sizeBytes, storageClass }) => sizeBytes > 0 && !/ARCHIVE/.test(storageClass));
    return readable.toSorted((a, b) => b.sizeBytes - a.sizeBytes)[0]?.key;
  } catch {
    return undefined;
  }
}
