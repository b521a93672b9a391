/** Text of strangers (titles, quotes, names) made fit to stand in one line of Markdown that people and tools read. */
import { isControl } from '../core/unicode.ts';

/**
 * One line of Markdown that shows `text`: white space is one blank, what Markdown or HTML would act on has a backslash,
 * square brackets become round ones (llms.txt readers know no escapes in a link's name), and characters that are not
 * seen or turn the line around are shown by their number; joiners stay, for Persian, Hindi and emoji need them.
 */
export function escapeInline(text: string): string {
  let out = '';
  let blank = false;
  let at = 0;
  for (const character of text) {
    const here = at;
    at += character.length;
    const point = character.codePointAt(0)!;
    if (
      character === ' ' ||
      (point >= 9 && point <= 13) ||
      point === 0x85 ||
      point === 0xa0 ||
      point === 0x2028 ||
      point === 0x2029 ||
      point === 0x3000
    ) {
      blank = true;
      continue;
    }
    if (blank && out !== '') out += ' ';
    blank = false;
    if (point === 0x200e || point === 0x200f || point === 0xfeff || point === 0xad) continue;
    if (isHidden(point)) out += `(U+${point.toString(16).toUpperCase().padStart(4, '0')})`;
    else if (point >= 0xd800 && point <= 0xdfff) out += '\ufffd';
    else if (character === '[') out += '(';
    else if (character === ']') out += ')';
    else if ('\\`*<>|~'.includes(character)) out += `\\${character}`;
    else if (character === '_' && !/^[A-Za-z0-9]_[A-Za-z0-9]$/.test(text.slice(here - 1, here + 2))) out += '\\_';
    else if (character === '&' && /^&#?[A-Za-z0-9]{1,40};/.test(text.slice(here, here + 44))) out += '&amp;';
    else out += character;
  }
  return out;
}

function isHidden(point: number): boolean {
  if (point === 0x200c || point === 0x200d) return false;
  return (
    isControl(point) ||
    point === 0x61c ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2060 && point <= 0x206f) ||
    (point >= 0xe0000 && point <= 0xe0fff) ||
    (point >= 0xfff9 && point <= 0xfffb)
  );
}
