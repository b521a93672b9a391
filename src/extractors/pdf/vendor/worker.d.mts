/** What is used of pdf.js's other half; scripts/vendor-pdfjs.ts puts the module here, with these counters. */
export interface FontFacts {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly isMonospace?: boolean;
  readonly defaultVMetrics?: readonly number[];
}

export const seedcheck: {
  unpack: (bytes: number) => void;
  operators: (count: number) => void;
  font: (name: string, font: FontFacts) => void;
};
