/** Writes small archives and Office files for tests. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of these files, in order; `stored` ones are not packed. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly stored?: boolean } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const stored = options.stored === true || path === 'mimetype';
    const packed = stored ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const record = Buffer.alloc(46);
    record.write('PK\x01\x02', 'latin1');
    record.writeUInt16LE(20, 4);
    common.copy(record, 6);
    record.writeUInt32LE(offset, 42);
    locals.push(local);
    records.push(record, name);
    offset += local.length;
  }
  const list = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MORE =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

/** The relationships of a part, `[id, type, target, external?]` each. */
export function relationsOf(...all: readonly (readonly [string, string, string, true?])[]): string {
  const each = all.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** A part of a Word document with this content. */
export function wordPart(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}" xmlns:r="${R}" ${MORE}>${content}</w:${root}>`;
}

/** A Word document whose body is `body`; further parts by the type of their relationship (`styles`, `footnotes`, ...). */
export function docxOf(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  links: readonly [string, string][] = [],
): Uint8Array {
  const types = Object.keys(parts);
  return zipOf({
    '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationsOf(
      ...types.map((type, i) => [`p${i}`, type, `${type}.xml`] as [string, string, string]),
      ...links.map(([id, target]) => [id, 'hyperlink', target, true] as [string, string, string, true]),
    ),
    ...Object.fromEntries(types.map((type) => [`word/${type}.xml`, wordPart(ROOTS[type] ?? type, parts[type]!)])),
  });
}

const ROOTS: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };

/** A paragraph of one run, with the inner XML of its properties and of its run's. */
export function paragraph(text: string, properties = '', run = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
