/**
 * Puts what of pdf.js reads text into src/extractors/pdf/vendor/ (not committed): 3.5 MB of the 73 that the package brings
 * along. `npm run build` runs this. Each change made to pdf.js is listed here; one whose place is not found ends the build.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url));
const to = fileURLToPath(new URL('../src/extractors/pdf/vendor/', import.meta.url));
const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { readonly version: string };

/** [what it is for, what stands there, what shall stand there] */
type Change = readonly [purpose: string, old: RegExp, next: string];

const PAGE: readonly Change[] = [
  [
    'looks for no canvas on Node, and prints no warning that there is none',
    /if\(\w+\)\{let \w+;try\{const \w+=process\.getBuiltinModule\("module"\)/,
    'if(false){let t;try{const e=process.getBuiltinModule("module")',
  ],
];

const WORKER: readonly Change[] = [
  [
    'what is unpacked is counted',
    /(ensureBuffer\((\w+)\)\{const (\w+)=this\.buffer;if\(\2<=\3\.byteLength\)return \3;let (\w+)=this\.minBufferLength;for\(;\4<\2;\)\4\*=2;)/,
    '$1seedcheck.unpack($4-$3.byteLength);',
  ],
  [
    'what is unpacked is counted (2)',
    /for await\(const (\w+) of (\w+)\)\{(\w+)\.push\(\1\);(\w+)\+=\1\.byteLength\}/,
    'for await(const $1 of $2){seedcheck.unpack($1.byteLength);$3.push($1);$4+=$1.byteLength}',
  ],
  [
    'operators are counted',
    /addOp\((\w+),(\w+)\)\{this\.optimizer/,
    'addOp($1,$2){seedcheck.operators(1);this.optimizer',
  ],
  [
    'glyphs are counted',
    /(handleText\((\w+),(\w+)\)\{const (\w+)=\3\.font,(\w+)=\4\.charsToGlyphs\(\2\);)/,
    '$1seedcheck.operators($5.length);',
  ],
  [
    'pictures are told with their size and not decoded',
    /(buildPaintImageXObject\(\{resources:\w+,image:\w+,isInline:\w+=!1,operatorList:(\w+),.{0,400}?if\(-1!==\w+&&)(\w+)\*(\w+)>\w+\)\{const \w+="Image exceeded maximum allowed size and was removed\.";if\(!\w+\)throw new Error\(\w+\);warn\(\w+\);return\}/,
    '$1$3*$4>0){$2.addOp(85,["",$3,$4]);return}',
  ],
  [
    'fonts are told by their properties and not handed over',
    /send\((\w+)\)\{if\(this\.#(\w+)\)return;this\.#\2=!0;const (\w+)=this\.font\.exportData\(\)/,
    'send($1){if(this.#$2)return;this.#$2=!0;seedcheck.font(this.loadedName,this.font);return;const $3=this.font.exportData()',
  ],
  [
    'the counters are handed out',
    /globalThis\.pdfjsWorker=\{WorkerMessageHandler\};export\{WorkerMessageHandler\};/,
    'globalThis.pdfjsWorker={WorkerMessageHandler};const seedcheck={unpack(){},operators(){},font(){}};export{WorkerMessageHandler,seedcheck};',
  ],
];

function changed(file: string, changes: readonly Change[]): string {
  let text = readFileSync(join(from, 'legacy/build', file), 'utf8');
  for (const [purpose, old, next] of changes) {
    if (text.match(new RegExp(old.source, 'g'))?.length !== 1)
      throw new Error(`${file} of pdfjs-dist ${version}: no single place for: ${purpose}`);
    text = text.replace(old, next);
  }
  const list = changes.map(([purpose]) => ` * - ${purpose}`).join('\n');
  return `/*\n * pdf.js ${version}, changed for seedcheck by scripts/vendor-pdfjs.ts:\n${list}\n */\n${text.replace(/\n\/\/# sourceMappingURL=.*/, '')}`;
}

mkdirSync(to, { recursive: true });
writeFileSync(join(to, 'pdf.mjs'), changed('pdf.min.mjs', PAGE));
writeFileSync(join(to, 'worker.mjs'), changed('pdf.worker.min.mjs', WORKER));
copyFileSync(join(from, 'LICENSE'), join(to, 'LICENSE'));

// as modules, because those can be imported by Node, a bundler and a browser alike, while files cannot be read without a host
const maps = readdirSync(join(from, 'cmaps'))
  .filter((name) => name.endsWith('.bcmap'))
  .toSorted()
  .map(
    (name) => `${JSON.stringify(name.slice(0, -6))}:"${readFileSync(join(from, 'cmaps', name)).toString('base64')}"`,
  );
const notice = readFileSync(join(from, 'cmaps/LICENSE'), 'utf8').replaceAll('*/', '* /');
writeFileSync(join(to, 'cmaps.mjs'), `/*\n${notice}\n*/\nexport const CMAPS={\n${maps.join(',\n')}\n};\n`);
