/** What parsing a machine-readable file tells: which definition it is, and where it stops being one. */
import type { Span } from '../../core/types.ts';

/** The first place at which a file cannot be what it is. */
export interface Fault extends Span {
  /** What is wrong, as the end of "this is not JSON: ...". */
  readonly message: string;
  /** What is still open there, and where it was opened. */
  readonly opened?: Span;
  /** The text stops before the structure does. */
  readonly atEnd: boolean;
}

/** A file that defines an interface, or that is in a form which a parser reads. */
export interface Definition {
  /** The form that was parsed: `JSON`, `YAML`, `XML`, `GraphQL`, `Protocol Buffers`, `SQL`, `ABNF`. */
  readonly form: string;
  /** `OpenAPI 3.1.0 with 14 paths`; undefined where it defines no interface, or none that is known. */
  readonly name?: string;
  /** The words that say which definition it is. */
  readonly span?: Span;
  /** Parts that every such definition has and this one has not. */
  readonly lacks?: readonly string[];
  readonly fault?: Fault;
  /** The first reference to a part of this file that is not in it. */
  readonly lost?: Span & { readonly target: string };
  /** Whether the file says by its extension or its first key that it is of this form. */
  readonly claimed: boolean;
}

/** Thrown inside a parser at the first fault, and caught at its top. */
export class Broken {
  readonly fault: Fault;
  constructor(fault: Fault) {
    this.fault = fault;
  }
}

/** `1 path`, `14 paths`. */
export const counted = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : one.endsWith('s') || one.endsWith('ch') ? `${one}es` : one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`;
