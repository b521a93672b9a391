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
  [
    'operators are handed over and not copied: nobody changes them, but the lists that they stand in are used again',
    /data:structuredClone\((\w+),(\w+)\?\{transfer:\2\}:null\)/,
    'data:$1.chunk?.fnArray?{...$1,chunk:{...$1.chunk,fnArray:$1.chunk.fnArray.slice(),argsArray:$1.chunk.argsArray.slice()}}:structuredClone($1,$2?{transfer:$2}:null)',
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
    'letters are counted before they are looked up',
    /(handleText\((\w+),(\w+)\)\{)(const (\w+)=\3\.font,(\w+)=\5\.charsToGlyphs\(\2\);)/,
    '$1seedcheck.letters($2.length);$4',
  ],
  [
    'words, numbers and signs are counted, also those that are no operators',
    /shift\(\)\{(if\(this\.buf2 instanceof Cmd&&"ID"===this\.buf2\.cmd\))/,
    'shift(){seedcheck.work(1);$1',
  ],
  [
    'saved states are counted',
    /save\(\)\{(const \w+=this\.state;this\.stateStack\.push\(this\.state\))/,
    'save(){seedcheck.saved(this.stateStack.length);$1',
  ],
  [
    'ranges of character maps are counted',
    /mapCidRange\((\w+),(\w+),(\w+)\)\{if\(\2-\1>(\w+)\)throw/,
    'mapCidRange($1,$2,$3){if($2>$1&&$2-$1<=$4)seedcheck.work($2-$1);if($2-$1>$4)throw',
  ],
  [
    'ranges of character maps are counted (2)',
    /mapBfRange\((\w+),(\w+),(\w+)\)\{if\(\2-\1>(\w+)\)throw/,
    'mapBfRange($1,$2,$3){if($2>$1&&$2-$1<=$4)seedcheck.work($2-$1);if($2-$1>$4)throw',
  ],
  [
    'lines of character maps are counted',
    /mapOne\((\w+),(\w+)\)\{this\._map/,
    'mapOne($1,$2){seedcheck.work(1);this._map',
  ],
  [
    'annotations are counted',
    /(static _create\(\w+,\w+,\w+,\w+,\w+=!1,\w+=null,\w+=null,\w+=null,\w+=null\)\{)(const \w+=\w+\.fetchIfRef)/,
    '$1seedcheck.work(600);$2',
  ],
  [
    'a glyph that a text map leaves out stands for no letter: its number is none',
    /let (\w+)=this\.toUnicode\.get\((\w+)\)\|\|\2;/,
    'let $1=this.toUnicode.get($2)||(this.composite?"\\ufffd":$2);',
  ],
  [
    'a page whose operators make no sense from some place on is told',
    /(warn\(`getOperatorList - ignoring errors during "\$\{\w+\.name\}" task: "\$\{\w+\}"\.`\);)(closePendingRestoreOPS)/,
    'seedcheck.cut();$1$2',
  ],
  [
    'letters of a string are counted where it is read',
    /(getString\(\)\{let \w+=1,\w+=!1;const (\w+)=this\.strBuf;\2\.length=0;let \w+=this\.nextChar\(\);for\(;;\)\{)(let)/,
    '$1if(4095===(4095&$2.length))seedcheck.work(4096);$3',
  ],
  [
    'letters of a string are counted where it is read (2)',
    /(getHexString\(\)\{const (\w+)=this\.strBuf;\2\.length=0;let \w+=this\.currentChar,\w+=-1,\w+=-1;this\._hexStringNumWarn=0;for\(;;\)\{)(if)/,
    '$1if(4095===(4095&$2.length))seedcheck.work(4096);$3',
  ],
  [
    'entries of the list of pages are counted, which is walked anew for each page',
    /(if\(isName\(\w+,"Page"\)\|\|!\w+\.has\("Kids"\)\)\{if\(\w+===\w+\)return\[\w+,null\];\w+\+\+;continue\}throw new FormatError\("Page dictionary kids object is not an array\."\)\})(for\(let \w+=(\w+)\.length-1;)/,
    '$1seedcheck.pages($3.length);$2',
  ],
  ['forms are counted', /(async buildFormXObject\(\w+,\w+,[^)]*\)\{)/, '$1seedcheck.work(300);'],
  [
    'tiles of a pattern are not read, which no text is made of',
    /handleTilingType\(((\w+),\w+,\w+,\w+,\w+,(\w+),\w+,\w+)\)\{const/,
    'handleTilingType($1){if(true){$3.addOp($2,["TilingPattern"]);return}const',
  ],
  [
    'outlines of letters are not made',
    /if\((\w+)\.data\)\{(\(!!\(\w+\.textRenderingMode&\w+\)\|\|"Pattern")/,
    'if(false&&$1.data){$2',
  ],
  [
    'shadings are not worked out, which only serves drawing',
    /(static parseShading\([^)]*\)\{)(const)/,
    '$1seedcheck.work(10);if(true)return{getIR(){return["Dummy"]}};$2',
  ],
  [
    'pictures are told with their size, and decoded where they are asked for',
    /(buildPaintImageXObject\(\{resources:(\w+),image:(\w+),isInline:(\w+)=!1,operatorList:(\w+),cacheKey:\w+,localImageCache:\w+,localColorSpaceCache:(\w+)\}\)\{.{0,300}?\{dict:(\w+)\}=\3.{0,300}?if\(-1!==\w+&&)(\w+)\*(\w+)>\w+\)\{const \w+="Image exceeded maximum allowed size and was removed\.";if\(!\w+\)throw new Error\(\w+\);warn\(\w+\);return\}/,
    '$1$8*$9>0){const mask=!!$7.get("IM","ImageMask");$5.addOp(85,[seedcheck.picture({width:$8,height:$9,mask,image:$3,decode:async()=>{const made=new PDFImage({xref:this.xref,res:$2,image:$3,isInline:$4,isMask:mask,pdfFunctionFactory:this._pdfFunctionFactory,globalColorSpaceCache:this.globalColorSpaceCache,localColorSpaceCache:$6});if(!made.imageMask&&("DeviceGray"!==made.colorSpace.name||$3 instanceof JpegStream))return made.createImageData(!1,!1);const data=new Uint8Array(made.width*made.height);await made.fillGrayBuffer(data);return{width:made.width,height:made.height,kind:0,data}}}),$8,$9]);return}',
  ],
  [
    'fonts are told by their properties and not handed over',
    /send\((\w+)\)\{if\(this\.#(\w+)\)return;this\.#\2=!0;const (\w+)=this\.font\.exportData\(\)/,
    'send($1){if(this.#$2)return;this.#$2=!0;seedcheck.font(this.loadedName,this.font);return;const $3=this.font.exportData()',
  ],
  [
    'the counters are handed out',
    /globalThis\.pdfjsWorker=\{WorkerMessageHandler\};export\{WorkerMessageHandler\};/,
    'globalThis.pdfjsWorker={WorkerMessageHandler};const seedcheck={unpack(){},work(){},operators(){},letters(){},saved(){},picture(){return-1},cut(){},pages(){},font(){}};export{WorkerMessageHandler,seedcheck};',
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
