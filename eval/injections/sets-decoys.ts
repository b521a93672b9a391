/** Sound changes of a set that look like damage to one: parallel documents, translations, templates, histories, tables by mode. */
import { language } from '../../src/views/language.ts';
import type { Random } from '../random.ts';
import {
  fittingBlock,
  isHistory,
  otherQuantity,
  partsOf,
  proseSentences,
  quantities,
  titleOf,
  withPassage,
  withParagraph,
  writings,
  type Halves,
} from './sets-common.ts';
import type { Change, SetDecoy, SetFolder } from './sets-types.ts';
import { shuffled } from './tools.ts';
import type { Half } from './types.ts';

/** Files of our own, put into a folder by chance; undefined where one of the names is taken. */
function files(id: string, like: string, why: string, made: Halves<Readonly<Record<string, string>>>): SetDecoy {
  return {
    id,
    like,
    why,
    make(folder, chance, half): readonly Change[] | undefined {
      const open = writings(folder, 200);
      const dir = open.length === 0 ? '' : partsOf(chance.pick(open).path).folder;
      const changes = Object.entries(made[half]).map(([name, text]) => ({ path: dir + name, text }));
      return changes.some(({ path }) => folder.paths.has(path)) ? undefined : changes;
    },
  };
}

const install = (system: string, command: string, place: string, size: string, seconds: number): string =>
  `# Install on ${system}

This page describes how to install the server on ${system}. You need an account that may install programs and about ${size} of free space.

## Steps

1. Fetch the package and check its sum.
2. Run \`${command}\`.
3. The settings are kept in \`${place}\`; the file is made at the first start.
4. Wait until the service answers. The first start takes up to ${seconds} seconds, because the index is built.

## Take it off

Stop the service before you take the package off. The settings stay in \`${place}\` and can be deleted by hand.
`;

const sheet = (name: string, rows: readonly (readonly [string, string])[], use: string): string =>
  `# ${name}

The ${name} is a pressure sensor for ${use}. It is delivered calibrated, with a certificate for each unit.

## Technical data

| Property | Value |
| --- | --- |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

## Mounting

Mount the sensor upright. Do not exceed the torque given above. Let the sensor warm up for the given time before the first reading is used.
`;

const decision = (number: number, title: string, context: string, choice: string, date: string): string =>
  `# ${number}. ${title}

Date: ${date}

Status: accepted

## Context

${context}

## Decision

${choice}

## Consequences

The team reviews the decision after one year. Code that does otherwise is changed when it is touched next.
`;

const LICENCE = `Terms of use

Anyone may use, copy and pass on this work in any form, changed or not, as long as this notice goes with every copy.

The work is given as it is. Its makers answer for no damage that comes of its use, and promise nothing about its fitness for a purpose.

Changed copies say that they were changed, by whom and when, and do not use the makers' names to recommend themselves.
`;

const FILES: readonly SetDecoy[] = [
  files('by-platform', 'near-copy', 'the same steps for three systems, with other commands and values', {
    train: {
      'install-linux.md': install('Linux', 'sudo apt install ./server.deb', '/etc/server/server.toml', '400 MB', 20),
      'install-macos.md': install(
        'macOS',
        'brew install server',
        '~/Library/Application Support/server.toml',
        '450 MB',
        25,
      ),
      'install-windows.md': install(
        'Windows',
        'winget install server',
        'C:\\ProgramData\\Server\\server.toml',
        '600 MB',
        40,
      ),
    },
    dev: {
      'setup-arm64.md': install('64-bit ARM boards', 'pkg add server-arm64', '/opt/server/conf.ini', '250 MB', 90),
      'setup-x86.md': install('PCs', 'pkg add server-x86', '/usr/local/etc/server.ini', '300 MB', 15),
    },
  }),
  files('data-sheets', 'conflict-across', 'two products described by one template, with the values of each', {
    train: {
      'PX-100.md': sheet(
        'PX-100',
        [
          ['Range', '0 to 10 bar'],
          ['Error', '0.5 %'],
          ['Torque', '15 Nm'],
          ['Warm-up', '10 min'],
          ['Supply', '12 V'],
        ],
        'water',
      ),
      'PX-200.md': sheet(
        'PX-200',
        [
          ['Range', '0 to 40 bar'],
          ['Error', '0.25 %'],
          ['Torque', '25 Nm'],
          ['Warm-up', '15 min'],
          ['Supply', '24 V'],
        ],
        'oil',
      ),
    },
    dev: {
      'sensor-a7.md': sheet(
        'A7',
        [
          ['Range', '0 to 600 hPa'],
          ['Error', '1 %'],
          ['Torque', '4 Nm'],
          ['Warm-up', '2 min'],
          ['Supply', '5 V'],
        ],
        'air ducts',
      ),
      'sensor-b9.md': sheet(
        'B9',
        [
          ['Range', '0 to 900 hPa'],
          ['Error', '2 %'],
          ['Torque', '6 Nm'],
          ['Warm-up', '5 min'],
          ['Supply', '9 V'],
        ],
        'tyres',
      ),
    },
  }),
  files('decisions', 'near-copy', 'records by template, each with a decision of its own', {
    train: {
      'decisions/0001-queue.md': decision(
        1,
        'Use a queue between intake and store',
        'The intake must answer within a second also when the store is slow.',
        'Messages are put into a queue and answered at once.',
        '2024-02-11',
      ),
      'decisions/0002-ids.md': decision(
        2,
        'Make identifiers on the client',
        'Retries must not make a second order.',
        'The client sends an identifier with each order; the server keeps it for seven days.',
        '2024-03-02',
      ),
      'decisions/0003-time.md': decision(
        3,
        'Keep times in UTC',
        'Branches lie in four time zones.',
        'All times are kept in UTC and shown in the zone of the reader.',
        '2024-03-19',
      ),
    },
    dev: {
      'adr/adr-1.md': decision(
        1,
        'One store for all tenants',
        'Most tenants have fewer than a thousand records.',
        'Tenants share one store; each row carries the tenant.',
        '2023-09-05',
      ),
      'adr/adr-2.md': decision(
        2,
        'No cache in front of the store',
        'Measurements show that reads take 4 ms.',
        'There is no cache until reads take more than 20 ms.',
        '2023-10-14',
      ),
    },
  }),
  files('translation', 'near-copy', 'one text in two languages, each with its own words', {
    train: {
      'backup.md':
        '# Backup\n\nA backup is taken every night at 02:00 and kept for 30 days. It takes about 20 minutes.\n\n## Restore\n\nStop the service, copy the newest backup to the data folder, and start the service again. Check the number of records afterwards.\n',
      'backup.de.md':
        '# Sicherung\n\nJede Nacht um 02:00 Uhr wird gesichert; die Sicherung bleibt 30 Tage liegen. Das dauert etwa 20 Minuten.\n\n## Wiederherstellen\n\nHalten Sie den Dienst an, kopieren Sie die neueste Sicherung in den Datenordner und starten Sie den Dienst wieder. Prüfen Sie danach die Zahl der Datensätze.\n',
    },
    dev: {
      'alarms.en.md':
        '# Alarms\n\nAn alarm is raised when a value stays above its limit for 5 minutes. It is sent to the two people on duty.\n\n## Acknowledge\n\nOpen the alarm and press Acknowledge within 15 minutes. Otherwise the alarm goes to the head of the shift.\n',
      'alarms.fr.md':
        '# Alarmes\n\nUne alarme se déclenche quand une valeur dépasse sa limite pendant 5 minutes. Elle est envoyée aux deux personnes de garde.\n\n## Acquitter\n\nOuvrez l’alarme et appuyez sur Acquitter dans les 15 minutes. Sinon l’alarme est transmise au chef d’équipe.\n',
    },
  }),
  files('licence-copies', 'duplicate', 'each part carries the licence', {
    train: { LICENSE: LICENCE, 'client/LICENSE': LICENCE, 'server/LICENSE': LICENCE },
    dev: { COPYING: LICENCE, 'lib/COPYING': LICENCE },
  }),
  files('modes', 'conflict-across', 'the same settings for two modes, with the values of each', {
    train: {
      'mode-normal.md':
        '# Normal mode\n\nIn normal mode the sampling rate is 100 Hz and the display is updated every 2 seconds. The radio sends every 60 seconds. The battery lasts 30 days.\n\nThe device leaves normal mode when the button is held for 3 seconds.\n',
      'mode-saving.md':
        '# Saving mode\n\nIn saving mode the sampling rate is 10 Hz and the display is updated every 10 seconds. The radio sends every 600 seconds. The battery lasts 120 days.\n\nThe device leaves saving mode when the button is held for 1 second.\n',
    },
    dev: {
      'limits-free.md':
        '# Free plan\n\nThe free plan allows 60 requests a minute and 3 projects. Logs are kept for 7 days. Files may have up to 10 MB.\n\nSupport answers within 5 working days.\n',
      'limits-team.md':
        '# Team plan\n\nThe team plan allows 600 requests a minute and 50 projects. Logs are kept for 90 days. Files may have up to 200 MB.\n\nSupport answers within 1 working day.\n',
    },
  }),
  files('series-with-reason', 'removed-of-series', 'numbers that are names, not places in a row', {
    train: {
      'errors/error-400.md':
        '# Error 400\n\nThe service gives this error if a request cannot be read: a field is missing, or a value is not of its type.\n\n## Body of the answer\n\nThe answer has two fields. `code` is the number of the error, `detail` says in one sentence what was wrong. Clients show the sentence to the user and keep the number in their log.\n\n## What to do\n\nMend the field that is named and send the request again.\n',
      'errors/error-401.md':
        '# Error 401\n\nThe service gives this error if the caller is not known to it, or if the token is older than an hour.\n\n## Body of the answer\n\nThe answer has two fields. `code` is the number of the error, `detail` says in one sentence what was wrong. Clients show the sentence to the user and keep the number in their log.\n\n## What to do\n\nFetch a new token and send the request again, once.\n',
      'errors/error-403.md':
        '# Error 403\n\nThe service gives this error if the caller is known and has no right to what was asked for.\n\n## Body of the answer\n\nThe answer has two fields. `code` is the number of the error, `detail` says in one sentence what was wrong. Clients show the sentence to the user and keep the number in their log.\n\n## What to do\n\nAsking again does not help. An administrator of the tenant can give the right.\n',
      'errors/error-409.md':
        '# Error 409\n\nThe service gives this error if the record was changed by someone else since it was read.\n\n## Body of the answer\n\nThe answer has two fields. `code` is the number of the error, `detail` says in one sentence what was wrong. Clients show the sentence to the user and keep the number in their log.\n\n## What to do\n\nRead the record again, make the change anew, and send it with the new revision.\n',
    },
    dev: {
      'reports/2019.md': '# Report 2019\n\nThe plant ran for 340 days. Output was 12,400 tonnes.\n',
      'reports/2021.md':
        '# Report 2021\n\nThe plant ran for 310 days. Output was 11,900 tonnes. There is no report for 2020, because the plant stood still.\n',
      'reports/2022.md': '# Report 2022\n\nThe plant ran for 351 days. Output was 13,050 tonnes.\n',
    },
  }),
  files('minutes', 'old-version', 'papers by template, each of its own day, none of them another state of one', {
    train: {
      'minutes-2024-03-01.md':
        '# Minutes, 1 March 2024\n\nPresent: Arnold, Bea, Chen\n\n## Decided\n\n- The intake keeps orders for seven days.\n- Bea asks the two suppliers for samples.\n\n## Next meeting\n\n8 March, 10 o’clock, room 4.\n',
      'minutes-2024-03-08.md':
        '# Minutes, 8 March 2024\n\nPresent: Arnold, Bea, Dana\n\n## Decided\n\n- The samples of the first supplier are taken.\n- Dana writes the letter to the other one.\n\n## Next meeting\n\n15 March, 9 o’clock, room 2.\n',
    },
    dev: {
      'release-1.2.md':
        '# Release 1.2\n\nThis release brings search by colour. Lists load in pages of 50.\n\n## Corrected\n\n- Prices with four digits are shown in full.\n- The menu closes when the page is left.\n',
      'release-1.3.md':
        '# Release 1.3\n\nThis release brings reminders by mail. Lists can be sorted by date.\n\n## Corrected\n\n- A lost connection no longer empties the basket.\n- Names with an apostrophe are found.\n',
    },
  }),
  files('house-papers', 'off-topic', 'what every project has beside its subject', {
    train: {
      'CODE_OF_CONDUCT.md':
        '# Code of conduct\n\nBe kind to one another. We do not put up with insults, threats or unwanted advances, here or anywhere the project meets.\n\n## Reporting\n\nWrite to the people named in the list of maintainers. Two of them answer within three days and keep your name to themselves.\n',
      'CONTRIBUTING.md':
        '# Contributing\n\nOpen an issue before a large change. Each change has a test. Write the first line of a commit as an order, in fewer than 70 characters.\n\n## Review\n\nOne maintainer must agree. Small changes are merged the same day.\n',
    },
    dev: {
      'SECURITY.md':
        '# Security\n\nDo not open a public issue for a weakness. Write to the security team; you get an answer within two working days.\n\n## Supported versions\n\nThe last two releases get corrections.\n',
      'GOVERNANCE.md':
        '# Governance\n\nMaintainers decide by agreement, and by vote where they cannot agree. A maintainer who has done nothing for a year is thanked and taken off the list.\n',
    },
  }),
  files('glossary', 'contained', 'terms with a short meaning each', {
    train: {
      'glossary.md':
        '# Glossary\n\n**Batch**: records that are sent together.\n\n**Ledger**: the list of all bookings, never changed once written.\n\n**Tenant**: a customer with users of its own.\n\n**Window**: the time within which a message may arrive twice.\n',
    },
    dev: {
      'terms.md':
        '# Terms\n\n- Drift: how far a clock is off after a day.\n- Frame: what is sent in one piece.\n- Slot: a share of time that belongs to one sender.\n- Token: the right to send.\n',
    },
  }),
];

const UNTIL: Readonly<Record<string, Halves<string>>> = {
  en: {
    train: 'Until version 1.3 this was different: {}',
    dev: 'Earlier releases behaved otherwise. In 0.8 it still read: {}',
  },
  de: { train: 'Bis Version 1.3 galt: {}', dev: 'In früheren Ausgaben hieß es noch: {}' },
  fr: { train: 'Jusqu’à la version 1.3 : {}', dev: 'Dans les éditions précédentes, on lisait : {}' },
  es: { train: 'Hasta la versión 1.3: {}', dev: 'En ediciones anteriores se leía: {}' },
  pt: { train: 'Até a versão 1.3: {}', dev: 'Nas edições anteriores lia-se: {}' },
  ru: { train: 'До версии 1.3 было иначе: {}', dev: 'В прежних редакциях говорилось: {}' },
  zh: { train: '1.3 版之前的规定为：{}', dev: '旧版本中曾写道：{}' },
  ja: { train: 'バージョン1.3までは次のとおりであった。{}', dev: '旧版では次のように記載されていた。{}' },
};

/** A sentence with a number, from one document, and another document of the language. */
function statement(
  folder: SetFolder,
  chance: Random,
):
  | { from: (typeof folder.documents)[number]; other: (typeof folder.documents)[number]; text: string; changed: string }
  | undefined {
  const open = writings(folder, 1500).filter((document) => !isHistory(document.path));
  for (const from of shuffled(chance, open).slice(0, 6))
    for (const span of shuffled(chance, proseSentences(from, 60, 400)).slice(0, 20)) {
      const text = from
        .slice(span.start, span.end)
        .replaceAll(/\s*\n\s*/gu, ' ')
        .trim();
      const [at] = quantities(text);
      if (!at || !/[.。।؟]$/u.test(text) || /[|<>]|\]\(/u.test(text)) continue;
      const others = open.filter((one) => one !== from && language(one) === language(from));
      if (others.length === 0) break;
      const changed =
        text.slice(0, at.start) + otherQuantity(text.slice(at.start, at.end), chance) + text.slice(at.end);
      return { from, other: chance.pick(others), text, changed };
    }
  return undefined;
}

function said(
  id: string,
  why: string,
  words: (half: Half, tongue: string, text: string, changed: string, title: string) => string | undefined,
): SetDecoy {
  return {
    id,
    like: 'conflict-across',
    why,
    make(folder, chance, half): readonly Change[] | undefined {
      const found = statement(folder, chance);
      if (!found) return undefined;
      const text = words(half, language(found.from), found.text, found.changed, titleOf(found.from));
      const block = fittingBlock(found.other, found.text, chance);
      if (text === undefined || !block) return undefined;
      return [{ path: found.other.path, text: withPassage(found.other, text, block).text }];
    },
  };
}

const MADE: readonly SetDecoy[] = [
  said('history-sentence', 'what was said until a version, with the old value', (half, tongue, _text, changed) =>
    UNTIL[tongue]?.[half].replace('{}', () => changed),
  ),
  said(
    'said-again',
    'one document quotes another one word for word',
    (_half, _tongue, text, _changed, title) => `“${text}” (${title})`,
  ),
  said('supposed', 'an example that supposes another value', (half, tongue, _text, changed) =>
    tongue !== 'en'
      ? undefined
      : half === 'train'
        ? `Suppose for the sake of the exercise: ${changed}`
        : `Example of a wrong answer: "${changed}" The right value is found in the other document.`,
  ),
  {
    id: 'changelog',
    like: 'conflict-across',
    why: 'a list of changes says what was before',
    make(folder, chance, half): readonly Change[] | undefined {
      const found = statement(folder, chance);
      if (!found) return undefined;
      const path = `${partsOf(found.from.path).folder}${half === 'train' ? 'CHANGELOG.md' : 'HISTORY.md'}`;
      if (folder.paths.has(path)) return undefined;
      return [
        {
          path,
          text:
            half === 'train'
              ? `# Changelog\n\n## 2.0.0 (2024-06-01)\n\n- ${found.text}\n- Faster start.\n\n## 1.0.0 (2023-01-15)\n\n- ${found.changed}\n- First release.\n`
              : `History\n=======\n\n1.1 / 2022-10-03\n----------------\n\n* ${found.text}\n\n1.0 / 2022-02-20\n----------------\n\n* ${found.changed}\n`,
        },
      ];
    },
  },
  {
    id: 'odd-links',
    like: 'removed-file',
    why: 'links to files that are there, written in all ways that are allowed',
    make(folder, chance): readonly Change[] | undefined {
      const open = writings(folder).filter((one) => one.format === 'markdown');
      const document = shuffled(chance, open)[0];
      const target = shuffled(chance, [...folder.paths].toSorted())[0];
      if (!document || target === undefined || target === document.path || /[[\]<>"#?%]/u.test(target))
        return undefined;
      const up = '../'.repeat(document.path.split('/').length - 1);
      const path = up + target;
      const escaped = path.split('/').map(encodeURIComponent).join('/');
      const text = `See [one](${escaped}), [two](<${path}>), [three](./${escaped}#introduction), [four](${escaped} "by title") and [five][f].\n\n[f]: ${escaped}`;
      const put = withParagraph(document, text, chance);
      return put && [{ path: document.path, text: put.text }];
    },
  },
  {
    id: 'quoted-passage',
    like: 'contained',
    why: 'one paragraph of a document is quoted in another one',
    make(folder, chance): readonly Change[] | undefined {
      const found = statement(folder, chance);
      if (!found || found.other.format !== 'markdown') return undefined;
      const sentences = proseSentences(found.from, 40, 400)
        .filter(({ start, end }) => !/\]\(|[<>|]/u.test(found.from.slice(start, end)))
        .slice(0, 3);
      const text = sentences
        .map(({ start, end }) => found.from.slice(start, end).replaceAll(/\s*\n\s*/gu, ' '))
        .join(' ');
      const put = withParagraph(found.other, `> ${text}\n>\n> (${titleOf(found.from)})`, chance);
      return put && [{ path: found.other.path, text: put.text }];
    },
  },
  {
    id: 'paths-of-others',
    like: 'removed-file',
    why: 'files of the reader’s machine, of the web, of an example or made later are named',
    make(folder, chance, half): readonly Change[] | undefined {
      const document = shuffled(chance, writings(folder)).find(
        (one) => one.format === 'markdown' && language(one) === 'en',
      );
      if (!document) return undefined;
      const text =
        half === 'train'
          ? 'Create a file `config.yaml` in your project, or put the settings into `~/.servicerc`. The run writes `report.html` and `result.json` into the folder that you name. See also https://example.org/docs/limits.md.\n\n```\n$ cat notes/todo.md\n$ cp templates/page.md out/page.md\n```'
          : 'The generator turns each `name.proto` into `name_pb.ts`. Names such as `chapter-{n}.md` are filled in; `/etc/hosts` and `C:\\Windows\\win.ini` are left alone. An example of a link is `[text](path/to/file.md)`.\n\n```\ninclude "common/header.txt"\n```';
      const put = withParagraph(document, text, chance);
      return put && [{ path: document.path, text: put.text }];
    },
  },
];

export const setDecoys: readonly SetDecoy[] = [...FILES, ...MADE];
