/** The page that a text was taken from, together with everything around it. */
import type { Document, Span } from '../../src/core/types.ts';
import { blocks } from '../../src/views/blocks.ts';
import { language } from '../../src/views/language.ts';
import type { Random } from '../random.ts';
import { bySeverity, isTextual, sample, shuffled } from './content-common.ts';
import { SITES, type Site } from './content-sites.ts';
import type { Half, Injected, Injection, Severity } from './types.ts';

/** How a converter writes a list of links: as bare lines, bulleted links, a row. */
type Links = (names: readonly string[], chance: Random) => string;

const slug = (i: number): string => ['about', 'p', 'go', 'c', 'topic', 'n'][i % 6]! + String(100 + i * 37);

const LINKS: readonly Links[] = [
  (names) => names.join('\n'),
  (names) => names.map((n, i) => `* [${n}](/${slug(i)})`).join('\n'),
  (names) => names.join(' | '),
  (names) => names.map((n, i) => `[${n}](https://www.example.org/${slug(i)})`).join('\n\n'),
  (names) => names.map((n) => `- ${n}`).join('\n'),
  (names) => names.join(' · '),
];

function dated(site: Site, chance: Random, count: number): string[] {
  return Array.from({ length: count }, () => {
    const title = chance.pick(site.titles);
    const month = 1 + chance.below(12);
    return `${title} (${String(1 + chance.below(28))}.${String(month)}.${String(2015 + chance.below(10))})`;
  });
}

export function header(site: Site, chance: Random, links: Links): string {
  const parts = [site.name, links(site.menu, chance)];
  if (chance.below(2) === 0) parts.push(`${site.cookie}\n${site.cookieButtons.join('\n')}`);
  if (chance.below(3) === 0) parts.push(site.menu.slice(0, 3).join(' > '));
  return parts.join('\n\n');
}

export function middle(site: Site, chance: Random, links: Links): string {
  return chance.pick([
    () => links(site.share, chance),
    () => `${site.related}\n\n${links(sample(chance, site.titles, 3), chance)}`,
    () => site.newsletter.join('\n'),
    () => `${site.related}: ${chance.pick(site.titles)}`,
  ])();
}

export function footer(site: Site, chance: Random, links: Links): string {
  const parts = shuffled(chance, [
    links(site.share, chance),
    `${site.related}\n\n${links(dated(site, chance, 4), chance)}`,
    site.newsletter.join('\n'),
    site.comments.join('\n'),
  ]);
  return [...parts.slice(0, 2 + chance.below(3)), links(site.footer, chance)].join('\n\n');
}

export function pickLinks(chance: Random): Links {
  return chance.pick(LINKS);
}

function boilerplate(document: Document, chance: Random, severity: Severity, half: Half): Injected | undefined {
  if (!isTextual(document) || document.format === 'tex' || document.format === 'roff') return undefined;
  const own = language(document);
  const sites = SITES[own] ?? (chance.below(3) === 0 ? SITES['en'] : undefined);
  if (!sites) return undefined;
  const site = sites[half];
  const { text } = document;
  // A page holds an article, not a book: what is longer ends where a paragraph does.
  const longest = bySeverity(severity, 30_000, 8000, 2500);
  const ends = blocks(document)
    .filter((b) => b.kind === 'prose' || b.kind === 'list')
    .map((b) => b.end)
    .filter((e) => e <= longest);
  const end = ends.at(-1);
  if (end === undefined || end < 600) return undefined;
  const share = bySeverity(severity, 0.3, 0.6, 0.9);
  const wanted = (end * share) / (1 - share);
  // Stretches of the text with furniture between them.
  const cuts = sample(
    chance,
    ends.slice(0, -1).filter((e) => text.startsWith('\n\n', e)),
    bySeverity(severity, 1, 3, 6),
  );
  const links = pickLinks(chance);
  const top: string[] = [header(site, chance, links)];
  const bottom: string[] = [footer(site, chance, links)];
  const between = cuts.map(() => middle(site, chance, links));
  let size = [...top, ...bottom, ...between].reduce((sum, part) => sum + part.length, 0);
  while (size < wanted) {
    const more = `${site.related}\n\n${links(dated(site, chance, 8), chance)}`;
    (chance.below(2) === 0 ? top : bottom).push(more);
    size += more.length;
  }
  let out = '';
  const spans: Span[] = [];
  const furniture = (words: string): void => {
    spans.push({ start: out.length, end: out.length + words.length });
    out += words;
  };
  furniture(top.join('\n\n'));
  out += '\n\n';
  let at = 0;
  for (const [i, cut] of cuts.entries()) {
    out += `${text.slice(at, cut)}\n\n`;
    furniture(between[i]!);
    at = cut;
  }
  out += `${text.slice(at, end)}\n\n`;
  furniture(bottom.join('\n\n'));
  out += '\n';
  return { text: out, spans: [spans[0]!, ...spans.slice(1)], facets: [`language ${own}`, `share ${String(share)}`] };
}

export const boilerplateInjections: readonly Injection[] = [
  {
    id: 'boilerplate',
    sees: 'Menus, share bars, notices and lists of other pages surround and interrupt the text',
    inject: boilerplate,
  },
];
