import { plainText } from '#lib/plainText.ts';

/**
 * What an endpoint says about its refusal, as plain text of at most 300 letters: `{error: {code, message}}`,
 * `{error: "…"}`, `{message: "…"}`, or a short text. Undefined for a web page and anything else.
 */
export function endpointMessage(body: string): string | undefined {
  const text = body.trim();
  if (text === '' || text.startsWith('<')) return undefined;
  const said = /^[{["]/.test(text) ? messageIn(parseOrUndefined(text)) : text;
  return said === undefined || said.trim() === '' ? undefined : plainText(said);
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageIn(json: unknown): string | undefined {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return undefined;
  if ('error' in json) return messageIn(json.error);
  if ('message' in json && typeof json.message === 'string') return json.message;
  return undefined;
}
