import { describe, expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createFolder } from './createFolder.ts';

describe('createFolder', () => {
  test('puts an empty object named like the prefix, replacing nothing', async () => {
    const cos = new FakeCosClient();
    const creating = createFolder(cos, 'a/新 folder/');
    const call = await cos.next('putObject');
    expect(call.input).toMatchObject({ key: 'a/新 folder/', forbidOverwrite: true });
    expect(call.input.body.size).toBe(0);
    call.succeed({ etag: 'e' });
    await creating;
  });

  test('a folder that is there already is fine, a refusal is not', async () => {
    const cos = new FakeCosClient();
    const again = createFolder(cos, 'a/');
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    await again;
    const refused = createFolder(cos, 'a/');
    (await cos.next('putObject')).fail(serviceFailure('AccessDenied'));
    await expect(refused).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
  });

  test.each([
    ['a', 'KeyNotAllowed'],
    ['', 'KeyNotAllowed'],
    ['/a/', 'KeyNotAllowed'],
    ['a\u001b/', 'KeyNotAllowed'],
    ['a/../', 'UnsafeKey'],
    [`${'照'.repeat(284)}/`, 'KeyTooLong'],
  ])('%j is refused before any request', async (prefix, code) => {
    const cos = new FakeCosClient();
    await expect(createFolder(cos, prefix)).rejects.toMatchObject({ failure: { kind: 'local', code } });
    expect(cos.calls).toEqual([]);
  });
});
