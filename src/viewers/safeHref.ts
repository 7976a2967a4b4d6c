/** An address a stranger's text may lead to: another site or a letter. Never a script, a file or this page. */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return undefined;
  try {
    const url = new URL(href);
    // `https://bank.example@evil.example` looks like the bank.
    return url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
