import { describe, expect, test } from 'vitest';
import { placeholder } from './placeholder.ts';
import { run } from './testing/document.ts';

/** Files that hold no document. */
const yes = [
  'This document has moved to [docs/new.md](docs/new.md).\n',
  '# API\n\nMoved to https://example.org/api\n',
  '# Limits\n\nTBD\n',
  '# Limits\n\n_Coming soon._\n',
  'TODO: write this page\n',
  '# 接口\n\n待补充\n',
  '# 设计\n\n本文档已移至 [新地址](https://example.org/x)。\n',
  '# 仕様\n\n準備中\n',
  '# API\n\nこのページは https://example.org/ に移動しました。\n',
  '# 명세\n\n작성 중입니다.\n',
  '문서가 https://example.org/docs 로 이전되었습니다.\n',
  '# Требования\n\nРаздел в разработке.\n',
  'Документ перемещён: см. [здесь](new.md)\n',
  '# Spezifikation\n\nWird noch ergänzt.\n',
  'Dieses Dokument wurde nach docs/spec.md verschoben.\n',
  '# Exigences\n\nÀ compléter\n',
  'Ce document a été déplacé vers https://example.org/doc\n',
  '# Requisitos\n\nPendiente de redactar.\n',
  'Este documento se ha movido a docs/api.md\n',
  '# Requisitos\n\nEm construção\n',
  'Questo documento è stato spostato in docs/api.md\n',
  '# Wymagania\n\nDo uzupełnienia\n',
  'Bu belge şuraya taşındı: https://example.org/belge\n',
  '# المتطلبات\n\nقريبا\n',
  'تم نقل هذا المستند إلى https://example.org/doc\n',
  '# نیازمندی‌ها\n\nبه زودی\n',
  '# Eisen\n\nVolgt nog.\n',
  '# Yêu cầu\n\nĐang cập nhật\n',
  '# Persyaratan\n\nSegera hadir\n',
  'Superseded by RFC 9110.\n',
  '# PEP 3\n\nThis PEP has been superseded by the issue tracker, see https://bugs.example.org\n',
  '../shared/spec.md',
  'docs/api.md\n',
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
  '../.git/annex/objects/KX/1V/SHA256E-s123--abcdef.pdf/SHA256E-s123--abcdef.pdf\n',
  '/annex/objects/SHA256E-s123--abcdef.pdf\n',
  '[InternetShortcut]\nURL=https://example.org/spec\n',
  '{"url":"https://docs.google.com/document/d/1","doc_id":"1","email":"a@b"}',
  '# Page\n\nUnder construction\n\nPlease come back later.\n',
  'Redirecting to https://example.org/new/\n',
  '# Design\n\nThis section will be added later.\n',
  '## Overview\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore.\n',
  '# Spec\n\n## Purpose\n\n[Describe the purpose]\n\n## Scope\n\n[Describe the scope of the system]\n\n## Requirements\n\n<list the requirements here>\n\n## Risks\n\n[Risks]\n',
];
/** Short files that do. */
const no = [
  '# Ping\n\nThe server answers every `ping` with a `pong` within 100 ms.\n',
  '# Retention\n\nLogs are kept for 30 days. Then they are deleted.\n',
  '# Status\n\nThe value `pending` means that the payment was not yet confirmed.\n',
  '# Redirects\n\nThe client must follow at most five redirects.\n',
  '# Moves\n\nA piece is moved to an empty square. It may not pass another piece.\n',
  '# 状态\n\n订单状态为“待定”时，系统必须在24小时内通知用户。\n',
  '# Links\n\n- [API](api.md)\n- [Limits](limits.md)\n',
  '# Glossary\n\nTBD: to be determined.\nTODO: task that is open.\nWIP: work in progress.\n',
  '# Queue\n\nA message that was replaced by a newer one is dropped. See [delivery](delivery.md).\n',
  '# Decision 4\n\nStatus: accepted\n\nWe use SQLite.\n',
  '# Options\n\n- [x] fast\n- [ ] small\n',
  'v1.2.3\n',
  '# Todo list\n\nA todo has a title and a state. The user can add and delete todos.\n',
];

describe('files that hold no document', () => {
  for (const text of yes)
    test(text.slice(0, 60), () =>
      expect(run(placeholder, text, 'markdown').map(({ message }) => message)).toHaveLength(1),
    );
});

describe('short documents', () => {
  for (const text of no) test(text.slice(0, 60), () => expect(run(placeholder, text, 'markdown')).toEqual([]));
});

describe('hostile input takes linear time', () => {
  for (const [name, text] of [
    ['a path without an end', 'a/'.repeat(199)],
    ['brackets', '[x\n\n'.repeat(15_000)],
    ['comments', '<!-- \n\n'.repeat(8_000)],
    ['filler', 'lorem i'.repeat(8_000)],
    ['a long file', 'TBD\n'.repeat(1_000_000)],
  ] as const)
    test(name, () => {
      expect(run(placeholder, text).length).toBeLessThan(50);
    });
});
