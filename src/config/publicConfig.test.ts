import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig } from './parseConfig.ts';

const folder = new URL('../../public/', import.meta.url);

function readJson(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>;
}

/** The property names of a schema's object, with their nested objects and list items. */
function propertiesOf(schema: unknown): unknown {
  const { properties, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
  if (items !== undefined) return propertiesOf(items);
  if (!properties) return true;
  return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, propertiesOf(inner)]));
}

describe('public/', () => {
  test('the sample config.json is valid', () => {
    expect(parseConfig(readJson('config.json'), 'http://localhost:4173').connections).toHaveLength(1);
  });

  test('the schema names exactly the fields the app reads', () => {
    expect(propertiesOf(readJson('config.schema.json'))).toEqual({
      $schema: true,
      endpoint: {
        url: true,
        method: true,
        headers: true,
        withCredentials: true,
        signInUrl: true,
        tokenModule: true,
        timeoutSeconds: true,
      },
      patience: true,
      otherBuckets: { regions: true, hosts: true },
      connections: {
        id: true,
        label: true,
        bucket: true,
        region: true,
        prefix: true,
        trash: true,
        hosts: true,
        access: true,
        thumbnails: true,
      },
    });
  });
});
