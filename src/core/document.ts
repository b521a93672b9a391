/** Makes a Document from decoded text. */
import type { Block, Cells, Decoding, Document, Loss, Mark, Origin, PageFacts, Part } from './types.ts';

export interface DocumentInit {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  readonly decoding?: Decoding;
  /** Text with LF line ends, as a string or as UTF-16 code units; the units are kept, not copied. */
  readonly text: string | Uint16Array;
  readonly parts?: readonly Part[];
  readonly origin?: Origin;
  readonly cells?: Cells;
  readonly marks?: readonly Mark[];
  readonly losses?: readonly Loss[];
  readonly structure?: readonly Block[];
  readonly page?: PageFacts;
}

const SLICE = 8192;

class TextDocument implements Document {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  readonly decoding?: Decoding;
  readonly units: Uint16Array;
  readonly parts: readonly Part[];
  readonly origin?: Origin;
  readonly cells?: Cells;
  readonly marks?: readonly Mark[];
  readonly losses?: readonly Loss[];
  readonly structure?: readonly Block[];
  readonly page?: PageFacts;
  #text: string | undefined;
  readonly #derived: unknown[] = [];

  constructor(init: DocumentInit) {
    this.path = init.path;
    this.format = init.format;
    this.encoding = init.encoding;
    if (init.decoding) this.decoding = init.decoding;
    this.parts = init.parts ?? [];
    if (init.origin) this.origin = init.origin;
    if (init.cells) this.cells = init.cells;
    if (init.marks) this.marks = init.marks;
    if (init.losses) this.losses = init.losses;
    if (init.structure) this.structure = init.structure;
    if (init.page) this.page = init.page;
    if (typeof init.text === 'string') {
      this.#text = init.text;
      this.units = unitsOf(init.text);
    } else this.units = init.text;
  }

  /** The values of views, of a document of this class. */
  static derived(document: Document): unknown[] | undefined {
    return #derived in document ? document.#derived : undefined;
  }

  get text(): string {
    return (this.#text ??= stringOf(this.units, 0, this.units.length));
  }

  slice(start: number, end: number): string {
    return this.#text === undefined ? stringOf(this.units, start, end) : this.#text.slice(start, end);
  }
}

/** What views know of documents that were not made here. */
const others = new WeakMap<Document, unknown[]>();

/** Where the views of a document keep what they worked out, by the number of the view. */
export function derivedOf(document: Document): unknown[] {
  const own = TextDocument.derived(document);
  if (own) return own;
  let derived = others.get(document);
  if (!derived) others.set(document, (derived = []));
  return derived;
}

export function createDocument(init: DocumentInit): Document {
  return new TextDocument(init);
}

/** The UTF-16 code units of a string. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** Fewer units than this are a string sooner unit by unit, and so many and more by a decoder. */
const FEW = 12;
const DECODED = 32;

/**
 * The host's decoder of UTF-16, several times as fast as `String.fromCharCode`; null where it is missing or where units
 * have their higher byte first.
 */
let decoder: Decoder | null | undefined;

interface Decoder {
  /** Throws where there is a lone surrogate. */
  decode(units: Uint16Array): string;
}

/** A host that has none is as good, and slower. */
const host = globalThis as unknown as {
  readonly TextDecoder?: new (encoding: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;
};

function decoderOfUnits(): Decoder | null {
  try {
    if (!host.TextDecoder) return null;
    const made = new host.TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });
    return made.decode(Uint16Array.of(0x263a)) === '\u263a' ? made : null;
  } catch {
    return null;
  }
}

/** The string that `units[start, end)` spell; lone surrogates stay as they are. */
export function stringOf(units: Uint16Array, start: number, end: number): string {
  const stop = Math.min(end, units.length);
  if (stop - start < FEW) {
    let text = '';
    for (let i = start; i < stop; i++) text += String.fromCharCode(units[i]!);
    return text;
  }
  if (stop - start >= DECODED) {
    if (decoder === undefined) decoder = decoderOfUnits();
    try {
      if (decoder) return decoder.decode(units.subarray(start, stop));
    } catch {
      // A lone surrogate, which a decoder cannot keep.
    }
  }
  if (stop - start <= SLICE) return String.fromCharCode.apply(null, units.subarray(start, stop) as unknown as number[]);
  const pieces: string[] = [];
  for (let i = start; i < stop; i += SLICE)
    pieces.push(String.fromCharCode.apply(null, units.subarray(i, Math.min(i + SLICE, stop)) as unknown as number[]));
  return pieces.join('');
}
