import { expect, test } from 'vitest';
import { whereOf } from '../core/locate.ts';
import { blocksOf, marksOf, readBytes, textOfBytes } from './testing/read.ts';
import { relationsOf, zipOf } from './testing/zip.ts';

const NAMES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const para = (words: string, properties = '', run = ''): string =>
  `<a:p>${properties}<a:r>${run}<a:t>${words}</a:t></a:r></a:p>`;

interface Shape {
  readonly holds?: string;
  readonly at?: readonly [number, number, number?];
  readonly hidden?: boolean;
  readonly body: string;
}

const shape = ({ holds, at, hidden, body }: Shape): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"${hidden === true ? ' hidden="1"' : ''}/><p:nvPr>${holds === undefined ? '' : `<p:ph type="${holds}"/>`}</p:nvPr></p:nvSpPr><p:spPr>${at ? `<a:xfrm><a:off x="${at[0]}" y="${at[1]}"/><a:ext cx="10" cy="${at[2] ?? 100}"/></a:xfrm>` : ''}</p:spPr><p:txBody>${body}</p:txBody></p:sp>`;

const slide = (shapes: string, attributes = ''): string =>
  `<p:sld ${NAMES}${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;

function pptxOf(
  slides: readonly string[],
  more: Record<string, string> = {},
  order = slides.map((_, i) => i),
): Uint8Array {
  return zipOf({
    '_rels/.rels': relationsOf(['r', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `<p:presentation ${NAMES}><p:sldIdLst>${order.map((i) => `<p:sldId id="${256 + i}" r:id="s${i}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationsOf(
      ...slides.map((_, i) => [`s${i}`, 'slide', `slides/slide${i + 1}.xml`] as [string, string, string]),
      ['a', 'commentAuthors', 'commentAuthors.xml'],
    ),
    ...Object.fromEntries(slides.map((each, i) => [`ppt/slides/slide${i + 1}.xml`, each])),
    ...more,
  });
}

test('slides in their order, titles as headings, points as a list, places by slide', async () => {
  const one = slide(
    shape({
      holds: 'body',
      body: para('Point') + para('Under it', '<a:pPr lvl="1"/>') + para('No point', '<a:pPr><a:buNone/></a:pPr>'),
    }) +
      shape({ holds: 'title', body: para('Limits') }) +
      shape({ holds: 'sldNum', body: para('1') }),
  );
  const two = slide(shape({ holds: 'ctrTitle', body: para('Start') }));
  const { document } = await readBytes('a.pptx', pptxOf([one, two], {}, [1, 0]));
  expect(blocksOf(document)).toEqual([
    'heading1 Start',
    'heading2 Limits',
    'list1 - Point',
    'list2   - Under it',
    'prose0 No point',
  ]);
  expect(whereOf(document, document.text.indexOf('Under'))).toBe('slide 2');
});

test('shapes by rows, from the left', async () => {
  const shapes =
    shape({ at: [500, 110], body: para('right') }) +
    shape({ at: [0, 300], body: para('below') }) +
    shape({ at: [0, 100], body: para('left') }) +
    `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="0" y="50"/><a:ext cx="1" cy="20"/></a:xfrm></p:grpSpPr>${shape({ at: [0, 9], body: para('second') })}${shape({ at: [0, 1, 2], body: para('first') })}</p:grpSp>`;
  expect(await textOfBytes('a.pptx', pptxOf([slide(shapes)]))).toBe('first\n\nsecond\n\nleft\n\nright\n\nbelow');
});

test('a table, numbers of points, a line end', async () => {
  const table = `<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody>${para('Step')}</a:txBody></a:tc><a:tc><a:txBody>${para('Seconds')}</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>`;
  const number = '<a:pPr><a:buAutoNum type="alphaLcParenR"/></a:pPr>';
  const body =
    para('eins', number) +
    para('zwei', number) +
    '<a:p><a:r><a:t>drei</a:t></a:r><a:br/><a:r><a:t>vier</a:t></a:r></a:p>';
  expect(await textOfBytes('a.pptx', pptxOf([slide(shape({ body }) + table)]))).toBe(
    'a) eins\nb) zwei\n\ndrei\nvier\n\nStep\tSeconds',
  );
});

test('hidden slides and shapes, notes and comments with marks', async () => {
  const more = {
    'ppt/slides/_rels/slide1.xml.rels': relationsOf(
      ['n', 'notesSlide', '../notesSlides/notesSlide1.xml'],
      ['c', 'comments', '../comments/comment1.xml'],
    ),
    'ppt/notesSlides/notesSlide1.xml': `<p:notes ${NAMES}>${shape({ holds: 'sldImg', body: para('picture') })}${shape({ holds: 'body', body: para('Say SHA-256') })}</p:notes>`,
    'ppt/comments/comment1.xml': `<p:cmLst ${NAMES}><p:cm authorId="0"><p:text>Why?</p:text></p:cm></p:cmLst>`,
    'ppt/commentAuthors.xml': `<p:cmAuthorLst ${NAMES}><p:cmAuthor id="0" name="Bo"/></p:cmAuthorLst>`,
  };
  const one = slide(shape({ body: para('shown') }) + shape({ hidden: true, body: para('not shown') }));
  const two = slide(shape({ body: para('old price') }), ' show="0"');
  const { document } = await readBytes('a.pptx', pptxOf([one, two], more));
  expect(marksOf(document)).toEqual([
    'hidden/hidden shape: not shown',
    'notes/: Say SHA-256',
    'comment/Bo: Why?',
    'hidden/hidden slide: old price',
  ]);
});

test('a slide that is a picture, one that is missing, one that breaks off', async () => {
  const picture = slide('<p:pic><p:blipFill><a:blip/></p:blipFill></p:pic>');
  const cut = slide(shape({ body: para('half') })).slice(0, -60);
  const bytes = pptxOf([slide(shape({ body: para('whole') })), picture, cut], {}, [0, 1, 2, 3]);
  const { document } = await readBytes('a.pptx', bytes);
  expect(document.text.trimEnd()).toBe('whole\n\nhalf');
  expect(document.losses!.map(({ what, why }) => `${what} ${why}`)).toEqual([
    'slide 2 is a picture, with no text beside it',
    'slide 3 may not be whole: its XML is damaged',
  ]);
  await expect(textOfBytes('b.pptx', pptxOf([picture]))).rejects.toThrow('failed: slide 1 is a picture');
});
