/** What is used of pdf.js; scripts/vendor-pdfjs.ts puts the module here. */
export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  getOutline(): Promise<readonly OutlineItem[] | null>;
  getAttachments(): Promise<Readonly<Record<string, Attachment>> | null>;
  getOptionalContentConfig(): Promise<{ isVisible(group: unknown): boolean }>;
}

export interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

export interface Attachment {
  readonly filename: string;
  readonly content?: Uint8Array | null;
}

export interface PdfPage {
  /** Corners of what is shown, in the page's own units. */
  readonly view: readonly [number, number, number, number];
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotate: number;
  getOperatorList(options: { readonly annotationMode: number }): Promise<OperatorList>;
  getAnnotations(): Promise<readonly Annotation[]>;
  cleanup(): boolean;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly file?: Attachment;
}

export interface LoadingTask {
  readonly promise: Promise<PdfDocument>;
  destroy(): Promise<void>;
}

export function getDocument(options: Readonly<Record<string, unknown>>): LoadingTask;
export const OPS: Readonly<Record<string, number>>;
