import { CosServiceError } from '../CosServiceError.ts';
import type { Caller, CosRequest } from '../OperationContext.ts';
import { forcesDownload } from './forcedDownload.ts';
import { invalidArgument } from './refusals.ts';

const OVERRIDES: Readonly<Record<string, string>> = {
  'response-cache-control': 'cache-control',
  'response-content-disposition': 'content-disposition',
  'response-content-encoding': 'content-encoding',
  'response-content-language': 'content-language',
  'response-content-type': 'content-type',
  'response-expires': 'expires',
};

/**
 * Headers that the `response-*` parameters of a GET put in place of the stored ones (COS documentation 7753). Only a
 * signed request may: otherwise anyone could make a public object look like a page. The status of that refusal is not
 * documented; 400 is this emulator's choice.
 */
export function responseOverrides(request: CosRequest, caller: Caller): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [parameter, value] of request.query) {
    const name = OVERRIDES[parameter.toLowerCase()];
    if (name === undefined || value === '') continue;
    if (caller.type === 'anonymous') {
      throw new CosServiceError(
        400,
        'InvalidRequest',
        'Request specific response headers cannot be used for anonymous GET requests.',
      );
    }
    // oxlint-disable-next-line no-control-regex -- a line break here would forge a header
    if (/[\u0000-\u001f\u007f]/.test(value)) throw invalidArgument(`${parameter} contains control characters.`);
    // Nobody can ask what is forced to be saved to be shown; whether COS keeps another name then is not documented.
    if (name === 'content-disposition' && forcesDownload(request) && !/^attachment/i.test(value)) continue;
    headers[name] = toHeaderText(value);
  }
  return headers;
}

/** Node writes headers as Latin-1; this makes the bytes on the wire the UTF-8 of the text, as COS sends them. */
export function toHeaderText(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
