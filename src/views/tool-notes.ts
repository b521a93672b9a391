/**
 * Notes that tools write into a text in place of something: "the rest is unchanged", "page 4 could not be read", "click here to
 * enter text". Told by their frame (brackets, dots, dashes, a comment; the whole line) and by families of words that must meet
 * in it, in whatever order: what is spoken of, and what became of it.
 */

const family = (text: string): RegExp =>
  new RegExp(
    text
      .trim()
      .split(/\s*\n\s*/u)
      .join('|'),
    'iu',
  );

/** What else there is of a text: the rest, what follows, what was there before. */
const REST = family(`
  \\b(?:rest|remainder|remaining|following|existing|previous|other|earlier|subsequent|everything else)\\b
  其余|其餘|剩余|剩餘|余下|后续|後續|以下|其他|原有|前面|后面|上文|下文
  残り|以降|以下|続き|その他|既存|前述|それ以外
  나머지|이하|이후|기존|다른 부분
  остальн|остат|дальнейш|проч(?:ее|ие|ий)|существующ|предыдущ|далее
  решта|решту|інш(?:е|і|ий)|наявн|попередн
  \\b(?:rest|restlich|übrig|weiter|bisherig|bestehend|vorherig)
  \\b(?:reste|suite|restant|autres|existant|précédent|suivant)
  \\b(?:resto|restante|siguiente|demás|existente|anterior|seguinte|rimanent|seguito|esistente|precedente|altr[eio])
  \\b(?:reszt|pozostał|istniejąc|poprzedni|dalsz)
  \\b(?:zbytek|zbývající|ostatní|stávající|předchozí|zvyšok|zvyšn|ostatn|ostatak|preosta)
  \\b(?:kalan|geri kalan|gerisi|devam|mevcut|önceki|diğer)
  (?:باقي|بقية|المتبقي|السابق|الموجود|التالي|باقی|بقیه|ادامه|قبلی|موجود)
  (?:शेष|बाकी|बाक़ी|मौजूदा|पिछल)
  (?:phần còn lại|còn lại|hiện có|trước đó|tiếp theo)
  \\b(?:sisa|selanjutnya|sebelumnya|lainnya|yang ada)
  \\b(?:overige|bestaande|vorige|resten|återstående|övrig|befintlig|resterende|øvrige|eksisterende|loput|muu)
  \\b(?:restul|restu|celelalte|existent|υπόλοιπ|προηγούμεν|többi|maradék|további)
  (?:ที่เหลือ|ส่วนอื่น|ก่อนหน้า|שאר|יתר|הקיים)
`);

/** That it is not there, or is as it was. */
const GONE = family(`
  \\b(?:truncat\\w+|omitted|omits|elided|clipped|snip|snipped|cut off|left out|not (?:shown|displayed|included|changed)|skipped|abridged|unchanged|unmodified|no changes?|remains?|stays? (?:the )?same|same as|as (?:before|above|is)|for brevity|limit (?:reached|exceeded))\\b
  省略|截断|截斷|略去|从略|隐藏|未显示|不变|不變|未(?:作)?(?:更改|修改|变)|同上|相同|一致|略(?=[^\\p{L}]|$)
  切り捨て|切り詰め|割愛|変更なし|変わらず|同じ|同様|同一|略(?:す|します)?(?=[^\\p{L}]|$)
  생략|잘림|잘렸|변경 ?없|동일|그대로|변경되지
  обрезан|усечен|пропущен|опущен|скрыт|без изменений|не измен|как (?:прежде|было|раньше|выше)|та(?:кой|кая|кое) же|сокращен
  обрізан|пропущен|без змін|не змін|скорочен|опущен
  gekürzt|abgeschnitten|ausgelassen|weggelassen|unverändert|bleib(?:t|en)|wie (?:zuvor|bisher|oben|gehabt)|ausgeblendet
  tronqué|omis|masqué|inchangé|identique|sans (?:changement|modification)|coupé|abrégé
  truncad|omitid|recortad|sin cambios|sin modific|igual|se mantiene|permanece|inalterad|sem (?:alteraç|mudanç)|cortad|abreviad
  troncat|omess|tagliat|invariat|immutat|senza (?:modific|cambi)|rimane|resta (?:uguale|invari)
  ucięt|obcięt|pominięt|bez zmian|skrócon|niezmienion|takie? sam
  zkrácen|vynechán|beze? zm[eě]n|nezmeněn|nezměněn|skrátené|vynechan|bez promj?ena|nepromijenjen
  kısaltıl|kesil|atlan|değişme|değişiklik yok|aynı|olduğu gibi
  اقتطاع|مقتطع|محذوف|اختصار|دون تغيير|بدون تغيير|كما (?:هو|هي|كان)|لم يتغير|حذف شد|کوتاه شد|بدون تغییر|بی‌تغییر|خلاصه شد|همان
  छोड़|अपरिवर्तित|यथावत|वही|बिना (?:बदलाव|परिवर्तन)|हटा
  lược bỏ|cắt bớt|đã cắt|không (?:thay )?đổi|giữ nguyên|bị cắt
  dipotong|dihilangkan|tidak berubah|tetap|sama seperti
  afgekapt|weggelaten|ingekort|ongewijzigd|blijft|utelämna|oförändra|förkorta|udeladt|uændre|utelatt|uendret|muuttumat|jätetty pois
  trunchiat|omis|neschimbat|αμετάβλητ|παραλείπ|περικόπ|változatlan|kihagyva|csonkolva
  ไม่เปลี่ยน|เหมือนเดิม|ตัดออก|ละไว้|ללא שינוי|הושמט|נחתך
`);

/** What it was: the output, the document, a section. */
const WHAT = family(`
  \\b(?:output|contents?|text|file|document|response|results?|message|sections?|paragraphs?|code|data|body|log|lines?|pages?|characters?|tokens?|chapters?|specification|items?|part|table)\\b
  内容|內容|正文|文本|输出|輸出|文件|文档|文檔|部分|章节|段落|代码|字符|行|消息|原文
  出力|内容|本文|文書|ファイル|部分|セクション|章|行|コード|文字
  출력|내용|본문|문서|파일|부분|섹션|코드|텍스트|줄
  вывод|текст|содержани|содержим|част|файл|документ|раздел|строк|код|символ|сообщени
  вивід|зміст|вміст|частин|розділ|рядк
  Ausgabe|Inhalt|Text|Datei|Dokument|Abschnitt|Zeile|Zeichen|Teil|Kapitel
  sortie|contenu|texte|fichier|section|ligne|partie|chapitre|réponse
  salida|contenid|texto|archivo|documento|secci|línea|parte|saída|conteúdo|arquivo|ficheiro|seç|linha|respuesta|resposta
  uscita|contenuto|testo|sezion|righe|capitol|risposta
  wynik|treść|treści|tekst|plik|dokument|sekcj|rozdział|część|wiersz
  výstup|obsah|soubor|súbor|oddíl|část|časť|řádk|sadržaj|datotek
  çıktı|içerik|metin|metni|belge|bölüm|dosya|satır|kısm
  المخرجات|المحتو|النص|المستند|الوثيقة|الملف|القسم|الأقسام|الأسطر|خروجی|محتوا|متن|سند|بخش|فایل|سطر
  सामग्री|पाठ|दस्तावेज|अनुभाग|फ़ाइल|भाग|पंक्ति
  nội dung|văn bản|tài liệu|tệp|mục|phần|dòng
  keluaran|isi|teks|dokumen|berkas|bagian|baris
  uitvoer|inhoud|bestand|sectie|hoofdstuk|regel|innehåll|avsnitt|rader|filen|indhold|afsnit|innhold|sisältö|tiedosto
  conținut|fișier|secțiun|περιεχόμεν|κείμεν|έγγραφ|ενότητ|tartalom|szöveg|fájl|szakasz
  เนื้อหา|ข้อความ|เอกสาร|ส่วน|ไฟล์|תוכן|טקסט|מסמך|קובץ|סעיפים
`);

/** That it goes on elsewhere: in the next message, in part 2. */
const CONTINUED = family(`
  \\b(?:continu(?:ed|es|ing)|to be continued)\\b[^\\n]{0,12}\\b(?:in|with|by) [^\\n]{0,20}\\b(?:message|response|reply|answer|part|post|output)\\b
  (?:下一|后续|下)(?:条|個|个)?(?:消息|回复|回答)(?:中)?继续|(?:未完)?待续|次の(?:メッセージ|回答|返信)(?:に|で)(?:続|つづ)|다음 (?:메시지|답변|응답)에(?:서)? 계속
  продолж\\S* в (?:следующ\\S* )?(?:сообщени|ответ|част)|(?:fortsetzung|fortgesetzt|weiter)[^\\n]{0,12}(?:nächsten|folgenden) (?:nachricht|antwort)
  suite dans (?:le |la )?(?:prochain|message|réponse)|contin[uú]a\\S* en (?:el |la )?(?:siguiente|próxim)|continua (?:na|no) (?:próxim|seguinte)|continua nel prossimo
`);

/** A thing that a converter reads: a page, an image, a table, a formula. */
const THING = family(`
  \\b(?:page|image|picture|figure|table|formula|equation|chart|diagram|slide|attachment|footnote|scan|photo|graphic|object|text|content)s?\\b
  页|頁|图片|圖片|图像|圖像|表格|公式|附件|图表|扫描
  ページ|画像|図版|図表|数式|添付|表(?=の|が|は)
  페이지|이미지|그림|표(?=[를가는 ])|수식|첨부
  страниц|изображени|рисун|таблиц|формул|вложени|картинк|сторінк|зображенн|малюн
  \\b(?:Seite|Bild|Abbildung|Tabelle|Formel|Grafik|Anhang)
  \\b(?:página|imagen|imagem|figura|tabla|tabela|fórmula|gráfic|anexo|adjunto|tableau|formule|pièce jointe|pagina|immagine|tabella|allegato)
  \\b(?:stron[ay]|obraz|rysun|tabel|wzór|stránk|obrázek|obrázok|tabulk|sayfa|resim|görüntü|görsel|şekil|tablo)
  صفحة|الصفحة|صورة|الصورة|جدول|الجدول|شكل|صفحه|تصویر
  पृष्ठ|चित्र|तालिका|छवि|trang|hình ảnh|\\bhình\\b|bảng|halaman|gambar|tabel|afbeelding|sida|bild|tabell|หน้า|รูปภาพ|ตาราง|עמוד|תמונה|טבלה
`);

/** That it could not be had. */
const LOST = family(`
  \\b(?:missing|fail(?:ed|ure)?|could ?n[o']t|can ?n[o']t|unable|unreadable|illegible|unsupported|lost|not (?:decoded|found|available|converted|extracted|recogni[sz]ed|rendered|supported|loaded|readable|transcribed|processed|parsed)|unavailable|decod(?:e|ing) error|(?:ocr|conversion|extraction|parse|render(?:ing)?) (?:error|failed)|intentionally omitted)\\b
  缺失|缺少|失败|失敗|无法|無法|未能|丢失|不可读|无法识别|未识别|识别错误|加载失败
  欠落|失敗|できません|できませんでした|読み取れ|判読不能|抽出不可|認識不可|見つかりません
  누락|실패|불가|할 수 없|판독|찾을 수 없|없습니다
  отсутству|не удалось|не распозна|потерян|недоступ|не найден|нечитаем|відсутн|не вдалося|не розпізна|недоступн
  fehlt|fehlend|fehlgeschlagen|nicht (?:lesbar|gefunden|verfügbar|erkannt|konvertiert|extrahiert|gelesen)|unleserlich|konnten? nicht
  manquant|échec|échoué|illisible|impossible|introuvable|non (?:reconnu|disponible|convert|extrait)|n'a pas pu
  \\bfalta(?:nte)?\\b|no se (?:pudo|encontr)|ilegible|no (?:disponible|reconocid)|fall(?:o|ó) |ausente|falhou|não (?:foi|pôde|disponível|encontrad|reconhecid)|ilegível
  mancante|illeggibile|impossibile|non (?:riconosciut|disponibile|trovat|convertit|è stat)
  \\bbrak\\b|brakując|nie udało|nieczyteln|nie można|nie (?:znaleziono|rozpoznano)|chybí|chýba|nelze|nečiteln|nepodařilo|nebyl[ao]? (?:rozpozn|nalez)
  eksik|okunamad|okunamıyor|başarısız|bulunamad|tanınamad|dönüştürülemed
  مفقود|تعذر|فشل|غير (?:متوفر|مقروء|موجود|مدعوم)|ناموجود|خوانده نشد|تبدیل نشد|ناخوانا|یافت نشد
  अनुपलब्ध|विफल|नहीं (?:मिल|पढ़|हो)|अपठनीय|thiếu|không (?:thể|đọc|tìm thấy|nhận)|thất bại|hilang|gagal|tidak (?:dapat|terbaca|ditemukan|tersedia)
  ontbreekt|onleesbaar|mislukt|niet (?:gevonden|beschikbaar|leesbaar|herkend)|saknas|oläslig|misslyckades|kunde inte
  หายไป|ไม่สามารถ|ล้มเหลว|ไม่พบ|חסר|נכשל|לא ניתן
`);

const DECLINED = /\bintentionally (?:left )?blank\b|\bto scale\b|\?|\b(?:may|must|shall|should|will|if|when)\b/iu;

const EXACT =
  /^(?:<!-- ?(?:image|picture|formula-not-decoded|missing-text|PageBreak|PageNumber="[^"]*"|PageHeader="[^"]*"|PageFooter="[^"]*") ?-->|\{\d{1,4}\}-{20,}|\+\+\+ ==WARNING: [^\n]{4,80}==|\*{0,2}==> (?:picture|image|table|graphic)[^\n]{2,80}<==\*{0,2}|\*{0,2}-{3,5} (?:Start|End) of picture text -{3,5}\*{0,2}(?:<br>)?|--More-- ?\(\d{1,3}%\)|<response clipped>[^\n]{0,160}|\[type (?:text )?here\]|\[type the [a-z ]{4,40}\]|\[Message clipped\][^\n]{0,40}|\[cid:[^\]\n]{4,80}\]|\[(?:image|inline image|imagen|imagem|immagine|图片|画像|이미지|изображение)(?: \d{1,3})?: [^\]\n]{1,60}\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf)\])$/iu;

const FRAMES: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['[', ']'],
  ['(', ')'],
  ['【', '】'],
  ['（', '）'],
  ['〔', '〕'],
  ['［', '］'],
  ['{', '}'],
  ['<', '>'],
];

const DOTS = /^(?:\.{3,6}|…{1,2}|⋯{1,2}) ?| ?(?:\.{3,6}|…{1,2}|⋯{1,2})$/gu;
const RULES = /^(?:-{2,5}|={2,5}|~{2,5}|\*{3,5}) (.{4,}?) (?:-{2,5}|={2,5}|~{2,5}|\*{3,5})$/u;

interface Framed {
  readonly text: string;
  /** Dots stand before or behind the words. */
  readonly dots: boolean;
  readonly bracket: boolean;
}

/** What stands in the frame of a line that is one whole note; null where it has none. */
function framed(line: string): Framed | null {
  let text = line
    .replace(/^(?:\/\/+|\/\*|#{1,2}(?= ?(?:\.{3}|…|\[|\())|--(?= ?(?:\.{3}|…|\[)))\s*|\s*\*\/$/gu, '')
    .replace(/^[*_~]{1,3}|[*_~]{1,3}$/gu, '')
    .trim();
  let dots = false;
  let bracket = false;
  for (let i = 0; i < 4; i++) {
    const before = text;
    const rule = RULES.exec(text);
    if (rule) {
      text = rule[1]!.trim();
      bracket = true;
      continue;
    }
    text = text.replace(DOTS, () => {
      dots = true;
      return '';
    });
    for (const [open, close] of FRAMES)
      if (text.startsWith(open) && text.endsWith(close) && text.length > open.length + close.length + 2) {
        const inner = text.slice(open.length, text.length - close.length);
        if (inner.includes(open) || inner.includes(close)) return null;
        text = inner.trim().replace(/^[*_]{1,3}|[*_]{1,3}$/gu, '');
        bracket = true;
        break;
      }
    if (text === before) break;
  }
  return dots || bracket ? { text, dots, bracket } : null;
}

/** Longest line that can be a note in a frame, and the longest in it. */
const NOTE = { units: 140, least: 4 };
/** A list of two things is no note: `[section, page]`. */
const SENTENCE = /[.!?。！？;；]\s*\S/u;

/** Whether a line (trimmed) is a note that a tool put in place of something: the rest of a text, a page, an image. */
export function saysInstead(line: string): boolean {
  if (line.length > NOTE.units || line.length < NOTE.least) return false;
  if (EXACT.test(line)) return true;
  const note = framed(line);
  if (note === null || note.text.length < NOTE.least) return false;
  const { text, dots, bracket } = note;
  // names in code and addresses are no words
  if (/[=@\\]|:\/\/|_\w/u.test(text) || SENTENCE.test(text)) return false;
  if (CONTINUED.test(text)) return true;
  const rest = REST.test(text);
  if (GONE.test(text) && (rest || (bracket && WHAT.test(text) && !DECLINED.test(text)))) return true;
  if (dots && rest && WHAT.test(text)) return true;
  return bracket && text.length <= 80 && THING.test(text) && LOST.test(text) && !DECLINED.test(text);
}

/** "Click or tap here to enter text.": what a word processor shows where a form was to be filled in. */
const CLICK = family(`
  \\b(?:click|tap|press)\\b[^\\n]{0,12}\\bhere\\b[^\\n]{0,12}\\b(?:enter|add|type|insert|edit)\\b
  (?:klicken|tippen)[^\\n]{0,24}hier[^\\n]{0,20}(?:eingeben|einzugeben|hinzu)
  (?:cliquez|appuyez|touchez)[^\\n]{0,16}ici[^\\n]{0,16}(?:entrer|taper|saisir|ajouter)
  (?:haga clic|pulse|haz clic)[^\\n]{0,16}aqu[ií][^\\n]{0,16}(?:escribir|introducir|especificar|agregar)
  clique[^\\n]{0,16}aqui[^\\n]{0,16}(?:introduzir|inserir|digitar|escrever)
  (?:fare clic|toccare|clicca)[^\\n]{0,16}qui[^\\n]{0,20}(?:immettere|inserire|scrivere)
  (?:klik|tik)[^\\n]{0,16}hier[^\\n]{0,20}(?:in te voeren|tekst|typen)
  (?:kliknij|naciśnij)[^\\n]{0,20}(?:tutaj|tu|miejsce)[^\\n]{0,20}(?:wprowadzić|wpisać)
  (?:klikněte|kliknite|klepněte)[^\\n]{0,20}(?:sem|sem)[^\\n]{0,20}(?:zadejte|zadajte|napište)
  (?:щелкните|щёлкните|нажмите|место для ввода)[^\\n]{0,20}(?:ввести|ввода|текста)
  (?:клацніть|натисніть)[^\\n]{0,20}(?:ввести|вводу)
  (?:tıklayın|tıklayıp|dokunun)[^\\n]{0,12}(?:girin|yazın)|metin girmek için[^\\n]{0,20}(?:tıkla|dokun)
  (?:单击|點選|点击|按一下)[^\\n]{0,12}(?:此处|此處|這裡|这里)[^\\n]{0,6}(?:输入|輸入)
  (?:クリック|タップ)[^\\n]{0,12}(?:入力)(?:して|し)
  (?:클릭|탭)[^\\n]{0,12}(?:입력)(?:하|해)
  (?:انقر|اضغط)[^\\n]{0,16}هنا[^\\n]{0,16}(?:لإدخال|لكتابة|إدخال)
  (?:klicka|tryck|klik|tryk|klikk|trykk)[^\\n]{0,16}(?:här|her)[^\\n]{0,20}(?:skriva|ange|angive|skrive)
  (?:bấm|nhấn|nhấp)[^\\n]{0,16}(?:đây)[^\\n]{0,12}(?:nhập)
  (?:klik|ketuk)[^\\n]{0,16}(?:di sini)[^\\n]{0,16}(?:memasukkan|mengetik)
`);
const CHOOSE =
  /^(?:choose an item|choose a building block|click (?:or tap )?to (?:enter|add) (?:a date|text|title|subtitle|notes)|wählen sie ein element aus|choisissez un élément|elija un elemento|escolha um item|scegliere un elemento|kies een item|wybierz element|выберите элемент|选择一项|選擇一個項目|アイテムを選択してください|항목을 선택하세요|bir öğe seçin|zvolte položku|välj ett objekt|اختر عنصر(?:ا|ًا)?)[.。]?$/iu;
/** What was to be entered. */
const ENTERED =
  /\btext|\btexto|\btexte|\btesto|\btekst|\btexte?\b|\bdat(?:e|um|a|ę)\b|\bfecha\b|текст|дат[уы]|metin|tarih|文字|文本|日期|テキスト|日付|텍스트|날짜|نص|تاريخ|văn bản|\bteks|tanggal|title|titel|titre|título/iu;

/** Whether a text (trimmed, from its first word) is the prompt of a field that nobody filled in. */
export function isPrompt(line: string): boolean {
  if (line.length > 92 || line.length < 6) return false;
  const text = line.replace(/[*_\])>]{1,3}$/gu, '');
  return CHOOSE.test(text) || (CLICK.test(text) && ENTERED.test(text) && !/[`<>/=]/u.test(text));
}
