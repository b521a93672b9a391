/** Adobe's character maps in pdf.js's packed form, base64; scripts/vendor-pdfjs.ts puts the module here. */
export const CMAPS: Readonly<Record<string, string>>;
