import { expect, test } from 'vitest';
import { encodeForListing } from './encodeForListing.ts';

test.each([
  // The documented example.
  ['照片/2020年/IMG0001.jpg', '%E7%85%A7%E7%89%87/2020%E5%B9%B4/IMG0001.jpg'],
  ['a b+c%2F', 'a%20b%2Bc%252F'],
  ["-_.~!'()*", '-_.~%21%27%28%29%2A'],
  ['\u0000\n', '%00%0A'],
  ['', ''],
])('%j becomes %s', (key, encoded) => {
  expect(encodeForListing(key)).toBe(encoded);
  expect(decodeURIComponent(encoded)).toBe(key);
});
