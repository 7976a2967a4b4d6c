import { writeFileSync } from 'node:fs';
import { bucketOrigins } from '#config/bucketOrigins.ts';
import { examine } from '#diagnosis/examine.ts';
import { remediesFor } from '#diagnosis/remediesFor.ts';
import type { SetUp } from '#diagnosis/SetUp.ts';
import { supportBundle } from '#diagnosis/supportBundle.ts';
import { loadSetUpText } from '#text/loadSetUpText.ts';
import { loadText } from '#text/loadText.ts';
import { doctorOptions, USAGE } from './doctorOptions.ts';
import { lookUpHost, proxyVariables } from './networkFacts.ts';
import { nodeTools, plainFetch } from './nodeTools.ts';
import { printFinding, printHost } from './printFinding.ts';

/**
 * `npm run doctor`: the set-up check of the app from a terminal, under the rules a browser keeps for the page, and what
 * no browser shows: names, addresses, ports, certificates, proxies, and answers that are kept from pages. Ends with 0
 * when nothing has to be mended, 1 when something has, 2 when it could not begin.
 */
const say = (line: string): void => console.log(line);
try {
  const { setUp: typed, report } = doctorOptions(process.argv.slice(2));
  const setUp = { ...typed, pageUrls: await pageAndScript(typed.pageUrls[0] ?? '') };
  const words = await loadSetUpText(await loadText('en'));
  const { bucket, region } = setUp.connection;
  say(`${bucket} in ${region}, for the page at ${setUp.pageOrigin}\n`);

  const proxies = proxyVariables(process.env);
  if (proxies.length > 0) say(`Proxy variables (browsers have their own settings): ${proxies.join(', ')}\n`);
  const { endpoint } = setUp.config;
  const keyService = endpoint === undefined ? [] : [new URL(endpoint.url).origin];
  const origins = new Set([...bucketOrigins(setUp.connection), ...keyService]);
  for (const facts of await Promise.all([...origins].map(lookUpHost))) printHost(facts, say);
  say('');

  const examination = await examine(setUp, nodeTools(setUp.pageOrigin), {
    onCheck: () => undefined,
    onFindings: () => undefined,
  });
  for (const finding of examination.findings) {
    printFinding(finding, remediesFor(finding, setUp), words, say);
  }
  if (report !== undefined) {
    const at = new Date().toISOString();
    writeFileSync(report, `${supportBundle(setUp, examination, { at, by: `Node ${process.version}` })}\n`);
    say(`The report is in ${report}. It holds no keys and no names of objects.`);
  }
  const bad = examination.findings.filter(({ severity }) => severity === 'bad').length;
  say(bad === 0 ? words.t.healthyAdvice : `${words.t.problems(bad)}. ${words.t.problemsAdvice}`);
  process.exitCode = bad === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
}

/** The page and the first script it loads; only the page when it has none or does not answer. */
async function pageAndScript(page: string): Promise<SetUp['pageUrls']> {
  try {
    const html = await (await plainFetch(page, { signal: AbortSignal.timeout(10_000) })).text();
    const script = /<script[^>]*\ssrc="([^"]+)"/.exec(html)?.[1];
    return script === undefined ? [page] : [page, new URL(script, page).href];
  } catch {
    return [page];
  }
}
