/** Whole files that hold no document: error pages, walls, placeholders, pointers. */
import { random, type Random } from '../random.ts';
import { footer, header, middle, pickLinks } from './content-boilerplate.ts';
import { sample } from './content-common.ts';
import { PAGES, type Pages } from './content-pages.ts';
import { SITES, type Site } from './content-sites.ts';
import type { Half, Specimen } from './types.ts';

type Form = 'txt' | 'md' | 'html';

const NAMES: Readonly<Record<Half, readonly string[]>> = {
  train: ['retention', 'overview', 'queues', 'api/errors', 'design/storage', 'requirements', 'guide', 'limits'],
  dev: ['handbook', 'sampling', 'chapter-4', 'spec/transport', 'architecture', 'interfaces', 'notes/access', 'terms'],
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const RTL: ReadonlySet<string> = new Set(['ar', 'fa', 'he']);

/** One page as each format has it: what it says by itself, or with a site around it. */
interface Page {
  readonly language: string;
  readonly lines: readonly string[];
  /** HTML of the middle, where it is more than lines: forms, lists. */
  readonly inner?: string;
  /** Markdown that is written as it is, without a heading made of its first line. */
  readonly asIs?: true;
}

function inner(page: Page, chance: Random): string {
  if (page.inner !== undefined) return page.inner;
  const [title, ...rest] = page.lines;
  const paragraphs = rest.map((l) => `<p>${escaped(l)}</p>`).join('\n');
  return chance.pick([
    `<h1>${escaped(title!)}</h1>\n${paragraphs}`,
    `<div class="box"><h2>${escaped(title!)}</h2>${rest.map((l) => `<div>${escaped(l)}</div>`).join('')}</div>`,
    `<center><b>${escaped(title!)}</b><hr>${rest.map(escaped).join('<br>\n')}</center>`,
  ]);
}

function htmlPage(page: Page, site: Site | undefined, chance: Random): string {
  const direction = RTL.has(page.language) ? ' dir="rtl"' : '';
  const title = escaped(page.lines[0]!);
  const body = inner(page, chance);
  const link = (name: string, i: number): string => `<a href="/p/${String(i + 10)}">${escaped(name)}</a>`;
  const head = `<!DOCTYPE html>\n<html lang="${page.language}"${direction}>\n<head>\n<meta charset="utf-8">\n<title>${title}${site ? ` | ${escaped(site.name)}` : ''}</title>\n</head>\n`;
  if (!site)
    return chance.below(3) === 0
      ? `<html>\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body bgcolor="white">\n${body}\n</body>\n</html>\n`
      : `${head}<body>\n${body}\n</body>\n</html>\n`;
  if (chance.below(2) === 0)
    return `${head}<body>\n<header><nav><ul>\n${site.menu.map((n, i) => `<li>${link(n, i)}</li>`).join('\n')}\n</ul></nav></header>\n<main>\n${body}\n</main>\n<aside><h3>${escaped(site.related)}</h3>${site.titles.map((n, i) => `<p>${link(n, i + 20)}</p>`).join('')}</aside>\n<footer>${site.footer.map(link).join(' | ')}</footer>\n</body>\n</html>\n`;
  return `${head}<body>\n<div id="top">${site.menu.map(link).join(' &middot; ')}</div>\n<div id="content">\n${body}\n</div>\n<div class="cookie">${escaped(site.cookie)} <button>${escaped(site.cookieButtons[0]!)}</button></div>\n<div id="bottom">${site.share.map(link).join(' ')}<br>${site.footer.map(escaped).join(' ')}</div>\n</body>\n</html>\n`;
}

/** What a program that saved the page wrote above it, now and then. */
function saved(page: Page, form: 'txt' | 'md', chance: Random): string {
  if (page.asIs || chance.below(4) > 0) return '';
  const address = `https://docs.example.${chance.pick(['org', 'com', 'net'])}/${page.language}/${String(chance.below(900))}`;
  return form === 'md'
    ? `---\ntitle: ${JSON.stringify(page.lines[0])}\nsource: ${address}\nfetched: 2024-0${String(1 + chance.below(9))}-14\n---\n\n`
    : `Title: ${page.lines[0]!}\nURL: ${address}\n\n`;
}

function textPage(page: Page, form: 'txt' | 'md', site: Site | undefined, chance: Random): string {
  const [title, ...rest] = page.lines;
  const heading = page.asIs
    ? title!
    : form === 'md'
      ? chance.pick([`# ${title!}`, `## ${title!}`, `**${title!}**`, title!])
      : chance.pick([title!, `${title!}\n${'='.repeat(20)}`]);
  const top = saved(page, form, chance);
  const own = [heading, ...rest].join(chance.below(2) === 0 ? '\n\n' : '\n');
  if (!site) return `${top}${own}\n`;
  const links = pickLinks(chance);
  return `${top}${[header(site, chance, links), own, ...(chance.below(2) === 0 ? [middle(site, chance, links)] : []), footer(site, chance, links)].join('\n\n')}\n`;
}

function render(page: Page, form: Form, site: Site | undefined, chance: Random): string {
  return form === 'html' ? htmlPage(page, site, chance) : textPage(page, form, site, chance);
}

/** The pages of a class in one language: what it says, and what it is called among its class. */
type Maker = (
  pages: Pages,
  site: Site,
  chance: Random,
) => readonly (Omit<Page, 'language'> & { readonly facet: string })[];

const said = (lines: string, facet: string): { readonly lines: readonly string[]; readonly facet: string } => ({
  lines: lines.split('|'),
  facet,
});

function loginForm(lines: readonly string[]): string {
  const [title, user, secret, keep, forgot, ...rest] = lines;
  return `<h1>${escaped(title!)}</h1>\n<form method="post" action="/session">\n<label>${escaped(user!)} <input name="u"></label>\n<label>${escaped(secret!)} <input type="password" name="p"></label>\n<label><input type="checkbox"> ${escaped(keep!)}</label>\n<a href="/reset">${escaped(forgot!)}</a>\n${rest.map((r) => `<button>${escaped(r)}</button>`).join('\n')}\n</form>`;
}

const MAKERS: Readonly<Record<string, Maker>> = {
  'error-page': (p) => [
    said(p.notFound, '404'),
    said(p.forbidden, '403'),
    said(p.server, '5xx'),
    said(p.maintenance, 'maintenance'),
    said(p.rate, 'rate limit'),
  ],
  'login-wall': (p) => {
    const lines = p.login.split('|');
    return [
      { lines, facet: 'form', inner: loginForm(lines) },
      { lines: lines.slice(0, 4), facet: 'fields' },
    ];
  },
  'cookie-wall': (p) => [said(p.cookies, 'consent')],
  captcha: (p) => [said(p.captcha, 'check')],
  'script-shell': (p, site) => [
    {
      lines: [p.script],
      facet: 'message',
      inner: `<noscript>${escaped(p.script)}</noscript>\n<div id="root"></div>\n<script src="/static/main.js"></script>`,
    },
    { lines: [site.name, p.script], facet: 'message and name' },
  ],
  paywall: (p, site) => [{ lines: [site.titles[2]!, `${p.paywall[0]}…`, ...p.paywall[1].split('|')], facet: 'teaser' }],
  placeholder: (p, _site, chance) => {
    const headings = p.template[0].split('|');
    const asks = p.template[1].split('|');
    const kept = sample(
      chance,
      headings.map((h, i) => [h, asks[i]!] as const),
      4 + chance.below(3),
    );
    return [
      said(p.soon, 'coming soon'),
      {
        lines: kept.map(([h, ask], i) => `${i === 0 && chance.below(2) === 0 ? '#' : '##'} ${h}\n\n${ask}`),
        facet: 'template',
        asIs: true,
      },
      { lines: headings.map((h) => `## ${h}`), facet: 'headings only', asIs: true },
      {
        lines: headings.flatMap((h, i) => [`## ${String(i + 1)}. ${h}`, chance.pick(['TBD', 'TODO', '…', 'N/A', '-'])]),
        facet: 'nothing under headings',
        asIs: true,
      },
    ];
  },
  'moved-page': (p) => [said(p.moved, 'moved')],
  'navigation-dump': (_p, site, chance) => {
    const links = pickLinks(chance);
    const parts = [site.menu, site.titles, site.share, site.footer];
    return [
      {
        lines: [site.name, ...parts.map((names) => links(names, chance))],
        inner: parts
          .map(
            (names) =>
              `<ul>${names.map((n, i) => `<li><a href="/m/${String(i)}">${escaped(n)}</a></li>`).join('')}</ul>`,
          )
          .join('\n'),
        facet: 'menu',
      },
    ];
  },
  'search-results': (p, site) => [
    {
      lines: [
        ...p.search.split('|'),
        ...site.titles.flatMap((t, i) => [`${String(i + 1)}. ${t}`, `https://www.example.org/${String(i * 31 + 7)}`]),
      ],
      facet: 'results',
    },
  ],
  'parked-domain': (p) => [said(p.parked, 'parked')],
  'download-interstitial': (p) => [said(p.download, 'download')],
};

const FORMS: readonly Form[] = ['html', 'md', 'txt', 'html', 'txt', 'md'];

function worded(half: Half): Specimen[] {
  const out: Specimen[] = [];
  const chance = random(half === 'train' ? 11 : 12);
  let n = 0;
  for (const [id, maker] of Object.entries(MAKERS))
    for (const [language, halves] of Object.entries(PAGES)) {
      const site = SITES[language]![half];
      for (const { facet, ...page } of maker(halves[half], site, chance)) {
        // Once as a page of a site and once by itself, in different formats; templates are Markdown alone.
        const twice = page.asIs
          ? [false]
          : id === 'navigation-dump' || facet === 'coming soon'
            ? [false, false]
            : [true, false];
        for (const around of twice) {
          n++;
          const form = page.asIs ? 'md' : FORMS[n % FORMS.length]!;
          const named = NAMES[half][n % NAMES[half].length]!;
          out.push({
            id,
            path: `${language}/${named}-${String(n)}.${form}`,
            language,
            half,
            facets: [facet, form, around ? 'with navigation' : 'bare'],
            text: render({ ...page, language }, form, around ? site : undefined, chance),
          });
        }
      }
    }
  return out;
}

interface Raw {
  readonly id: string;
  readonly name: string;
  readonly facet: string;
  readonly text: string;
}

const LISTING = (folder: string, names: readonly string[], server: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<html>\n <head>\n  <title>Index of ${folder}</title>\n </head>\n <body>\n<h1>Index of ${folder}</h1>\n<pre>      <a href="?C=N;O=D">Name</a>                    <a href="?C=M;O=A">Last modified</a>      <a href="?C=S;O=A">Size</a>\n<hr>\n<a href="../">Parent Directory</a>\n${names.map((n, i) => `<a href="${n}">${n.padEnd(24)}</a> 2024-0${String((i % 9) + 1)}-1${String(i % 9)} 1${String(i % 9)}:2${String(i % 9)}  ${String(i * 7 + 3)}K`).join('\n')}\n<hr></pre>\n<address>${server}</address>\n</body></html>\n`;

/** Files that say the same in every language. */
const RAW: Readonly<Record<Half, readonly Raw[]>> = {
  train: [
    {
      id: 'error-page',
      name: 'readme.md',
      facet: 'json',
      text: '{\n  "message": "Not Found",\n  "documentation_url": "https://docs.example.com/rest",\n  "status": "404"\n}\n',
    },
    {
      id: 'error-page',
      name: 'spec.json',
      facet: 'json',
      text: '{"error":{"code":401,"message":"Request is missing required authentication credential.","status":"UNAUTHENTICATED"}}\n',
    },
    {
      id: 'error-page',
      name: 'schema.xml',
      facet: 'xml',
      text: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>8F1C2AB97710</RequestId><HostId>q3Zk0x</HostId></Error>\n',
    },
    { id: 'error-page', name: 'manual.pdf.txt', facet: 'plain', text: '404: Not Found' },
    {
      id: 'error-page',
      name: 'overview.html',
      facet: 'server',
      text: '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n'.replaceAll(
        '\r',
        '',
      ),
    },
    {
      id: 'error-page',
      name: 'api.yaml',
      facet: 'plain',
      text: 'upstream connect error or disconnect/reset before headers. reset reason: connection timeout\n',
    },
    {
      id: 'error-page',
      name: 'storage.md',
      facet: 'trace',
      text: 'Traceback (most recent call last):\n  File "/srv/app/convert.py", line 88, in render\n    page = fetch(url)\n  File "/srv/app/fetch.py", line 21, in fetch\n    raise Timeout(url)\nTimeout: https://wiki.example.org/storage\n',
    },
    {
      id: 'script-shell',
      name: 'app.html',
      facet: 'empty root',
      text: '<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>Workbench</title><script defer="defer" src="/static/js/main.4f2c.js"></script></head><body><div id="root"></div></body></html>\n',
    },
    {
      id: 'moved-page',
      name: 'old.html',
      facet: 'meta refresh',
      text: '<!DOCTYPE html>\n<html><head>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url=../new/index.html">\n<title>Redirecting</title>\n</head><body>\n<p>Redirecting to <a href="../new/index.html">../new/index.html</a></p>\n</body></html>\n',
    },
    {
      id: 'moved-page',
      name: 'limits.rst',
      facet: 'stub',
      text: ':orphan:\n\nLimits\n======\n\nThis document has moved to :doc:`/reference/limits`.\n',
    },
    {
      id: 'lfs-pointer',
      name: 'requirements.md',
      facet: 'lfs',
      text: 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 48213\n',
    },
    { id: 'lfs-pointer', name: 'api.md', facet: 'symlink', text: '../spec/api.md' },
    {
      id: 'lfs-pointer',
      name: 'figures.md',
      facet: 'annex',
      text: '/annex/objects/SHA256E-s1048576--9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.md\n',
    },
    { id: 'lfs-pointer', name: 'glossary.txt', facet: 'symlink', text: 'shared/glossary.txt' },
    {
      id: 'error-page',
      name: 'queues.json',
      facet: 'json',
      text: '{"data":null,"errors":[{"message":"Cannot query field \\"document\\" on type \\"Query\\".","locations":[{"line":1,"column":9}]}]}\n',
    },
    {
      id: 'login-wall',
      name: 'shared.md',
      facet: 'access request',
      text: 'You need access\n\nRequest access, or switch to an account with access.\n\nMessage (optional)\n\nRequest access\n\nYou are signed in as guest@example.com\n',
    },
    {
      id: 'lfs-pointer',
      name: 'chapter.txt',
      facet: 'shortcut',
      text: '[InternetShortcut]\nURL=https://docs.example.org/chapter\nIconIndex=0\n',
    },
    {
      id: 'directory-listing',
      name: 'docs.html',
      facet: 'html',
      text: LISTING(
        '/docs',
        ['api.pdf', 'archive/', 'guide.html', 'limits.txt', 'old/'],
        'Apache/2.4.41 (Ubuntu) Server at docs.example.org Port 443',
      ),
    },
    {
      id: 'directory-listing',
      name: 'docs.txt',
      facet: 'text',
      text: 'Index of /pub/specs\n\nName                 Last modified       Size\n--------------------------------------------\nParent Directory                            -\ndraft-01.txt         2021-03-04 10:12    41K\ndraft-02.txt         2021-06-18 09:40    44K\nfigures/             2021-06-18 09:41      -\n',
    },
    {
      id: 'directory-listing',
      name: 'files.md',
      facet: 'text',
      text: 'total 48\ndrwxr-xr-x 4 doc doc  4096 Mar  2 11:20 .\ndrwxr-xr-x 9 doc doc  4096 Mar  2 11:18 ..\n-rw-r--r-- 1 doc doc 18223 Mar  2 11:20 api.md\n-rw-r--r-- 1 doc doc  9120 Mar  1 17:03 queues.md\n',
    },
    {
      id: 'placeholder',
      name: 'design.md',
      facet: 'lorem ipsum',
      text: '# Design\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.\n\nDuis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint occaecat cupidatat non proident, sunt in culpa qui officia deserunt mollit anim id est laborum.\n',
    },
    { id: 'placeholder', name: 'notes.md', facet: 'word', text: 'TODO\n' },
    { id: 'placeholder', name: 'spec.md', facet: 'word', text: '# Specification\n\nTBD\n' },
    { id: 'placeholder', name: 'untitled.md', facet: 'word', text: '# New document\n\nStart writing here...\n' },
    {
      id: 'placeholder',
      name: 'readme.md',
      facet: 'starter',
      text: '# My Project\n\nA short description of what this project does and who it is for.\n\n## Installation\n\nInstructions go here.\n\n## Usage\n\nExamples go here.\n\n## License\n\n[choose a license]\n',
    },
  ],
  dev: [
    {
      id: 'error-page',
      name: 'contract.md',
      facet: 'json',
      text: '{"error":"invalid_token","error_description":"The access token expired"}\n',
    },
    {
      id: 'error-page',
      name: 'handbook.json',
      facet: 'json',
      text: '{\n  "errors": [\n    {\n      "message": "Resource not accessible by integration",\n      "type": "FORBIDDEN"\n    }\n  ],\n  "data": null\n}\n',
    },
    {
      id: 'error-page',
      name: 'terms.xml',
      facet: 'xml',
      text: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>specs/terms.xml</Key><RequestId>TX00017</RequestId></Error>\n',
    },
    {
      id: 'error-page',
      name: 'sampling.txt',
      facet: 'plain',
      text: 'HTTP/1.1 503 Service Unavailable\nContent-Type: text/plain\nRetry-After: 120\n\nbackend fetch failed\n',
    },
    {
      id: 'error-page',
      name: 'transport.html',
      facet: 'server',
      text: '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n<hr>\n<address>Apache/2.2.15 (CentOS) Server at files.example.net Port 80</address>\n</body></html>\n',
    },
    { id: 'error-page', name: 'chapter.yaml', facet: 'plain', text: 'error code: 1020\n' },
    {
      id: 'error-page',
      name: 'interfaces.md',
      facet: 'trace',
      text: 'java.io.FileNotFoundException: /var/lib/wiki/export/interfaces.md (No such file or directory)\n\tat java.base/java.io.FileInputStream.open0(Native Method)\n\tat org.example.export.Writer.copy(Writer.java:61)\n\tat org.example.export.Main.main(Main.java:18)\n',
    },
    {
      id: 'script-shell',
      name: 'index.html',
      facet: 'empty root',
      text: '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Loading…</title>\n<link rel="stylesheet" href="/assets/index-9d1.css">\n</head>\n<body>\n<app-root></app-root>\n<script type="module" src="/assets/index-77b.js"></script>\n</body>\n</html>\n',
    },
    {
      id: 'moved-page',
      name: 'index.html',
      facet: 'meta refresh',
      text: '<html><head><meta charset="utf-8"><meta http-equiv="refresh" content="5;URL=https://manual.example.net/"><title>Object moved</title></head>\n<body><h2>Object moved to <a href="https://manual.example.net/">here</a>.</h2></body></html>\n',
    },
    {
      id: 'moved-page',
      name: 'access.adoc',
      facet: 'stub',
      text: '= Access\n\nNOTE: superseded by xref:security:access.adoc[the security guide]. This page is kept for old links.\n',
    },
    {
      id: 'lfs-pointer',
      name: 'chapter-4.md',
      facet: 'lfs',
      text: 'version https://git-lfs.github.com/spec/v1\noid sha256:0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f\nsize 1203377\n',
    },
    { id: 'lfs-pointer', name: 'terms.md', facet: 'symlink', text: '../../common/legal/terms.md' },
    {
      id: 'lfs-pointer',
      name: 'data.txt',
      facet: 'annex',
      text: '../.git/annex/objects/Wx/3k/MD5E-s204800--b1946ac92492d2347c6235b4d2611184.txt/MD5E-s204800--b1946ac92492d2347c6235b4d2611184.txt',
    },
    { id: 'lfs-pointer', name: 'GUIDE.md', facet: 'symlink', text: 'docs/en/guide/README.md\n' },
    {
      id: 'error-page',
      name: 'sampling.json',
      facet: 'json',
      text: '{"timestamp":"2024-05-02T08:11:40.002+00:00","status":500,"error":"Internal Server Error","path":"/export/sampling"}\n',
    },
    {
      id: 'login-wall',
      name: 'space.md',
      facet: 'access request',
      text: '# Restricted space\n\nYou cannot view this content. It may be restricted or may not exist.\n\n[Ask a colleague for an invitation](/invite) or [switch accounts](/switch).\n',
    },
    {
      id: 'lfs-pointer',
      name: 'terms.txt',
      facet: 'shortcut',
      text: '{"url": "https://docs.example.net/document/d/1aB2", "doc_id": "1aB2", "email": "desk@example.net"}\n',
    },
    {
      id: 'directory-listing',
      name: 'files.html',
      facet: 'html',
      text: LISTING(
        '/releases/2.3/handbook',
        ['chapter-1.md', 'chapter-2.md', 'img/', 'index.html', 'SHA256SUMS'],
        'nginx',
      ),
    },
    {
      id: 'directory-listing',
      name: 'listing.txt',
      facet: 'text',
      text: ' Directory of D:\\handbook\n\n2023-11-02  09:14    <DIR>          .\n2023-11-02  09:14    <DIR>          ..\n2023-10-30  16:02            20,114 access.docx\n2023-10-31  08:55             7,802 terms.docx\n               2 File(s)         27,916 bytes\n',
    },
    {
      id: 'directory-listing',
      name: 'tree.md',
      facet: 'text',
      text: '.\n├── chapter-1.md\n├── chapter-2.md\n├── img\n│   ├── flow.svg\n│   └── parts.svg\n└── index.md\n\n1 directory, 5 files\n',
    },
    {
      id: 'placeholder',
      name: 'architecture.md',
      facet: 'lorem ipsum',
      text: '## Architecture\n\nSed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque laudantium, totam rem aperiam, eaque ipsa quae ab illo inventore veritatis et quasi architecto beatae vitae dicta sunt explicabo.\n\n## Data\n\nNemo enim ipsam voluptatem quia voluptas sit aspernatur aut odit aut fugit, sed quia consequuntur magni dolores eos qui ratione voluptatem sequi nesciunt.\n',
    },
    { id: 'placeholder', name: 'access.md', facet: 'word', text: 'Placeholder - do not delete\n' },
    { id: 'placeholder', name: 'handbook.md', facet: 'word', text: '# Handbook\n\n(to be written)\n' },
    {
      id: 'placeholder',
      name: 'page.md',
      facet: 'word',
      text: 'Type your text here. Replace this sentence with your own.\n',
    },
    {
      id: 'placeholder',
      name: 'index.md',
      facet: 'starter',
      text: '# {{project_name}}\n\n{{one_line_summary}}\n\n## Getting started\n\n1. Step one\n2. Step two\n3. Step three\n\n## Maintainers\n\n- @username\n',
    },
  ],
};

/** All whole-file specimens of a half; the two halves share no wording. */
export function specimens(half: Half): readonly Specimen[] {
  const raw = RAW[half].map((r): Specimen => ({
    id: r.id,
    path: `raw/${r.id}/${r.name}`,
    language: /^(?:lfs-pointer|directory-listing)$/u.test(r.id) || r.facet === 'lorem ipsum' ? 'und' : 'en',
    half,
    facets: [r.facet, r.name.slice(r.name.lastIndexOf('.') + 1), 'bare'],
    text: r.text,
  }));
  return [...worded(half), ...raw];
}
