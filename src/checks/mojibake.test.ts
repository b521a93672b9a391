import { describe, expect, test } from 'vitest';
import { mojibake } from './mojibake.ts';
import { run } from './testing/document.ts';

const around = (text: string): string => `# Title\n\nPlain text stands before it.\n\n${text}\n\nAnd after it.\n`;
const said = (text: string): string | undefined => {
  const [found] = run(mojibake, around(text));
  return found && (found.level ?? 'look') === 'look' ? found.message : undefined;
};

describe('what was read in the wrong set, and what it says', () => {
  test.each([
    ['Le systÃ¨me doit Ãªtre vÃ©rifiÃ©', 'systÃ¨me', 'système', 'windows-1252'],
    ['The clientâ€™s token', 'clientâ€™s', 'client’s', 'windows-1252'],
    ['the cafÃƒÂ© is open', 'cafÃƒÂ©', 'café', 'windows-1252'],
    ['le syst√®me doit √™tre v√©rifi√©', 'syst√®me', 'système', 'Mac Roman'],
    ['le syst├¿me doit ├¬tre v├®rifi├®', 'syst├¿me', 'système', 'code page 850'],
    ['UÅ¼ytkownik moÅ¼e zmieniÄ‡ hasÅ‚o', 'UÅ¼ytkownik', 'Użytkownik', 'windows-1252'],
    ['РЎРёСЃС‚РµРјР° РґРѕР»Р¶РЅР°', 'РЎРёСЃС‚РµРјР°', 'Система', 'windows-1251'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет', 'windows-1252'],
    ['Ñèñòåìà äîëæíà ïðîâåðÿòü', 'Ñèñòåìà', 'Система', 'windows-1252'],
    ['Ôï óýóôçìá ðñÝðåé íá åëÝã÷åé', 'óýóôçìá', 'σύστημα', 'windows-1252'],
    ['ÏµÍ³±ØÐë¼ì²éÃ¿Ò»¸öÓÃ»§µÄÇëÇó', 'ÏµÍ³±ØÐë', '系统必须', 'windows-1252'],
    ['绯荤粺蹇呴』妫€鏌ユ瘡涓€涓敤鎴风殑璇锋眰', '绯荤粺', '系统', 'GBK'],
    ['繧ｷ繧ｹ繝�Β縺ｯ縺吶∋縺ｦ縺ｮ', '繧ｷ繧ｹ', 'シス', 'Shift_JIS'],
  ])('%s', (text, damaged, repaired, set) => {
    const message = said(text);
    expect(message).toContain(`line 5 "${damaged}`);
    expect(message).toContain(repaired);
    expect(message).toContain(`it was read as ${set}`);
  });

  test.each([
    [
      'Une différence suffit à séparer les deux côtés. La diffŽrence est là.',
      'diffŽrence',
      'différence',
      'windows-1252',
    ],
    ['Das gilt auch f³r die Prüfung, die für alle und von der Stelle ist.', 'f³r', 'für', 'code page 850'],
    ['It says “one proxyÓ and “two”.', 'proxyÓ', 'proxy”', 'windows-1252'],
    ['La validação está feita; outra validaçÃ£o também.', 'Ã£', 'ã', 'windows-1252'],
  ])('one place: %s', (text, damaged, repaired, set) => {
    const message = said(text);
    expect(message).toContain(damaged);
    expect(message).toContain(repaired);
    expect(message).toContain(`it was read as ${set}`);
  });

  test.each(['锟斤拷锟斤拷', 'the name ï¿½ was lost'])('lost: %s', (text) => {
    expect(said(text)).toContain('lost before');
  });
});

describe('what was not', () => {
  test.each([
    'CAFÉ”, „Ä“, Spaß“, voilà…», QUALITÉ», NESTLÉ®',
    'ΑΒΓ αβγ 2√π ├── └── │ ║ ╔══╗',
    'ISLENSKA: Þetta er ágætt, það er æði. ÞÆÐ',
    'Система должна проверять каждый запрос, её «ТЗ» № 5…',
    '學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？',
    'aGVsbG8gd29ybGQhIHRoaXMgaXMgYmFzZTY0IHRleHQ=',
    'ˈkæfeɪ, ˈʃɛdjuːl, ˈzɛbrə',
    '¨x¨ and ˜˜ and ¬p → q',
    'صورة النظام وإرجاع رسالة اگر شکل',
  ])('%s', (text) => {
    expect(run(mojibake, around(text))).toEqual([]);
  });

  test.each([
    'Le système — non—la différence – reste l’été de l’hôtel, où l’on a…',
    'Liczba tokenów i stanów: trybów, znaków, kontekst.',
    'García, Müller, Łódź and naïve café – and 20 °C.',
  ])('accents and marks of the text’s own: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });

  test('a tick that is a byte of a damaged letter opens no code', () => {
    expect(
      said(
        '\u008d`\u0098p\u0091ä\u0092\u00a0\u0083v\u0083\u008d\u0083g\u0083R\u0083\u008b\u0082Í\u0081A\u008ae\u0083m\u0081[\u0083h\u0082ª\u0095Û\u0091¶\u0082·\u0082×\u0082«\u0093à\u0097e\u0082ð\u0092è\u0082ß\u0082é\u0081B\u0083m\u0081[',
      ),
    ).toContain('が保存すべき');
  });

  test('a text that shows it', () => {
    expect(said('`cafÃ©` is what `café` becomes')).toBeUndefined();
    expect(said('café becomes cafÃ© there')).toBeUndefined();
  });
});

test('time grows with the text, whatever stands in it', () => {
  for (const text of [
    'Ã'.repeat(400_000),
    '鏂'.repeat(400_000),
    'Ã©'.repeat(200_000),
    'р'.repeat(400_000),
    '╨'.repeat(400_000),
  ]) {
    const begun = process.hrtime.bigint();
    run(mojibake, text);
    expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(5000);
  }
});
