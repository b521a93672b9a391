/** The list of all checks, in the order of their pages. Adding a check: its file, its page, and two lines here. */
import type { Check } from '../core/types.ts';
import { altered } from './altered.ts';
import { boilerplate } from './boilerplate.ts';
import { brokenDefinition } from './broken-definition.ts';
import { conflict } from './conflict.ts';
import { contained } from './contained.ts';
import { controlCharacter } from './control-character.ts';
import { cutByHeading } from './cut-by-heading.ts';
import { cutOff } from './cut-off.ts';
import { danglingFile } from './dangling-file.ts';
import { danglingReference } from './dangling-reference.ts';
import { droppedNumbers } from './dropped-numbers.ts';
import { duplicate } from './duplicate.ts';
import { empty } from './empty.ts';
import { encoding } from './encoding.ts';
import { garble } from './garble.ts';
import { hardWrap } from './hard-wrap.ts';
import { hiddenText } from './hidden-text.ts';
import { homoglyph } from './homoglyph.ts';
import { hyphenation } from './hyphenation.ts';
import { indexFile } from './index-file.ts';
import { instruction } from './instruction.ts';
import { interleaved } from './interleaved.ts';
import { languageOutlier } from './language-outlier.ts';
import { leftOut } from './left-out.ts';
import { leftover } from './leftover.ts';
import { link } from './link.ts';
import { loop } from './loop.ts';
import { markupRemnant } from './markup-remnant.ts';
import { miscount } from './miscount.ts';
import { missingMiddle } from './missing-middle.ts';
import { missingTopic } from './missing-topic.ts';
import { missing } from './missing.ts';
import { mojibake } from './mojibake.ts';
import { nameCollision } from './name-collision.ts';
import { nearCopy } from './near-copy.ts';
import { notASpec } from './not-a-spec.ts';
import { notMeasurable } from './not-measurable.ts';
import { notPlaced } from './not-placed.ts';
import { nothingToBuildFrom } from './nothing-to-build-from.ts';
import { numbering } from './numbering.ts';
import { offTopic } from './off-topic.ts';
import { oldVersion } from './old-version.ts';
import { pageFurniture } from './page-furniture.ts';
import { placeholder } from './placeholder.ts';
import { readerWindow } from './reader-window.ts';
import { renamed } from './renamed.ts';
import { replacementCharacter } from './replacement-character.ts';
import { secret } from './secret.ts';
import { seriesGap } from './series-gap.ts';
import { spliced } from './spliced.ts';
import { toBeDecided } from './to-be-decided.ts';
import { trackedChange } from './tracked-change.ts';
import { translation } from './translation.ts';
import { undefinedTerm } from './undefined-term.ts';
import { unreadable } from './unreadable.ts';
import { versionMismatch } from './version-mismatch.ts';
import { webFurniture } from './web-furniture.ts';
import { wrongExtension } from './wrong-extension.ts';
import { wrongKind } from './wrong-kind.ts';

export const checks: readonly Check[] = [
  altered,
  boilerplate,
  brokenDefinition,
  conflict,
  contained,
  controlCharacter,
  cutByHeading,
  cutOff,
  danglingFile,
  danglingReference,
  droppedNumbers,
  duplicate,
  empty,
  encoding,
  garble,
  hardWrap,
  hiddenText,
  homoglyph,
  hyphenation,
  indexFile,
  instruction,
  interleaved,
  languageOutlier,
  leftOut,
  leftover,
  link,
  loop,
  markupRemnant,
  miscount,
  missingMiddle,
  missingTopic,
  missing,
  mojibake,
  nameCollision,
  nearCopy,
  notASpec,
  notMeasurable,
  notPlaced,
  nothingToBuildFrom,
  numbering,
  offTopic,
  oldVersion,
  pageFurniture,
  placeholder,
  readerWindow,
  renamed,
  replacementCharacter,
  secret,
  seriesGap,
  spliced,
  toBeDecided,
  trackedChange,
  translation,
  undefinedTerm,
  unreadable,
  versionMismatch,
  webFurniture,
  wrongExtension,
  wrongKind,
];
