/**
 * Hands a URL to the browser's own download manager; no byte passes through the page. The answer must say
 * `Content-Disposition: attachment`.
 *
 * In a tab of its own, which the browser closes as soon as it sees a download: an answer that is an error page instead
 * must not replace the app, and the question "leave this page?" must not come up while transfers run.
 */
export function startBrowserDownload(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.click();
}
