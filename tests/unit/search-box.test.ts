import { expect, test } from '@playwright/test';
import { keyAction } from '../../src/client/search/result-keys.ts';
import { readSearchUrl, searchUrl } from '../../src/client/search/search-url.ts';

const SITE = 'https://example.org/base/';

test('a URL is read under any of its parameter names, ours first', () => {
  expect(readSearchUrl(`${SITE}?q=token&p=wecom`)).toEqual({ query: 'token', platform: 'wecom' });
  expect(readSearchUrl(`${SITE}?errcode=2&e=1`)).toEqual({ query: '1', platform: undefined });
  expect(readSearchUrl(`${SITE}?q=&e=1`).query).toBe('');
  expect(readSearchUrl(SITE)).toEqual({ query: '', platform: undefined });
});

test('a search is written under our names; the rest of the URL stays', () => {
  expect(searchUrl(`${SITE}?e=1&x=2&p=wifi#top`, { query: '企微 60020', platform: undefined })).toBe(
    `${SITE}?x=2&q=%E4%BC%81%E5%BE%AE+60020#top`,
  );
  expect(searchUrl(SITE, { query: 'token', platform: 'wecom' })).toBe(`${SITE}?q=token&p=wecom`);
  expect(searchUrl(`${SITE}?q=token`, { query: ' ', platform: undefined })).toBe(SITE);
});

test('a pasted text is never written', () => {
  for (const query of ['x'.repeat(65), 'two\nlines']) {
    expect(searchUrl(`${SITE}?q=old`, { query, platform: undefined })).toBe(SITE);
  }
});

const context = { focus: 'field', results: 3, isMultiline: false, opensOnEnter: true } as const;
const press = (key: string, change: Partial<Parameters<typeof keyAction>[1]> = {}, shiftKey = false) =>
  keyAction({ key, shiftKey }, { ...context, ...change });

test('arrows move from the field through the results and back', () => {
  expect(press('ArrowDown')).toBe(0);
  expect(press('ArrowDown', { focus: 0 })).toBe(1);
  expect(press('ArrowDown', { focus: 2 })).toBe(2);
  expect(press('ArrowUp', { focus: 2 })).toBe(1);
  expect(press('ArrowUp', { focus: 0 })).toBe('focus-field');
  expect(press('ArrowUp')).toBe('focus-field');
  expect(press('ArrowDown', { results: 0 })).toBe('focus-field');
});

test('arrows are left to the browser in several lines, on other controls and without results', () => {
  expect(press('ArrowDown', { isMultiline: true })).toBeUndefined();
  expect(press('ArrowDown', { focus: 1, isMultiline: true })).toBe(2);
  expect(press('ArrowDown', { focus: 'other' })).toBeUndefined();
  expect(press('ArrowDown', { results: undefined })).toBeUndefined();
  expect(press('a')).toBeUndefined();
});

test('Enter opens from the field, Shift+Enter is a new line, Escape leaves', () => {
  expect(press('Enter')).toBe('open');
  expect(press('Enter', {}, true)).toBeUndefined();
  expect(press('Enter', { opensOnEnter: false })).toBeUndefined();
  expect(press('Enter', { focus: 0 })).toBeUndefined();
  expect(press('Escape')).toBe('leave');
  expect(press('Escape', { focus: 1 })).toBe('focus-field');
  expect(press('Escape', { focus: 'other', results: undefined })).toBe('focus-field');
});
