import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../', import.meta.url));

/** Interface contract, section 2: one `status` and one `alert`, which exist from load and are never remounted. */
test('one file has live regions of the kinds that are promised once', () => {
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .filter((file) => /role=(?:"|\{.*')(?:status|alert)['"]|<output/.test(readFileSync(join(source, file), 'utf8')));
  expect(found).toEqual([join('app', 'speaking', 'LiveRegions.tsx')]);
});
