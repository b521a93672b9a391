/** What is used of pdf.js's other half; scripts/vendor-pdfjs.ts puts the module here, with these counters. */
export interface FontFacts {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  /** Around all glyphs, in their own units; zeros where a writer did not care. */
  readonly bbox?: readonly number[];
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly isMonospace?: boolean;
  readonly defaultVMetrics?: readonly number[];
}

/** A picture as it is drawn. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One bit a point, 0 painted in the colour of the text around it. */
  readonly mask: boolean;
  /** Its stream; `bytes`: as they stand in the file, of a JPEG (which has options) and of other packed pictures. */
  readonly image: { readonly jpegOptions?: unknown; readonly bytes?: Uint8Array };
  /** `kind` 0: a byte a point; 1: a bit a point, 1 is white; 2: red, green, blue; 3: and how opaque. */
  decode(): Promise<{
    readonly width: number;
    readonly height: number;
    readonly kind: number;
    readonly data: Uint8Array | Uint8ClampedArray;
  }>;
}

export const seedcheck: {
  unpack: (bytes: number) => void;
  /** Words, numbers and signs, in content streams and elsewhere; and what costs as much. */
  work: (count: number) => void;
  operators: (count: number) => void;
  letters: (count: number) => void;
  /** Saved graphics states, one more than these. */
  saved: (depth: number) => void;
  /** A number by which the picture can be had; -1 where nobody wants it. */
  picture: (picture: Picture) => number;
  /** The rest of the page's operators was given up. */
  cut: () => void;
  /** Entries of the list of pages that were gone through to find a page. */
  pages: (count: number) => void;
  font: (name: string, font: FontFacts) => void;
};
