/** Makes small PDF files: pages from content streams, with Helvetica as F1 and Helvetica-Bold as F2. */
export function makePdf(
  pages: readonly string[],
  more: {
    readonly trailer?: string;
    /** So often the first page stands in the list of pages, and no other does. */
    readonly again?: number;
    /** Put into each page. */
    readonly annotations?: string;
    /** Put into the resources of each page; numbers of `objects` begin at 5 + 2 * pages. */
    readonly resources?: string;
    readonly objects?: readonly string[];
  } = {},
): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    more.again === undefined
      ? `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] >>`
      : `<< /Type /Pages /Count ${more.again} /Kids [${'5 0 R '.repeat(more.again)}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  for (const [i, content] of pages.entries())
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${more.resources ?? ''} >> ${more.annotations ?? ''} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  objects.push(...(more.objects ?? []));
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more.trailer ?? ''} >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** A line of text at a place, in points from the lower left corner. */
export function line(x: number, y: number, text: string, size = 10, before = ''): string {
  return `BT ${before} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
}

/** A stream object, packed where it is given packed. */
export function stream(dictionary: string, data: Uint8Array | string): string {
  const text = typeof data === 'string' ? data : Array.from(data, (byte) => String.fromCharCode(byte)).join('');
  return `<< ${dictionary} /Length ${String(text.length)} >>\nstream\n${text}\nendstream`;
}
