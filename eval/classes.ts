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
  'loop-exact': { tells: ['loop'], aim: 99 },
  'loop-noisy': { tells: ['loop'], aim: 85 },
  'loop-phrase': { tells: ['loop'] },
  'cut-end': { tells: ['cut-off'], aim: 95 },
  'cut-end-at-sentence': { tells: ['cut-off'], ceiling: 'what is left ends as a whole document does' },
  'cut-start': { tells: ['cut-off'] },
  'cut-by-heading': { tells: ['cut-by-heading', 'spliced'] },
  'missing-section': { tells: ['missing-middle'], aim: 95 },
  'missing-item': { tells: ['missing-middle'] },
  'missing-figure': { tells: ['missing-middle'] },
  'hard-wrap': { tells: ['hard-wrap'], aim: 98 },
  'hard-break': {
    tells: ['hard-wrap', 'hyphenation', 'spliced'],
    ceiling: 'lines broken inside a paragraph are how plain text is written',
  },
  'columns-interleaved': { tells: ['interleaved', 'hard-wrap', 'spliced'] },
  'page-furniture': { tells: ['page-furniture', 'spliced'], aim: 90 },
  spliced: { tells: ['spliced', 'cut-by-heading'] },
  hyphenation: { tells: ['hyphenation'] },
  'dropped-numbers': { tells: ['dropped-numbers'] },
  'missing-words': {
    tells: ['spliced', 'dropped-numbers'],
    ceiling: 'a sentence without one of its words is often still a sentence',
  },
  'mojibake-latin': { tells: TEXT, aim: 97 },
  'mojibake-cyrillic': { tells: TEXT, aim: 97 },
  'mojibake-cjk': { tells: TEXT, aim: 95 },
  'mojibake-arabic': { tells: TEXT, aim: 97 },
  'mojibake-other': { tells: TEXT, aim: 97 },
  'encoding-mixed': { tells: TEXT },
  'encoding-undeclared': { tells: TEXT, notes: true },
  replacement: { tells: TEXT },
  controls: { tells: [...TEXT, 'hidden-text'] },
  'garble-glyph': { tells: ['garble'] },
  'garble-ocr': { tells: ['garble'] },
  'markup-remnant': { tells: ['markup-remnant', 'cut-off', 'leftover'], aim: 98 },
  'leftover-merge': { tells: ['leftover'], aim: 98 },
  'leftover-edit': { tells: ['leftover', 'markup-remnant'], aim: 98 },
  'leftover-chat': { tells: ['leftover'], aim: 98 },
  'hidden-text': { tells: ['hidden-text'], aim: 100 },
  homoglyph: { tells: ['homoglyph'] },
  'language-passage': { tells: ['language-outlier'] },
  boilerplate: { tells: ['boilerplate', 'web-furniture'] },
  'error-page': { tells: WEB, aim: 95 },
  'login-wall': { tells: WEB, aim: 95 },
  'cookie-wall': { tells: WEB, aim: 95 },
  captcha: { tells: WEB, aim: 95 },
  'script-shell': { tells: WEB, aim: 95 },
  paywall: { tells: WEB },
  placeholder: { tells: WEB, aim: 95 },
  'moved-page': { tells: WEB, aim: 95 },
  'lfs-pointer': { tells: WEB, aim: 95 },
  'navigation-dump': { tells: [...WEB, 'boilerplate'] },
  'search-results': { tells: [...WEB, 'boilerplate'] },
  'parked-domain': { tells: WEB },
  'directory-listing': { tells: WEB },
  'download-interstitial': { tells: WEB },
};
