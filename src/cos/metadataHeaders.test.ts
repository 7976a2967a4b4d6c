import { expect, test } from 'vitest';
import { metadataHeaders } from './metadataHeaders.ts';

test('plain values travel as they are, others percent-encoded as a whole', () => {
  expect(metadataHeaders({ Author: 'Anna Li; editor', title: '蜂 bee', rate: '5%', edge: ' x' })).toEqual({
    'x-cos-meta-author': 'Anna Li; editor',
    'x-cos-meta-title': '%E8%9C%82%20bee',
    'x-cos-meta-rate': '5%25',
    'x-cos-meta-edge': '%20x',
  });
});
