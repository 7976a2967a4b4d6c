import { expect, test } from 'vitest';
import { readAudit } from './readAudit.ts';

const REPORT = { auditReportVersion: 2, vulnerabilities: {}, metadata: { dependencies: { prod: 37, total: 37 } } };

test('a whole report without an entry is a clean answer', () => {
  expect(readAudit(JSON.stringify(REPORT))).toEqual({ status: 'answered', packages: 37, holes: [] });
});

test('what is known is named, with the package it comes through', () => {
  const vulnerabilities = {
    idb: { severity: 'high', via: [{ title: 'Reads other pages' }] },
    react: { severity: 'high', via: ['idb'] },
  };
  expect(readAudit(JSON.stringify({ ...REPORT, vulnerabilities }))).toMatchObject({
    holes: [
      { package: 'idb', severity: 'high', titles: ['Reads other pages'] },
      { package: 'react', severity: 'high', titles: ['through idb'] },
    ],
  });
});

test.each([
  ['a registry that takes no such question', '{"message":"405 Method Not Allowed","statusCode":405}', '405'],
  ['no way to the registry', '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo ENOTFOUND"}}', 'ENOTFOUND'],
  ['half a report', '{"vulnerabilities":{}}', 'said nothing'],
  ['no JSON', 'npm ERR! boom\nmore', 'npm ERR! boom'],
  ['nothing', '', 'said nothing'],
])('%s is never a clean answer', (_what, output, why) => {
  expect(readAudit(output)).toEqual({ status: 'unanswered', why: expect.stringContaining(why) });
});
