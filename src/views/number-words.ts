/** Small numbers as words, in the languages that documents are most often written in. */

const WORDS: readonly string[] = [
  // two to twelve; commas between spellings
  'two three four five six seven eight nine ten eleven twelve',
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  'deux trois quatre cinq six sept huit neuf dix onze douze',
  'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  'due tre quattro cinque sei sette otto nove dieci undici dodici',
  'dois,duas três quatro cinco seis sete oito nove dez onze doze',
  'twee drie vier vijf zes zeven acht negen tien elf twaalf',
  'två tre fyra fem sex sju åtta nio tio elva tolv',
  'to tre fire fem seks syv,sju otte,åtte ni ti elleve,elve tolv',
  'kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista',
  'dwa,dwie,dwóch,dwoma trzy,trzech cztery,czterech pięć,pięciu sześć,sześciu siedem,siedmiu osiem,ośmiu dziewięć,dziewięciu dziesięć,dziesięciu jedenaście dwanaście',
  'dva,dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct',
  'два,две,двух,двумя три,трёх,трех четыре,четырёх,четырех пять,пяти шесть,шести семь,семи восемь,восьми девять,девяти десять,десяти одиннадцать двенадцать',
  "два,дві,двох три,трьох чотири,чотирьох п'ять,п’ять,п'яти шість,шести сім,семи вісім,восьми дев'ять,дев’ять десять,десяти одинадцять дванадцять",
  'iki üç dört beş altı yedi sekiz dokuz on onbir oniki',
  'kettő,két három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő',
  'două,doi trei patru cinci șase,şase șapte,şapte opt nouă zece unsprezece doisprezece',
  'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas - ',
  'hai ba bốn năm sáu bảy tám chín mười - -',
  'δύο τρεις,τρία τέσσερις,τέσσερα πέντε έξι επτά,εφτά οκτώ,οχτώ εννέα,εννιά δέκα έντεκα δώδεκα',
  'שני,שתי,שניים שלושה,שלוש ארבעה,ארבע חמישה,חמש שישה,שש שבעה,שבע שמונה תשעה,תשע עשרה,עשר - -',
  'اثنان,اثنين ثلاثة,ثلاث أربعة,أربع خمسة,خمس ستة,ست سبعة,سبع ثمانية,ثماني تسعة,تسع عشرة,عشر - -',
  'دو سه چهار پنج شش هفت هشت نه ده یازده دوازده',
  'दो तीन चार पाँच,पांच छह,छः सात आठ नौ दस ग्यारह बारह',
  '두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두',
];

/** Values of words, lower case. Where a word is a number in two languages and not the same one, it is left out. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = table();

function table(): Map<string, number> {
  const out = new Map<string, number>();
  const unclear = new Set<string>();
  for (const line of WORDS)
    line
      .trim()
      .split(' ')
      .forEach((spellings, i) => {
        for (const word of spellings.split(',')) {
          if (word === '-') continue;
          const known = out.get(word);
          if (known !== undefined && known !== i + 2) unclear.add(word);
          out.set(word, i + 2);
        }
      });
  // words of another meaning in a language of many documents
  for (const word of [
    ...unclear,
    ...'to on do se no hat sex fire ni ti once due ten sei dos ba hai ده نه شش năm nove'.split(' '),
  ])
    out.delete(word);
  // the languages that share them say the same, or one of them is far more often read
  out.set('six', 6).set('sei', 6).set('dos', 2).set('nove', 9).set('ten', 10);
  return out;
}
