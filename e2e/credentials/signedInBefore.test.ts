import { expect, test } from 'vitest';
import { parseUsers, signedInBefore } from './signedInBefore.ts';

const USERS = parseUsers('{ "anna": { "prefix": "team/", "mayUpload": true }, "*": { "prefix": "open/" } }');
const ask = (name?: string) =>
  signedInBefore(
    USERS,
    'x-signed-in',
  )(new Request('http://localhost/', name === undefined ? {} : { headers: { 'x-signed-in': name } }));

test('who was signed in has what the file says, everybody else what it says of everybody', async () => {
  expect(await ask('anna')).toEqual({ id: 'anna', prefix: 'team/', mayUpload: true, mayDelete: false });
  expect(await ask('ben')).toEqual({ id: 'ben', prefix: 'open/', mayUpload: false, mayDelete: false });
});

test.each([undefined, '', '*'])('nobody was signed in: %j', async (name) => {
  expect(await ask(name)).toBeUndefined();
});

test.each(['toString', '__proto__', 'constructor'])('%s is nobody where everybody has no entry', async (name) => {
  const users = parseUsers('{ "anna": { "prefix": "" } }');
  const request = new Request('http://localhost/', { headers: { 'x-signed-in': name } });
  expect(await signedInBefore(users, 'x-signed-in')(request)).toBeUndefined();
});

test.each([
  ['{ "anna": {} }', 'anna: "prefix"'],
  ['{ "anna": null }', 'anna: "prefix"'],
  ['{ "anna": { "prefix": "team" } }', 'anna: "prefix"'],
  ['{ "anna": { "prefix": "/" } }', 'anna: "prefix"'],
  ['{ "anna": { "prefix": "", "mayDelete": "yes" } }', 'anna: "mayUpload" and "mayDelete"'],
])('%s is refused by name', (json, message) => {
  expect(() => parseUsers(json)).toThrow(message);
});
