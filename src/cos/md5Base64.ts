/** `Content-MD5` of a text's UTF-8 bytes. */
export async function md5Base64(text: string): Promise<string> {
  const { md5 } = await import('hash-wasm');
  const hex = await md5(text);
  const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join(''));
}
