import { array, assert, constantFrom, letrec, nat, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeXml, type XmlNode } from './writeXml.ts';
import { childrenOf, optionalText, parseXml, requiredText, type XmlElement, XmlError } from './xml.ts';

const character = constantFrom(
  'a',
  '0',
  ' ',
  '\t',
  '\n',
  '\r',
  '&',
  '<',
  '>',
  '"',
  "'",
  ';',
  '#',
  ']]>',
  '\u007f',
  'é',
  '照',
  '😀',
);

const { node } = letrec<{ node: XmlNode }>((tie) => ({
  node: tuple(
    constantFrom('Key', 'Prefix', 'Error', '__proto__', 'constructor', 'a-b.c'),
    oneof(
      { maxDepth: 6 },
      string({ unit: character, maxLength: 20 }),
      array(tie('node'), { minLength: 1, maxLength: 4 }),
    ),
  ),
}));

function asNode(element: XmlElement): XmlNode {
  return [element.name, element.children.length > 0 ? element.children.map(asNode) : element.text];
}

describe('parseXml', () => {
  test('reads what COS sends: declaration, namespace, quoted ETag, self-closed empties', () => {
    const root = parseXml(
      `  \n<?xml version='1.0' encoding='utf-8' ?>\n<ListBucketResult xmlns="http://x/y">
        <Prefix/><Marker /><Contents><Key>007</Key><ETag>&quot;ab&quot;</ETag></Contents>
        <Contents><Key> a&amp;b&#13;&#x7167; </Key></Contents></ListBucketResult>\n`,
    );
    expect(root.name).toBe('ListBucketResult');
    expect(requiredText(root, 'Prefix')).toBe('');
    expect(childrenOf(root, 'Contents').map((c) => requiredText(c, 'Key'))).toEqual(['007', ' a&b\r照 ']);
    expect(childrenOf(root, 'Contents').map((c) => optionalText(c, 'ETag'))).toEqual(['"ab"', undefined]);
  });

  test.each([
    ['an empty body', ''],
    ['plain text', 'gateway timeout'],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>'],
    ['loose HTML', '<html><br><p>hi</html>'],
    ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'],
    ['an unknown entity', '<r>&nbsp;</r>'],
    ['a bare ampersand', '<r>a & b</r>'],
    ['a comment', '<r><!-- x --></r>'],
    ['CDATA', '<r><![CDATA[x]]></r>'],
    ['a processing instruction', '<r><?php ?></r>'],
    ['text beside elements', '<r>x<a/></r>'],
    ['two roots', '<r/><r/>'],
    ['a wrong end tag', '<r><a></r></a>'],
    ['an end tag that only begins alike', '<a></ab>'],
    ['a lone surrogate reference', '<r>&#xD800;</r>'],
    ['a NUL reference', '<r>&#0;</r>'],
    ['nine levels', `${'<a>'.repeat(9)}${'</a>'.repeat(9)}`],
    ['a bomb of levels', '<a>'.repeat(1_000_000)],
  ])('refuses %s', (_what, source) => {
    expect(() => parseXml(source)).toThrow(XmlError);
  });

  test('a repeated field is refused, not picked from', () => {
    const root = parseXml('<r><Key>a</Key><Key>b</Key></r>');
    expect(() => requiredText(root, 'Key')).toThrow(XmlError);
    expect(() => requiredText(root, 'Size')).toThrow(XmlError);
  });

  test('names from the wire touch no prototype', () => {
    const root = parseXml('<__proto__><x>1</x></__proto__>');
    expect(root.children[0]?.text).toBe('1');
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test('what is written is read back the same', () => {
    assert(
      property(node, (written) => {
        expect(asNode(parseXml(writeXml(written)))).toEqual(written);
      }),
    );
  });

  test('a document cut anywhere is an error', () => {
    assert(
      property(node, nat(), (written, cut) => {
        const whole = writeXml(written);
        expect(() => parseXml(whole.slice(0, cut % whole.length))).toThrow(XmlError);
      }),
    );
  });
});

test.each(['\0', '\x1b', '\ufffe', '\ud800'])('writeXml refuses %j', (text) => {
  expect(() => writeXml(['Key', text])).toThrow(XmlError);
});
