/** `npm run fuzz`: 20,000 random schedules against the transfer engine. `FUZZ_RUNS` and `FUZZ_SEED` choose others. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

const seed = process.env['FUZZ_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
const runs = process.env['FUZZ_RUNS'] ?? '20000';
console.log(`${runs} schedules, seed ${seed} (repeat with FUZZ_SEED=${seed} npm run fuzz)`);
const { status } = spawnSync(
  process.execPath,
  [
    join(projectRoot, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'unit',
    'src/transfers/schedules.test.ts',
    'src/transfers/downloadSchedules.test.ts',
  ],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;
