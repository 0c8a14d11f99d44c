import { expect, test } from '@playwright/test';
import { element, escapeXml, Markup, xmlDocument } from '../../src/feeds/xml.ts';

test('text and attributes are escaped, markup is not', () => {
  expect(element('a', { href: '/?a=1&b="<\'' }, 'x < y & "z" > ]]>', element('b', {}, '&amp;')).source).toBe(
    '<a href="/?a=1&amp;b=&quot;&lt;\'">x &lt; y &amp; &quot;z&quot; &gt; ]]&gt;<b>&amp;amp;</b></a>',
  );
});

test('empty attributes and children are omitted, and an empty element closes itself', () => {
  expect(element('link', { rel: 'self', title: undefined }).source).toBe('<link rel="self"/>');
  expect(element('p', {}, undefined, false, '').source).toBe('<p/>');
});

test('characters invalid in XML 1.0 are removed, and those a parser would change are references', () => {
  const bad = '\u0000\u0008\u000B\u001F\uFFFE\uFFFF\uD800';
  expect(escapeXml(`a${bad}b\uDC00c`)).toBe('abc');
  expect(escapeXml('\t\n 中文 𠮷 😀 \u0085')).toBe('\t\n 中文 𠮷 😀 \u0085');
  expect(escapeXml('a\r\nb')).toBe('a&#13;\nb');
  expect(element('a', { title: 'a\tb\nc\rd' }).source).toBe('<a title="a&#9;b&#10;c&#13;d"/>');
});

test('a document has its declaration', () => {
  expect(xmlDocument(new Markup('<a/>'))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a/>\n');
});
