import { randomBytes } from 'node:crypto';
import { CosServiceError } from './CosServiceError.ts';
import type { CosAnswer } from './OperationContext.ts';
import { escapeXml } from './xml.ts';

/** Base64-looking, as COS makes them; one per request. */
export function newRequestId(): string {
  return Buffer.from(
    `${randomBytes(4).toString('hex')}_${randomBytes(4).toString('hex')}_${randomBytes(3).toString('hex')}`,
  ).toString('base64');
}

/** The `<Error>` document (COS documentation 7730). `resource` is host and path without a scheme. */
export function errorAnswer(error: CosServiceError, resource: string, requestId: string): CosAnswer {
  const traceId = randomBytes(60).toString('base64');
  const elements = {
    Code: error.code,
    Message: error.message,
    ...error.elements,
    Resource: resource,
    RequestId: requestId,
    TraceId: traceId,
  };
  const lines = Object.entries(elements).map(([name, text]) => `\t<${name}>${escapeXml(printable(text))}</${name}>\n`);
  return {
    status: error.status,
    headers: { 'Content-Type': 'application/xml', 'x-cos-trace-id': traceId, ...error.headers },
    body: `<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n${lines.join('')}</Error>\n`,
  };
}

/** XML cannot carry control characters, and a key in `Resource` may hold them. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => ('\t\n\r'.includes(character) ? character : '\uFFFD'));
}

/** A documented refusal as it is; anything else is a mistake of this emulator and says so on its console. */
export function asServiceError(error: unknown): CosServiceError {
  if (error instanceof CosServiceError) return error;
  console.error('emulator:', error);
  return new CosServiceError(500, 'InternalError', 'The local COS made a mistake; its console says which.');
}
