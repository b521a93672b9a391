/** What a caller may set, with the defaults. */
import type { Level } from './types.ts';

export interface Settings {
  /** The level from which a finding keeps the folder from READY. */
  readonly failOn: Exclude<Level, 'note'>;
  /** Exit code 0 for CANNOT TELL when the only reason is that there is no index. The verdict stays. */
  readonly allowUnindexed: boolean;
}

export const DEFAULTS: Settings = { failOn: 'stop', allowUnindexed: false };
