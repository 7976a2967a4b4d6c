import { spawnSync } from 'node:child_process';
import { projectRoot } from './projectRoot.ts';
import { readAudit } from './readAudit.ts';

/**
 * `npm run audit`: asks the registry for known holes in what ships. Ends with 0 when it answered and knows none, with 1
 * when it knows some, with 2 when it did not answer, because then nothing was checked. Whatever follows `--` goes to
 * `npm audit`, such as `--registry=https://registry.npmjs.org`.
 */
const wished = process.argv.slice(2);
const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json', ...wished], {
  cwd: projectRoot,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const result = readAudit(error ? error.message : stdout);

if (result.status === 'unanswered') {
  console.error('NOT CHECKED. The package registry did not answer the question:');
  console.error(`  ${result.why}`);
  console.error('Many mirrors and proxies take no such question. Ask from elsewhere, or another registry:');
  console.error('  npm run audit -- --registry=https://registry.npmjs.org');
  process.exitCode = 2;
} else if (result.holes.length > 0) {
  for (const hole of result.holes) console.log(`${hole.severity}: ${hole.package} (${hole.titles.join('; ')})`);
  process.exitCode = 1;
} else {
  console.log(`No hole is known in the ${result.packages} packages that ship.`);
}
