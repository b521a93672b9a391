/**
 * What tools and assistants say around a text, in the languages that they speak. None of these words decides alone: a check
 * asks where they stand (a whole line, the first or the last paragraph) and what stands next to them.
 */

const words = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/u)
    .join('|');

/** "Of course!", "好的，": how an answer begins. A mark must follow. */
export const ASSENT: RegExp = new RegExp(
  `^(?:${words(`
    sure(?: thing)?
    certainly
    of course
    absolutely
    got it
    understood
    no problem
    (?:great|good) (?:question|idea)
    (?:i'd|i would) be (?:happy|glad) to(?: help)?
    happy to help
    好的
    好
    当然(?:可以)?
    當然(?:可以)?
    没问题
    沒問題
    明白了
    はい
    もちろん(?:です)?
    承知(?:いた)?しました
    了解(?:しました|です|いたしました)
    かしこまりました
    네
    예
    물론(?:입니다|이죠|이지요)?
    알겠습니다
    конечно
    разумеется
    хорошо
    безусловно
    понял
    звичайно
    звісно
    добре
    gerne
    natürlich
    klar
    selbstverständlich
    sicher
    bien sûr
    certainement
    d'accord
    avec plaisir
    absolument
    claro(?: que sí)?
    por supuesto
    desde luego
    con (?:mucho )?gusto
    com certeza
    certamente
    claro que sim
    certo
    naturalmente
    oczywiście
    jasne
    elbette
    tabii(?: ki)?
    بالتأكيد
    بالطبع
    حسن(?:ا|ًا|اً)
    البته
    حتم(?:ا|اً|ًا)
    ज़रूर
    बिल्कुल
    जी हाँ
    chắc chắn(?: rồi)?
    tất nhiên(?: rồi)?
    vâng
    tentu(?: saja)?
    baik
    natuurlijk
    zeker
    självklart
    jistě
    samozřejmě
    bineînțeles
    desigur
    βεβαίως
    φυσικά
    בוודאי
    בטח
    แน่นอน(?:ครับ|ค่ะ)?
  `)})(?: ?[!,.:！，。、：،—–-]|$)`,
  'iu',
);

/** "Here is", "以下是". */
export const PRESENTS: RegExp = new RegExp(
  words(`
    \\bhere(?:'s| is| are)\\b
    \\bbelow (?:is|are|you(?:'ll| will) find)\\b
    \\bi(?:'ve| have) (?:updated|revised|rewritten|created|written|drafted|prepared|translated|added|made|put together|converted|summari[sz]ed)\\b
    以下(?:是|为|為)
    下面是
    这(?:里)?是
    這(?:裡)?是
    我已(?:经)?
    根据(?:您|你)的
    根據(?:您|你)的
    以下(?:は|に|が)
    こちら(?:が|は)
    다음은
    다음과 같습니다
    아래는
    여기
    (?:^|[ !,.])вот
    ниже (?:приведен|представлен|находится)
    (?:^|[ !,.])ось
    нижче (?:наведено|подано)
    \\bhier (?:ist|sind|kommt|finden sie)\\b
    \\b(?:nachfolgend|unten) finden
    \\bvoici\\b
    \\bci-dessous
    aquí (?:tienes|está|están|tiene)
    a continuación
    aqui está
    segue (?:abaixo|a |o )
    abaixo está
    \\becco\\b
    di seguito
    \\boto\\b
    poniżej
    \\bişte\\b
    aşağıda
    إليك
    فيما يلي
    در (?:ادامه|اینجا|زیر)
    (?:यहाँ|यहां|नीचे)
    dưới đây là
    đây là
    berikut
    hieronder
    här (?:är|kommer)
    zde je
    níže
    iată
    εδώ είναι
    ακολουθεί
    הנה
    นี่คือ
  `),
  'iu',
);

/** Words for a text that was made on request: updated, complete, as you asked. */
export const MADE: RegExp = new RegExp(
  words(`
    \\b(?:updated|revised|rewritten|corrected|improved|complete|completed|full|final|refined|cleaned|requested|translated|generated|polished|reformatted|merged|formatted|draft)\\b
    \\byou(?:r)? (?:asked|requested|request|wanted|document|text|specification)
    (?:更新|修改|修订|修訂|完整|优化|優化|翻译|翻譯|整理|润色|改写|生成|调整)(?:后|後|好|版|的)?
    (?:您|你)(?:要求|需要|要)
    (?:更新|修正|改訂|完全|翻訳|改善|作成|ご依頼|ご要望)
    (?:수정|업데이트|완성|전체|번역|요청|개선|정리)
    (?:обновл|исправл|полн|перев|доработ|запрош|переработ)
    (?:оновл|виправл|повн|перекл|запит)
    (?:aktualisiert|überarbeitet|vollständig|korrigiert|übersetzt|gewünscht|angefordert)
    (?:mise? à jour|révisé|compl(?:et|ète)|corrigé|traduit|demandé)
    (?:actualizad|revisad|complet|corregid|traducid|solicit|pedid)
    (?:atualizad|revisad|complet|corrigid|traduzid|solicitad)
    (?:aggiornat|rivist|complet|corrett|tradott|richiest)
    (?:zaktualizowan|poprawion|pełn|przetłumaczon)
    (?:güncellenmiş|düzeltilmiş|tam|istediğiniz|çevrilmiş)
    (?:المحدث|المعدل|الكامل|المطلوب|المنقح)
    (?:به‌روز|اصلاح|کامل|درخواست)
    (?:अद्यतन|संशोधित|पूरा|पूर्ण)
    (?:cập nhật|chỉnh sửa|hoàn chỉnh|đầy đủ)
    (?:diperbarui|direvisi|lengkap)
    (?:bijgewerkt|volledige|herzien)
    (?:aktualizovan|opraven|kompletn)
    (?:ενημερωμέν|αναθεωρημέν|διορθωμέν|πλήρ|ολοκληρωμέν|τελικ|βελτιωμέν)
    (?:מעודכנ|מתוקנ|המלא|סופי)
    (?:ปรับปรุง|แก้ไข|สมบูรณ์|ฉบับเต็ม)
    (?:uppdatera|revidera|fullständig|slutlig|opdatere|oppdater|revidere|fuldstænd|fullstend|endelig)
    (?:päivite|korjat|lopulli|täydelli|frissített|javított|teljes|végleges)
    (?:actualizat|revizuit|corectat|актуализиран|поправен|ažuriran|ispravljen|potpun)
  `),
  'iu',
);

/** The machine speaks of itself, or refuses. */
export const AS_A_MACHINE: RegExp = new RegExp(
  words(`
    ^(?:i'm sorry,? but |i apologi[sz]e,? but |unfortunately,? )?as an? (?:ai|artificial intelligence|large language model|ai language model|language model)\\b
    ^i(?:'m| am) (?:sorry,? (?:but )?i (?:can't|cannot|can not|am unable)|unable to (?:assist|help|fulfil))
    ^i (?:can't|cannot) (?:assist|help) with
    ^(?:抱歉，?|很抱歉，?|对不起，?)?(?:作为|身为)(?:一个|一名|一款)?(?:ai|人工智能|大型?语言模型|语言模型)
    ^(?:申し訳(?:ありません|ございません)が、?)?(?:私は)?(?:ai|大規模言語モデル|言語モデル)(?:アシスタント)?として
    ^(?:죄송(?:합니다|하지만)[,.]? ?)?(?:저는 )?(?:ai|인공지능|언어 모델)(?: 언어)?(?: 모델| 어시스턴트)?(?:로서|로써|이므로)
    ^(?:извините,? (?:но )?)?(?:я,? )?как (?:языковая модель|ии\\b|искусственный интеллект|большая языковая)
    ^(?:як (?:мовна модель|ші\\b|штучний інтелект))
    ^als (?:ki|ai|künstliche intelligenz|sprachmodell|großes sprachmodell)\\b
    ^(?:je suis désolée?,? mais )?en tant qu(?:e |')(?:ia\\b|intelligence artificielle|modèle de langage|assistant ia)
    ^(?:lo siento,? (?:pero )?)?como (?:un |una )?(?:modelo de lenguaje|ia\\b|inteligencia artificial|asistente de ia)
    ^(?:desculpe,? (?:mas )?)?como (?:um |uma )?(?:modelo de linguagem|ia\\b|inteligência artificial|assistente de ia)
    ^(?:mi dispiace,? (?:ma )?)?(?:come|in quanto) (?:un )?(?:modello linguistico|modello di linguaggio|ia\\b|intelligenza artificiale)
    ^jako (?:model językowy|ai\\b|sztuczna inteligencja|jazykový model|umělá inteligence)
    ^bir (?:yapay zeka|dil modeli)(?: dil modeli)? olarak
    ^(?:عذر(?:ا|ًا)،? )?(?:بصفتي|كوني|كنموذج) (?:نموذج|ذكاء|لغوي|مساعد)
    ^(?:به عنوان) (?:یک )?(?:هوش مصنوعی|مدل زبانی)
    ^(?:एक )?(?:एआई|ai|कृत्रिम बुद्धिमत्ता|भाषा मॉडल)(?: भाषा मॉडल)? के (?:रूप में|नाते)
    ^(?:là|với tư cách là) một (?:mô hình ngôn ngữ|trí tuệ nhân tạo|ai\\b)
    ^sebagai (?:model bahasa|ai\\b|kecerdasan buatan)
    ^als (?:een )?(?:ai-taalmodel|taalmodel|kunstmatige intelligentie)
  `),
  'iu',
);

/** What an assistant offers when it is done. */
export const OFFER: RegExp = new RegExp(
  `^(?:[^.!?。！？]{0,60}[.!?。！？] ?)?(?:${words(`
    (?:please )?let me know if (?:you(?:'d| would)? (?:like|need|want|prefer)|there(?:'s| is| are) any(?:thing)?|anything|any (?:changes|adjustments|further)|further|this)
    would you like me to
    do you want me to
    shall i (?:also|go|add|continue)
    i hope this (?:helps|meets)
    hope this helps
    feel free to (?:ask|let me know)
    is there anything else
    if you(?:'d| would)? (?:like|want|need)[^.!?]{0,60},? i can
    (?:just )?let me know (?:how|what|which)[^.!?]{0,40}(?:you'd like|to (?:adjust|change|proceed))
    i can (?:also|further) (?:help|provide|generate|create|expand|add|adapt|tailor)
    (?:i'm |i am )?happy to (?:help|adjust|revise|refine|expand|make)
    如(?:果)?(?:您|你)?(?:还)?(?:需要|有|想)[^。！？]{0,40}(?:告诉我|告知我|我可以|我会|让我知道|联系我)
    如(?:果)?(?:您|你)?(?:還)?(?:需要|有|想)[^。！？]{0,40}(?:告訴我|告知我|我可以|讓我知道)
    希望(?:这|這|以上)(?:份|个|個)?(?:文档|文檔|回答|内容|內容|版本|修改|信息|说明|解释|方案)?[^。！？]{0,2}(?:对|對|能|帮|幫)[^。！？]{0,12}(?:帮助|幫助|有用|您|你)
    (?:您|你)?(?:需要|想要?)我[^。！？]{0,30}吗
    需要我[^。！？]{0,30}嗎
    [^。！？]{0,30}(?:あれば|ましたら|場合は|でしたら|でも)[^。！？]{0,20}(?:お知らせ|お申し付け|おっしゃって|お声がけ|教えて)ください
    [^。！？]{0,30}お役に立て(?:れば|ば)
    (?:추가|더|혹시|다른|필요)[^.。!?]{0,40}(?:말씀해 ?주세요|알려 ?주세요|요청해 ?주세요)
    [^.。!?]{0,20}도움이 되(?:었|길|셨|기를)
    (?:пожалуйста,? )?(?:дайте|дай)(?: мне)? знать,? (?:если|что)
    сообщите(?: мне)?,? если
    если (?:нужно|хотите|потребуется|вам|у вас|понадобится)[^.!?]{0,60}(?:дайте знать|скажите|могу|сообщите|готов)
    надеюсь,? (?:это|что)
    (?:хотите|нужно ли),? чтобы я
    (?:дайте(?: мені)? знати|повідомте(?: мене)?),? якщо
    якщо (?:потрібно|бажаєте|у вас)[^.!?]{0,60}(?:дайте знати|можу|повідомте)
    сподіваюся,? (?:це|що)
    (?:lassen sie|lass) (?:es )?mich wissen
    (?:sagen sie|sag|geben sie|gib) mir (?:gerne |einfach |bitte )?(?:bescheid|wenn|ob)
    wenn (?:sie|du) (?:möchten|möchtest|wünschen|willst|wollen|noch|weitere)[^.!?]{0,60}(?:kann ich|lassen sie|sagen sie|sag|gib)
    (?:soll ich|möchten sie,? dass ich|möchtest du,? dass ich)
    ich hoffe,? (?:das|dies|dass)[^.!?]{0,30}hilf
    n'hésitez pas à (?:me|demander|poser)
    (?:souhaitez|voulez|veux|souhaites)[ -](?:vous|tu)(?: que)? (?:que )?j
    (?:dites|dis)-moi si
    (?:faites|fais)-(?:le )?moi savoir
    (?:si vous (?:souhaitez|voulez|avez besoin))[^.!?]{0,60}(?:je peux|dites-moi|faites-le-moi)
    j'espère que (?:cela|ça|ceci)
    (?:avísame|házmelo saber|hazme saber|dime|déjame saber|hágame saber|avíseme)(?: si|$|,| qué)
    ¿(?:quieres|quiere|te gustaría|le gustaría|desea|deseas|necesitas) (?:que|algo)
    espero que (?:esto|te|le|isso|ajude)
    si (?:quieres|necesitas|deseas|desea|necesita|quiere)[^.!?]{0,60}(?:puedo|avísame|házmelo|dime|hágamelo)
    (?:me avise|avise-me|me diga|diga-me|me informe)(?: se|$|,)
    (?:gostaria|quer|deseja) que eu
    se (?:quiser|precisar|desejar)[^.!?]{0,60}(?:posso|me avise|avise|é só)
    (?:fammi|mi faccia) sapere
    (?:vuoi|desidera|vorresti) che
    spero che (?:questo|ti|le|sia)
    se (?:vuoi|hai bisogno|desidera|desideri)[^.!?]{0,60}(?:posso|fammi|mi faccia)
    daj(?:cie)?(?: mi)? znać
    (?:czy )?chcesz,? (?:abym|żebym)
    mam nadzieję,? że (?:to )?(?:pom|się)
    (?:jeśli|jeżeli) (?:chcesz|potrzebujesz)[^.!?]{0,60}(?:mogę|daj)
    (?:lütfen )?(?:bana )?(?:bildirin|haber verin|söyleyin)
    [^.!?]{0,60}(?:lütfen )?bana (?:bildirin|haber verin|söyleyin)
    umarım (?:bu )?(?:yardımcı|işinize)
    أخبرني (?:إذا|إن|لو)
    (?:هل تريد(?:ني)?|هل ترغب|هل تود) (?:أن|في|مني)
    (?:آمل|أتمنى) أن (?:يكون|تكون)
    إذا (?:كنت|أردت|احتجت|رغبت)[^.!؟]{0,60}(?:أخبرني|يمكنني|فأخبرني|أعلمني)
    (?:اگر|در صورت)[^.!؟]{0,60}(?:به من بگو|اطلاع ده|می‌توانم|بفرمایید)
    امیدوارم (?:این|که)
    (?:यदि|अगर)[^।?]{0,60}(?:मुझे बताएं|मुझे बताएँ|बता दें|मैं)
    (?:hãy|vui lòng) cho tôi biết
    (?:nếu bạn)[^.!?]{0,60}(?:cho tôi biết|tôi có thể)
    bạn có muốn tôi
    hy vọng (?:điều )?(?:này|những)
    (?:beri ?tahu|kabari) saya
    jika (?:anda|kamu)[^.!?]{0,60}(?:beri ?tahu|saya (?:bisa|dapat))
    (?:apakah )?(?:anda|kamu) ingin saya
    semoga (?:ini )?(?:membantu|bermanfaat)
    laat (?:het )?(?:me|mij)(?: gerust)? weten
    (?:wilt u|wil je) dat ik
    (?:dejte|dej) (?:mi )?vědět
    (?:låt mig veta|hör av dig)
    (?:spuneți-mi|spune-mi|anunță-mă) dacă
  `)})`,
  'iu',
);

/** "Error", as word processors write it before what they lost. */
export const LOST: readonly string[] = (
  'Error Fehler Erreur Erro Errore Fout Ошибка Помилка Грешка Памылка Błąd Chyba Fel Fejl Feil Virhe Hiba Hata Eroare Σφάλμα Greška ' +
  'Pogreška Napaka Klaida Kļūda Viga Villa ERROR 错误 错誤 錯誤 エラー 오류 خطأ خطا שגיאה Lỗi ข้อผิดพลาด Kesalahan Ralat त्रुटि Errorea Erreurs'
).split(' ');

/** What word processors write behind it: the source of a reference, a bookmark, a style, a link is not there. */
export const REFERENCE_LOST: RegExp = new RegExp(
  `^[ \\u00a0\\u202f]{0,2}(?:${words(`
    (?:reference source|bookmark|hyperlink reference) not (?:found|defined|valid)
    (?:not a valid|no) bookmark (?:self-reference|name given)?
    no text of specified style in document
    (?:unknown|no) document property
    (?:not|invalid) (?:a )?valid link
    (?:main document only|unknown switch argument|objects cannot be created from editing field codes)
    (?:verweisquelle konnte nicht gefunden|verweis nicht gefunden|textmarke nicht definiert|hyperlink-referenz ungültig|kein text mit angegebener formatvorlage|unbekannter name für dokument)
    (?:source (?:du renvoi|de la référence) (?:introuvable|non trouvée)|signet non défini|référence de lien hypertexte non valide|il n['’]y a pas de texte)
    (?:no se (?:encuentra|encontró|ha encontrado) el origen de la referencia|marcador no definido|referencia de hipervínculo no válida|no hay texto con el estilo)
    (?:fonte de referência não encontrada|origem d[ae] referência não (?:foi )?encontrada|a origem da referência não|indicador não definido|marcador não definido|a referência de hiperligação|nenhum texto com o estilo|não existe (?:nenhum )?texto)
    (?:l['’]origine riferimento non è stata trovata|sorgente del riferimento non trovata|il segnalibro non è definito|riferimento a collegamento ipertestuale non valido|nel documento non esiste testo)
    (?:verwijzingsbron niet gevonden|bladwijzer niet gedefinieerd|geen tekst met de opgegeven stijl)
    (?:источник (?:ссылки|перекр[её]стной ссылки) не найден|закладка не определена|недопустимый объект гиперссылки|текст указанного стиля)
    (?:джерело (?:посилання|перехресного посилання) не знайдено|закладку не визначено)
    (?:източникът на препратката не е намерен|показалецът не е дефиниран)
    (?:nie można odnaleźć źródła odwołania|nie znaleziono źródła (?:odwołania|odniesienia)|nie zdefiniowano zakładki)
    (?:nenalezen zdroj odkazů|zdroj odkazu nebyl nalezen|záložka není definována|nenašiel sa žiaden zdroj odkazov|záložka nie je definovaná)
    (?:hittar inte referenskälla|det går inte att hitta någon referenskälla|bokmärket är inte definierat|referenskällan hittades inte)
    (?:henvisningskilde(?:n)? (?:blev )?ikke fundet|bogmærke er ikke defineret|fant ikke referansekilden|bokmerke er ikke definert)
    (?:viitteen lähdettä ei löytynyt|kirjanmerkkiä ei ole määritetty)
    (?:a hivatkozási forrás nem található|a könyvjelző nem létezik)
    (?:başvuru kaynağı bulunamadı|yer işareti tanımlanmamış)
    (?:fără sursă de referință|sursa de referință nu a fost găsită|marcaj în document nedefinit)
    (?:το αρχείο προέλευσης της αναφοράς δεν βρέθηκε|δεν έχει οριστεί σελιδοδείκτης)
    (?:izvor reference nije pronađen|knjižna oznaka nije|vira sklicevanja ni bilo mogoče|zaznamek ni definiran)
    (?:nerastas nuorodos šaltinis|nav atrasts atsauces avots|ei leia viiteallikat)
    未找到引用源
    引用源未找到
    未定义书签
    找不到參照來源
    尚未定義書籤
    参照元が見つかりません
    参照先が見つかりません
    ブックマークが(?:定義されていません|自己参照を行っています)
    참조 원본을 찾을 수 없습니다
    책갈피가 정의되어 있지 않습니다
    (?:لم يتم العثور على مصدر المرجع|الإشارة المرجعية غير معر)
    (?:منبع مرجع یافت نشد|نشانه تعریف نشده)
    (?:מקור ההפניה לא נמצא|הסימניה אינה מוגדרת)
    (?:không tìm thấy nguồn tham chiếu|thẻ đánh dấu không được xác định)
    (?:sumber referensi tidak ditemukan|bookmark tidak ditentukan|sumber rujukan tidak (?:dijumpai|ditemui))
    (?:ไม่พบแหล่งการอ้างอิง|ไม่ได้กำหนดบุ๊กมาร์ก)
    (?:संदर्भ स्रोत नहीं मिला|बुकमार्क परिभाषित नहीं)
  `)})[^\\n.!。！]{0,40}[.。!！]?`,
  'iu',
);

/** The same by the words that must meet in it, in translations that are not above: a reference, its source, that it is not there. */
export const REFERRED: RegExp =
  /refer|verwei|quer|renvoi|ссыл|посил|препрат|odwoł|odnies|odkaz|hivatk|viit|verwijz|hänvis|henvis|başvuru|atıf|tham chiếu|rujuk|sklic|αναφορ|παραπομπ|引用|参照|參照|참조|مرجع|ارجاع|הפני|संदर्भ|อ้างอิง/iu;
export const REFERRED_SOURCE: RegExp =
  /sourc|quell|orig[ei]n|fuente|fonte|источник|джерел|źródł|zdroj|forrás|lähde|bron|käll|kild|kaynak|nguồn|sumber|vir|izvor|πηγ|προέλευσ|源|元|來源|원본|مصدر|المصدر|منبع|מקור|स्रोत|แหล่ง/iu;
export const NOT_THERE: RegExp =
  /not found|not defined|nicht|introuv|non |no se|não|не |nie |nenal|nebyl|nenaš|nem |ei |niet|inte|ikke|hittar|bulunam|không|tidak|ni |nije|δεν|未|找不到|見つかり|없|찾을 수|لم |تعذر|نشد|لا |לא|नहीं|ไม่/iu;

/** Letters of any language, in the patterns below. */
const OPEN = '[\\[({<【（〔［]';
const CLOSE = '[\\])}>】）〕］]';
// no dot after it: two of them in a row could otherwise share a line of dots in many ways
const DOTS = '(?:\\.{3,6}(?!\\.)|…{1,2}(?!…)|⋯{1,2}(?!⋯))';
const LEAD = '(?:(?:\\/\\/|#|--|\\*|<!--|-|~|=){1,6} ?)?';

/** Units that are counted: 120 lines, 80 行. */
const COUNTED =
  '(?:lines?|rows?|characters?|chars?|bytes?|tokens?|words?|pages?|items?|entries|paragraphs?|sections?|[kM]B|行|字|字符|个字符|字元|頁|页|줄|행|자|글자|文字|строк[аи]?|символ\\w*|знак\\w*|рядк\\w*|символів|Zeilen?|Zeichen|Seiten|lignes?|caractères|líneas?|caracteres|linhas?|righe|caratteri|linii|wierszy|znaków|satır|karakter|سطر|سطور|أسطر|خط|حرف|पंक्तियाँ|dòng|baris|regels|tekens|rader|řádků)';

/** That something is not shown. */
const GONE =
  '(?:truncated|snipped|snip|clipped|elided|omitted|skipped|hidden|not shown|removed|collapsed|remaining|left out|more|省略|截断|截斷|略去|略|隐藏|未显示|切り捨て|切り詰め|생략|잘림|더|обрезан\\w*|пропущен\\w*|опущен\\w*|скрыт\\w*|ещё|еще|обрізано|пропущено|gekürzt|abgeschnitten|ausgelassen|weggelassen|weitere|tronqué\\w*|omis\\w*|masqué\\w*|supplémentaires|de plus|truncad\\w+|omitid\\w+|recortad\\w+|más|mais|troncat\\w+|omess\\w+|in più|altre|ucięt\\w*|obcięt\\w*|pominięt\\w*|więcej|kısaltıldı|kesildi|atlandı|daha|محذوف\\w*|مقتطع\\w*|أخرى|دیگر|छोड़ी गईं|và|lainnya|dihilangkan|weggelaten|afgekapt|utelämnade|zkráceno|vynecháno)';

/** What it was: the output, the rest of the document. */
const WHAT =
  '(?:output|content|contents|text|file|document|response|result|results|message|rest|remainder|remaining|section|sections|code|data|body|log|内容|正文|文本|输出|其余|剩余|余下|后续|文件|文档|部分|內容|輸出|出力|内容|残り|以降|本文|続き|출력|내용|나머지|이하|본문|вывод|текст|содержание|остаток|часть|файл|вивід|зміст|решта|Ausgabe|Inhalt|Text|Rest|Datei|sortie|contenu|texte|reste|suite|salida|contenido|texto|resto|saída|conteúdo|restante|uscita|contenuto|testo|wynik|treść|tekst|reszta|çıktı|içerik|metin|kalan\\w*|المخرجات|المحتوى|النص|الباقي|بقية|خروجی|محتوا|متن|ادامه|सामग्री|शेष|nội dung|phần còn lại|văn bản|keluaran|isi|sisa|uitvoer|inhoud|tekst|resten|innehåll|výstup|obsah|zbytek)';

/** Whole lines by which a tool says that it cut something; the first two need dots or a word for it beside the number. */
const TRUNCATED: readonly RegExp[] = [
  // ... (123 more lines)   [45 lines omitted]   … 12 Zeilen weggelassen …   （省略 20 行）
  new RegExp(
    `^${LEAD}${DOTS}? ?${OPEN}? ?${DOTS}? ?\\+?(?:以下|此处|此處|中间|其余|その他|残り|이하)?(?:${GONE} ?)?\\d[\\d,.]* ?(?:${GONE} ?)?${COUNTED}(?: ?${GONE})?[^.!?\\n]{0,24}?(?: ?${DOTS}| ?${CLOSE})+ ?(?:-->)?$`,
    'iu',
  ),
  new RegExp(
    `^${LEAD}(?:${DOTS} ?|${OPEN} ?${DOTS}? ?)+(?:and |und |et |y |и |並有)?\\+?(?:以下|此处|此處|中间|其余|その他|残り|이하)?(?:${GONE} ?)?\\d[\\d,.]* ?(?:${GONE} ?)?${COUNTED}(?: ?${GONE})?[^.!?\\n]{0,16}?(?: ?${CLOSE})*$`,
    'iu',
  ),
  // [truncated]   ...(truncated)   <snip>   --- snip ---   [output truncated]
  new RegExp(
    `^${LEAD}(?:${DOTS} ?)?${OPEN} ?(?:${DOTS} ?)?(?:[^\\s\\[\\](){}<>]{1,20} ){0,3}(?:truncated|snip|snipped|clipped)(?:[^\\[\\](){}<>\\n]{0,50})(?:${DOTS})? ?${CLOSE}(?: ?${DOTS})? ?(?:-->|-+)?$`,
    'iu',
  ),
  /^(?:-{2,} ?|={2,} ?|~{2,} ?|\*{2,} ?|8<-* ?)(?:snip|truncated|snipped)(?: ?-{2,}| ?={2,}| ?~{2,}| ?\*{2,}| ?-*>?8)$/iu,
  new RegExp(
    `^${DOTS} ?(?:(?:output|content|text|response|message|file|document|rest) )?(?:truncated|snipped|clipped)(?: ?${DOTS})?$`,
    'iu',
  ),
  // [内容已截断]   [rest of the document omitted]   (Ausgabe gekürzt)
  new RegExp(
    `^${LEAD}(?:${DOTS} ?)?${OPEN} ?(?:${DOTS} ?)?[^\\[\\](){}<>\\n]{0,24}${WHAT}[^\\[\\](){}<>\\n]{0,40}(?:truncated|omitted|clipped|snipped|for brevity|unchanged|省略|截断|截斷|略去|隐藏|切り捨て|切り詰め|생략|잘림|잘렸|обрезан|пропущен|опущен|скрыт|обрізан|пропущен|gekürzt|abgeschnitten|ausgelassen|weggelassen|unverändert|tronqué|omis|masqué|inchangé|truncad|omitid|recortad|sin cambios|sem alterações|troncat|omess|invariat|ucięt|obcięt|pominięt|kısaltıldı|kesildi|atlandı|اقتطاع|مقتطع|حذف|محذوف|حذف شد|छोड़|lược bỏ|cắt bớt|dipotong|dihilangkan|afgekapt|weggelaten|ingekort|utelämna|zkrácen|vynechán)[^\\[\\](){}<>\\n]{0,30}${CLOSE}(?: ?${DOTS})? ?(?:-->)?$`,
    'iu',
  ),
  // [truncado]   [усечено]
  new RegExp(
    `^(?:${DOTS} ?)?${OPEN} ?(?:${DOTS} ?)?(?:truncado|truncada|troncato|tronqué|gekürzt|обрезано|усечено|обрізано|截断|已截断|截斷|已截斷|内容省略|잘림|생략됨|kısaltıldı|ucięto|zkráceno|afgekapt|مقتطع|تم الاقتطاع|را کوتاه شده|đã cắt|dipotong)(?: ?${DOTS})? ?${CLOSE}(?: ?${DOTS})?$`,
    'iu',
  ),
  // ... rest of the document remains unchanged ...   // ... existing content ...
  new RegExp(
    `^${LEAD}(?:${OPEN} ?)?${DOTS} ?${OPEN}? ?(?:the )?(?:rest|remainder) of (?:the )?[^.\\n]{1,50}?(?: ?${DOTS}| ?${CLOSE})* ?(?:-->)?$`,
    'iu',
  ),
  new RegExp(
    `^${LEAD}${OPEN} ?(?:the )?(?:rest|remainder) of (?:the |this )?(?:document|file|section|text|content|specification|page|code)[^.\\n]{0,50}${CLOSE} ?(?:-->)?$`,
    'iu',
  ),
  new RegExp(
    `^${LEAD}(?:${OPEN} ?)?${DOTS} ?(?:existing|previous|remaining|other|unchanged) (?:content|code|text|sections?|document|paragraphs?)[^.\\n]{0,40}(?: ?${DOTS}| ?${CLOSE})+ ?(?:-->)?$`,
    'iu',
  ),
  // [... omitted for brevity]   (cut here)   [text omitted for brevity]
  new RegExp(
    `^${LEAD}${OPEN} ?(?:${DOTS} ?|(?:[^\\s\\[\\](){}<>]{1,20} ){1,3}(?=\\S+ for ))(?:omitted|elided|skipped|removed|cut|abridged|shortened|snipped|unchanged)(?: for (?:brevity|clarity|length|space|readability)| here| below)?(?: ?${DOTS})? ?${CLOSE} ?(?:-->)?$`,
    'iu',
  ),
  // （此处省略若干内容）   (以下略)
  /^[（(【[〔]? ?(?:此处|此處|以下|中间|中間|其余|後面|后面|部分)(?:内容|內容)?(?:已|均)?(?:省略|略去|从略|略)[^。\n]{0,10}[）)】\]〕]$/u,
  // <!-- existing content continues here -->
  /^<!-- ?(?:(?:\.{3}|…) ?)?(?:the )?(?:existing|previous|remaining|other|unchanged|rest of(?: the)?) (?:content|code|text|sections?|document|file|paragraphs?)\b[^<>\n]{0,60}-->$/iu,
];

const MARKED = /\.{3}|…|⋯|[\])}>】）〕］\-=~*8]$/u;
const DOTTED = /\.{3}|…|⋯/u;
const MISSING = new RegExp(GONE, 'iu');

/** Whether a line (trimmed) is a tool's note that it cut something: `... (123 more lines)`, `[output truncated]`. */
export function saysCut(line: string): boolean {
  // every such line has dots or ends in a mark
  if (!MARKED.test(line)) return false;
  // a heading
  if (line.startsWith('#') && !/^#+ ?(?:\.{3}|…|⋯|[[(<])/u.test(line)) return false;
  return TRUNCATED.some((each, i) => each.test(line) && (i > 1 || DOTTED.test(line) || MISSING.test(line)));
}
