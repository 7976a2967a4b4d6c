import { expect, test } from 'vitest';
import { createLearntRights } from './createLearntRights.ts';

const inPhotos = { action: 'name/cos:DeleteObject', folder: 'photos/' };

test('what was refused in a folder is refused there, and nowhere else', () => {
  const rights = createLearntRights();
  expect(rights.note(inPhotos, false)).toBe(true);
  expect(rights.note(inPhotos, false)).toBe(false);
  expect(rights.isRefused('name/cos:DeleteObject', 'photos/')).toBe(true);
  expect(rights.isRefused('name/cos:DeleteObject', '')).toBe(false);
  expect(rights.isRefused('name/cos:DeleteObject', 'photos/2024/')).toBe(false);
  expect(rights.isRefused('name/cos:GetObject', 'photos/')).toBe(false);
});

test('a refusal counts for nothing where the action has worked: it was about that one object', () => {
  const rights = createLearntRights();
  rights.note(inPhotos, true);
  expect(rights.note(inPhotos, false)).toBe(false);
  expect(rights.isRefused('name/cos:DeleteObject', 'photos/')).toBe(false);
});

test('a success takes a refusal back, and so does trying again', () => {
  const rights = createLearntRights();
  rights.note(inPhotos, false);
  expect(rights.note(inPhotos, true)).toBe(true);
  expect(rights.isRefused('name/cos:DeleteObject', 'photos/')).toBe(false);
  const others = createLearntRights();
  others.note(inPhotos, false);
  expect(others.forget()).toBe(true);
  expect(others.isRefused('name/cos:DeleteObject', 'photos/')).toBe(false);
  expect(others.forget()).toBe(false);
});
