import { describe, expect, test } from 'vitest';
import { hidingRules } from './style-rules.ts';

describe('rules of style sheets that hide', () => {
  test.each<[string, string, string, string, string | null]>([
    ['.h{display:none}', 'p', 'a h', '', 'display: none'],
    ['/* .h */ p.h , #x{ visibility : hidden }', 'p', 'h', '', 'visibility: hidden'],
    ['p.h{display:none}', 'div', 'h', '', null],
    ['#x{font-size:0}', 'div', '', 'x', 'font-size: 0'],
    ['.w{color:#fff;background:#fff}', 'p', 'w', '', 'its color'],
    ['@media print{.h{display:none} .k{color:red}} .z{opacity:0}', 'p', 'h', '', null],
    ['@media print{.h{display:none} .k{color:red}} .z{opacity:0}', 'p', 'z', '', 'opacity: 0'],
    ['.a .h{display:none}', 'p', 'h', '', null],
    ['.h{color:red}', 'p', 'h', '', null],
  ])('%s: %s.%s#%s', (css, element, classes, id, wanted) => {
    expect(hidingRules(`<STYLE type="text/css">${css}</style>`)?.of(element, classes, id) ?? null).toBe(wanted);
  });
  test('hostile sheets end', () => {
    for (const css of [
      '{'.repeat(1e6),
      '/*'.repeat(5e5),
      '@'.repeat(1e6),
      '.a{display:none}'.repeat(1e5),
      '.a,'.repeat(3e5),
    ])
      hidingRules(`<style>${css}`);
    hidingRules('<style>'.repeat(1e5));
    expect(hidingRules('<'.repeat(1e6))).toBeNull();
  });
});
