import { describe, expect, test } from 'vitest';
import { childOf, childText, parseXml, renderXml, xmlElement } from './xml.ts';

describe('writing', () => {
  test('escapes text, closes empty elements, leaves out undefined', () => {
    const text = renderXml('Root', [
      xmlElement('Key', `a&b<c>"d'`),
      xmlElement('Prefix', ''),
      undefined,
      xmlElement('Size', 12),
      xmlElement('Owner', [xmlElement('ID', 'x')]),
    ]);
    expect(text).toBe(
      "<?xml version='1.0' encoding='utf-8' ?>\n" +
        '<Root><Key>a&amp;b&lt;c&gt;&quot;d&apos;</Key><Prefix/><Size>12</Size><Owner><ID>x</ID></Owner></Root>',
    );
  });

  test('carries attributes', () => {
    expect(renderXml('R', '', { xmlns: 'http://x/?a&b' })).toContain('<R xmlns="http://x/?a&amp;b"/>');
  });
});

describe('reading', () => {
  test('keeps text exactly: leading zeros, spaces, entities', () => {
    const root = parseXml('<Delete>\n <Object><Key> 007&amp;&#x4e2d; </Key></Object></Delete>');
    const object = childOf(root, 'Object');
    expect(root.name).toBe('Delete');
    expect(object && childText(object, 'Key')).toBe(' 007&中 ');
    expect(childText(parseXml('<K><A><![CDATA[&amp;<]]></A></K>'), 'A')).toBe('&amp;<');
    expect(object && childText(object, 'VersionId')).toBeUndefined();
  });

  test('keeps repeated elements in order', () => {
    const root = parseXml("<?xml version='1.0'?><A><B>1</B><C/><B>2</B></A>");
    expect(root.children.map((child) => child.name + child.text)).toEqual(['B1', 'C', 'B2']);
  });

  test.each([
    '',
    'plain',
    '<A>',
    '<A></B>',
    '<A/><B/>',
    '<!DOCTYPE A [<!ENTITY x "y">]><A>&x;</A>',
    '{"A":1}',
    '<A>&nbsp;</A>',
    '<A>a & b</A>',
    '<A>&#x110000;</A>',
  ])('refuses %j as MalformedXML', (text) => {
    expect(() => parseXml(text)).toThrowError(expect.objectContaining({ status: 400, code: 'MalformedXML' }));
  });
});
