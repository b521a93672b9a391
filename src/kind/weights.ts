/** Made by eval/kinds-fit.ts; do not edit. */
import type { Kind } from '../core/types.ts';
export const KINDS: readonly Exclude<Kind, 'unclear'>[] = ['standard'];
export const ROLE_BIAS: readonly number[] = [0, 0, 0];
export const KIND_BIAS: readonly number[] = [0];
export const ROLE_WEIGHTS: Readonly<Record<string, readonly number[]>> = {};
export const KIND_WEIGHTS: Readonly<Record<string, readonly number[]>> = {};
