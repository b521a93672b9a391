/** For each class of damage: which checks may tell it, and the share of it that is aimed at. */

export interface DamageClass {
  /** Ids of checks; any of them counts. */
  readonly tells: readonly string[];
  /** Recall in percent that is aimed at, where there is an aim. */
  readonly aim?: number;
  /** Whether a note counts too: where the level of the finding is a note by design. */
  readonly notes?: boolean;
  /** Why the aim is not reached, where it is not. */
  readonly missed?: string;
  /** What can be said beforehand of what cannot be found. */
  readonly ceiling?: string;
}

const WEB = ['web-furniture', 'placeholder'];
const TEXT = ['mojibake', 'encoding', 'replacement-character', 'control-character', 'garble'];

export const classes: Readonly<Record<string, DamageClass>> = {
  'loop-exact': {
    tells: ['loop'],
    aim: 99,
    missed: 'light loops of few copies are left alone: changelogs say equal entries',
  },
  'loop-noisy': {
    tells: ['loop'],
    aim: 85,
    missed: 'copies of a short period with two in a hundred characters wrong share no stretch that is long enough',
  },
  'loop-phrase': { tells: ['loop'] },
  'cut-end': {
    tells: ['cut-off'],
    aim: 95,
    missed:
      'a cut behind a whole word with a line end added after it leaves nothing that whole documents do not have too: a lower bar alarms on those',
  },
  'cut-end-at-sentence': { tells: ['cut-off'], ceiling: 'what is left ends as a whole document does' },
  'cut-start': { tells: ['cut-off'] },
  'cut-by-heading': { tells: ['cut-by-heading', 'spliced'] },
  'missing-section': {
    tells: ['missing-middle'],
    aim: 95,
    missed: 'series of few headings, and documents that skip numbers or change levels without that',
  },
  'missing-item': { tells: ['missing-middle'] },
  'missing-figure': { tells: ['missing-middle', 'dangling-reference'] },
  'hard-wrap': {
    tells: ['hard-wrap'],
    aim: 98,
    missed: 'a section of few lines, and scripts and forms whose lines end in no mark',
  },
  'hard-break': {
    tells: ['hard-wrap', 'hyphenation', 'spliced'],
    ceiling: 'lines broken inside a paragraph are how plain text is written',
  },
  'columns-interleaved': { tells: ['interleaved', 'hard-wrap', 'spliced'] },
  'page-furniture': {
    tells: ['page-furniture', 'spliced'],
    aim: 90,
    missed: 'heads that stand once between whole paragraphs, where no sentence goes on around them',
  },
  spliced: { tells: ['spliced', 'cut-by-heading'] },
  hyphenation: { tells: ['hyphenation'] },
  'dropped-numbers': { tells: ['dropped-numbers'] },
  'missing-words': {
    tells: ['spliced', 'dropped-numbers'],
    ceiling: 'a sentence without one of its words is often still a sentence',
  },
  'mojibake-latin': {
    tells: TEXT,
    aim: 97,
    missed: 'a single letter that became another one, in a word that the document has nowhere else',
  },
  'mojibake-cyrillic': { tells: TEXT, aim: 97 },
  'mojibake-cjk': { tells: TEXT, aim: 95, missed: 'EUC-JP read as GBK loses what would prove it' },
  'mojibake-arabic': { tells: TEXT, aim: 97 },
  'mojibake-other': { tells: TEXT, aim: 97 },
  'encoding-mixed': { tells: TEXT },
  'encoding-undeclared': { tells: TEXT, notes: true },
  replacement: { tells: TEXT },
  controls: { tells: [...TEXT, 'hidden-text'] },
  'garble-glyph': { tells: ['garble'] },
  'garble-ocr': { tells: ['garble'] },
  'markup-remnant': {
    tells: ['markup-remnant', 'cut-off', 'leftover'],
    aim: 98,
    missed: 'marks of word processors that also mean something in Markdown, and one slot or command by itself',
  },
  'leftover-merge': {
    tells: ['leftover'],
    aim: 98,
    missed: 'a patch that is shown as an example',
  },
  'leftover-edit': {
    tells: ['leftover', 'markup-remnant'],
    aim: 98,
    missed: 'notes of a cut in words that are in no family',
  },
  'leftover-chat': { tells: ['leftover'], aim: 98, missed: 'openings alone, and Greek' },
  'hidden-text': { tells: ['hidden-text'], aim: 100, missed: 'comments and short runs of bits that may be meant' },
  homoglyph: { tells: ['homoglyph'] },
  'language-passage': { tells: ['language-outlier'] },
  boilerplate: { tells: ['boilerplate', 'web-furniture'] },
  'error-page': {
    tells: WEB,
    aim: 95,
    missed: 'wordings that are in no family of concepts; forms and shells whose words a script brings',
  },
  'login-wall': {
    tells: WEB,
    aim: 95,
    missed: 'wordings that are in no family of concepts; forms and shells whose words a script brings',
  },
  'cookie-wall': {
    tells: WEB,
    aim: 95,
    missed: 'wordings that are in no family of concepts; forms and shells whose words a script brings',
  },
  captcha: { tells: WEB, aim: 95, missed: 'wordings that are in no family of concepts' },
  'script-shell': {
    tells: WEB,
    aim: 95,
    missed: 'wordings that are in no family of concepts; forms and shells whose words a script brings',
  },
  paywall: { tells: WEB },
  placeholder: {
    tells: WEB,
    aim: 95,
    missed: 'wordings that are in no family of concepts; forms and shells whose words a script brings',
  },
  'moved-page': {
    tells: WEB,
    aim: 95,
    missed: 'wordings that are in no family of concepts; forms and shells whose words a script brings',
  },
  'lfs-pointer': { tells: WEB, aim: 95 },
  'navigation-dump': { tells: [...WEB, 'boilerplate'] },
  'search-results': { tells: [...WEB, 'boilerplate'] },
  'parked-domain': { tells: WEB },
  'directory-listing': { tells: WEB },
  'download-interstitial': { tells: WEB },
  'conflict-number': {
    tells: ['conflict'],
    aim: 80,
    missed:
      'numbers that are no quantities (escapes that stay valid, parts of names), that begin a sentence, or stand in examples; surroundings that are alike are left alone: variants look so',
  },
  'conflict-modality': {
    tells: ['conflict'],
    aim: 80,
    missed: 'an obligation said again in other words shares too short a stretch',
  },
  'conflict-value': {
    tells: ['conflict'],
    aim: 80,
    missed:
      'short statements about a name that the text speaks of elsewhere: where each is spoken of around its own place, real documents describe two things in parallel',
  },
  'repeat-differs': {
    tells: ['conflict'],
    aim: 90,
    missed: 'single words, clauses between two pauses and words replaced by others are a note: authors write so',
  },
  'repeat-differs-short': {
    tells: ['conflict'],
    aim: 60,
    missed:
      'words lost at a pause, or one alone from a short repeat, are a note: real documents say things again shorter',
  },
  miscount: { tells: ['miscount'], aim: 90 },
  'wrong-sum': { tells: ['miscount'], aim: 90 },
  'wrong-shares': { tells: ['miscount'], aim: 90 },
};
