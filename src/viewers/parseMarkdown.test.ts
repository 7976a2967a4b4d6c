import { expect, test } from 'vitest';
import { parseMarkdown } from './parseMarkdown.ts';

test('blocks and words are data', () => {
  expect(parseMarkdown('# Hi &amp; *bye*\n\n- [x] done\n')).toEqual([
    {
      kind: 'heading',
      level: 1,
      inline: [
        { kind: 'text', text: 'Hi & ' },
        { kind: 'emphasis', inline: [{ kind: 'text', text: 'bye' }] },
      ],
    },
    {
      kind: 'list',
      start: undefined,
      items: [{ isChecked: true, blocks: [{ kind: 'paragraph', inline: [{ kind: 'text', text: 'done' }] }] }],
    },
  ]);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '/relative',
  '//elsewhere.example/',
  'https://bank.example@evil.example/',
  'blob:https://x/y',
])('%j leads nowhere', (href) => {
  expect(JSON.stringify(parseMarkdown(`[x](<${href}>)`))).not.toMatch(/"href":/);
});

test('another site may be linked, a picture is only named, HTML is text', () => {
  const text = JSON.stringify(
    parseMarkdown('[x](https://a.example/b) ![pic](https://a.example/c.png) <b onclick=x>\n\n<script>1</script>'),
  );
  expect(text).toContain('"href":"https://a.example/b"');
  expect(text).toContain('{"kind":"image","text":"pic"}');
  expect(text).not.toContain('c.png');
  expect(text).toContain('{"kind":"code","text":"<script>1</script>"}');
});
