import type { Finding } from '#lib/Finding.ts';
import type { Remedy } from '#diagnosis/remediesFor.ts';
import type { SetUpText } from '#text/SetUpText.ts';
import type { HostFacts } from './networkFacts.ts';

const MARKS = { good: '✓', warning: '!', bad: '✗', unknown: '?' } as const;

/** One finding as lines for a terminal, with what to paste below it. */
export function printFinding(
  finding: Finding,
  remedies: readonly Remedy[],
  words: SetUpText,
  say: (line: string) => void,
): void {
  const { title, advice } = words.finding(finding);
  say(`${MARKS[finding.severity]} ${words.checks[finding.check]}: ${title}`);
  say(`    ${advice}`);
  const requestId = finding.failure?.requestId;
  if (requestId !== undefined) say(`    request id ${requestId}`);
  for (const { kind, text } of remedies) {
    // The way to this very command is no news here.
    if (kind === 'command') continue;
    const { title: what, how } = words.remedies[kind];
    say(`\n    ${what}. ${how}\n`);
    say(text.replace(/^/gm, '        '));
  }
  if (remedies.length > 0) say('');
}

export function printHost({ host, addresses, dnsProblem, ports }: HostFacts, say: (line: string) => void): void {
  const where = addresses.map(({ address, network }) => (network ? `${address} (${network})` : address)).join(', ');
  say(`${host}: ${dnsProblem === undefined ? where : `no address (${dnsProblem})`}`);
  for (const { port, tcp, tls } of ports) say(`    port ${port}: ${tcp}${tls === undefined ? '' : `, ${tls}`}`);
}
