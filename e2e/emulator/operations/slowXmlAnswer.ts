import { Readable } from 'node:stream';
import { asServiceError, errorAnswer } from '../errorAnswer.ts';
import type { CosAnswer, CosRequest } from '../OperationContext.ts';

/** How often a space is sent while work goes on. */
const SPACE_EVERY_MS = 1000;

/**
 * [Note: 200 before the work is done]
 * Copy and Complete answer status 200 at once, without a length, and send white space while they work; what follows
 * is the result, or an `<Error>` under the same 200 (COS documentation 7742, 10881). Here the first space always comes,
 * even when the work takes no time, so that no client gets by without skipping it.
 *
 * @param work under way; its text is the XML of success
 */
export function slowXmlAnswer(
  request: CosRequest,
  headers: Readonly<Record<string, string>>,
  work: Promise<string>,
): CosAnswer {
  const xml = work.catch((error: unknown) => {
    const { body } = errorAnswer(asServiceError(error), `${request.host}/${request.key}`, request.requestId);
    return typeof body === 'string' ? body : '';
  });
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml', ...headers },
    body: Readable.from(withSpaces(xml), { objectMode: false }),
  };
}

async function* withSpaces(xml: Promise<string>): AsyncGenerator<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  let text: string | undefined;
  while (text === undefined) {
    yield Buffer.from(' ');
    const space = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), SPACE_EVERY_MS);
    });
    text = await Promise.race([xml, space]);
    clearTimeout(timer);
  }
  yield Buffer.from(text);
}
