import { expect, test } from 'vitest';
import { allCells, cellsIn, gridTitle } from './faultGrid.ts';
import { readResults } from './readResults.ts';

test('a title names its cells, and they are found in it again', () => {
  const cells = allCells().map(({ fault, phase }) => [fault, phase] as const);
  expect(cellsIn(gridTitle(cells, 'F1 keys: not a cell of this title'))).toEqual(cells);
  expect(cellsIn('an upload outlives F1 part')).toEqual([]);
});

test('results are read from both reports', () => {
  const vitest = { testResults: [{ assertionResults: [{ title: 'F1 part: x', status: 'passed' }] }] };
  const playwright = { suites: [{ specs: [], suites: [{ specs: [{ title: 'F1 part: y', ok: false }] }] }] };
  expect(readResults('engine', vitest)).toEqual([{ where: 'engine', title: 'F1 part: x', passed: true }]);
  expect(readResults('browser', playwright)).toEqual([{ where: 'browser', title: 'F1 part: y', passed: false }]);
});
