import type { CosAnswer } from './CosRequest.ts';
import { errorFromXml, unexpectedAnswer } from './serviceError.ts';
import { parseXml, type XmlElement, XmlError } from './xml.ts';

/**
 * Reads the body of a 2xx: XML with exactly this root. A 200 may hold `<Error>` (Copy and Complete answer before they
 * are done), and a proxy's page or a cut body is an error too, never an empty result.
 *
 * @param read takes the root apart; an `XmlError` it throws means the same as a wrong root
 * @throws CosError
 */
export function readXmlAnswer<T>(answer: CosAnswer, rootName: string, read: (root: XmlElement) => T): T {
  const { body, status, headers, context } = answer;
  let problem: unknown;
  try {
    const root = parseXml(body);
    if (root.name === rootName) return read(root);
    if (root.name === 'Error') throw errorFromXml(root, status, headers, context);
    problem = new XmlError(`The root is <${root.name}>, not <${rootName}>`);
  } catch (error) {
    if (!(error instanceof XmlError) && !(error instanceof URIError)) throw error;
    problem = error;
  }
  throw unexpectedAnswer(`Not a ${rootName}: ${(problem as Error).message}`, status, headers, context, problem);
}

/** For operations that answer nothing: anything in the body is an error in disguise or a foreign page. */
export function readEmptyAnswer(answer: CosAnswer): void {
  if (answer.body.trim() !== '') readXmlAnswer(answer, '', () => {});
}

/** ETag without its quotes: the one place where they are dropped. Absent when the CORS rule hides it. */
export function etagOf(headers: Headers): string | undefined {
  const etag = headers.get('etag');
  return etag === null ? undefined : unquoteEtag(etag);
}

export function unquoteEtag(etag: string): string {
  return etag.replace(/^"(.*)"$/s, '$1');
}

/** Fields of an answer to a write. */
export function writtenFields(headers: Headers): { etag?: string; crc64?: string; requestId?: string } {
  const etag = etagOf(headers);
  const crc64 = headers.get('x-cos-hash-crc64ecma') ?? undefined;
  const requestId = headers.get('x-cos-request-id') ?? undefined;
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(crc64 === undefined ? {} : { crc64 }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
