/**
 * How an assistant opens and closes an answer, by shape: it assents, hands over or says what it did, names what it made and
 * speaks to whoever asked. No family of words decides alone; a check asks first that they stand at the edge of a document.
 */
import { AS_A_MACHINE, ASSENT, MADE, OFFER, PRESENTS } from './assistants.ts';
import { family } from './family.ts';

/** An answer begins with praise, thanks or an apology. */
const POLITE = family(`
  ^(?:great|perfect|excellent|wonderful|awesome|sounds good|okay|ok|alright|all right|right|yes|done|thank you|thanks|you're (?:absolutely )?right|good (?:point|catch|question)|my apologies|i apologi[sz]e|sorry|apologies|i understand)\\b
  ^(?:谢谢|謝謝|感谢|感謝|抱歉|对不起|對不起|您说得对|你说得对|完成|已完成|收到|可以|太好了|明白)
  ^(?:ありがとう|申し訳|失礼|ご指摘|お待たせ|わかりました|分かりました|完了)
  ^(?:감사합니다|고맙습니다|죄송|맞습니다|좋습니다|좋아요|완료)
  ^(?:спасибо|извините|прошу прощения|вы правы|ты прав|отлично|готово|да|ладно|прекрасно|дякую|вибачте|ви праві|чудово|так)(?=[ ,.!])
  ^(?:danke|vielen dank|entschuldigung|sie haben recht|du hast recht|perfekt|super|alles klar|okay|in ordnung|verstanden|fertig)\\b
  ^(?:merci|désolée?|vous avez raison|tu as raison|parfait|entendu|très bien|excellent|super|oui)(?=[ ,.!])
  ^(?:gracias|lo siento|disculp\\S*|tienes razón|tiene razón|perfecto|excelente|entendido|listo|de acuerdo|sí)(?=[ ,.!])
  ^(?:obrigad[oa]|desculp\\S*|você tem razão|tem razão|perfeito|ótimo|entendido|pronto|sim|ok)(?=[ ,.!])
  ^(?:grazie|mi scuso|scus\\S*|hai ragione|ha ragione|perfetto|ottimo|va bene|capito|sì)(?=[ ,.!])
  ^(?:dziękuję|przepraszam|masz rację|ma pan rację|świetnie|dobrze|rozumiem|gotowe|děkuji|omlouvám se|máte pravdu|dobře|výborně|hotovo)(?=[ ,.!])
  ^(?:teşekkür\\S*|özür dilerim|haklısınız|harika|tamam|anladım|mükemmel|peki)(?=[ ,.!])
  ^(?:شكر|عذر|آسف|أنت محق|ممتاز|رائع|بكل سرور|تمام|نعم|متشکر|ممنون|ببخشید|حق با شما|عالی|بله|چشم)
  ^(?:ευχαριστώ|συγγνώμη|τέλεια|εντάξει|έγινε|ωραία|ορίστε|βεβαίως|βέβαια|ασφαλώς|φυσικά|תודה|סליחה|מצוין|בסדר|ขอบคุณ|ขออภัย|ได้เลย|เรียบร้อย)
  ^(?:tack|ursäkta|okej|javisst|absolut|självklart|takk|selvfølgelig|klart|beklager|tak|undskyld|naturligvis|kiitos|toki|totta kai|selvä|anteeksi|köszönöm|természetesen|rendben|persze|elnézést|mulțumesc|scuze|sigur|desigur|perfect|ďakujem|samozrejme|hvala|naravno|u redu|благодаря|разбира се|добре|съжалявам)(?=[ ,.!])
  ^(?:धन्यवाद|क्षमा|आप सही|बढ़िया|ठीक है|हाँ)
  ^(?:cảm ơn|xin lỗi|bạn nói đúng|tuyệt vời|được rồi|đã hiểu|terima kasih|maaf|anda benar|bagus|oke|siap|bedankt|sorry|u heeft gelijk|je hebt gelijk|prima|oké|goed|tack|ursäkta|perfekt)(?=[ ,.!])
`);

/** What whoever speaks did to a text, in the first person singular. */
const DID = family(`
  \\bi(?:'ve| have)(?: also| now| just| carefully)? [a-z]+(?:ed|en|ade|ut|t)\\b
  \\bi (?:updated|revised|rewrote|created|wrote|drafted|prepared|translated|added|made|put|converted|summari[sz]ed|reviewed|corrected|fixed|incorporated|restructured|reorgani[sz]ed|kept|assumed)\\b
  我(?:已经?|为您|為您|帮您|幫您|帮你|按照|根据|对)?[^。！？]{0,12}(?:整理|修改|更新|完善|起草|撰写|编写|改写|润色|翻译|生成|补充|调整|优化|重写)了?
  (?:已|为您|為您|已经|已為您)(?:按照?|根据|為|为)?[^。！？]{0,10}(?:整理|修改|更新|完善|起草|撰写|编写|改写|润色|翻译|生成|调整|优化)
  (?:作成|修正|更新|整理|翻訳|改訂|加筆|要約|変更|反映)(?:いた)?しました
  まとめました|書き直しました|仕上げました
  (?:작성|수정|정리|번역|업데이트|반영|보완|요약|개선)(?:했습니다|하였습니다|해 ?드렸|해 ?보았)
  \\b(?:я )?(?:подготовил|исправил|обновил|переработал|составил|написал|перев[её]л|внес|добавил|отредактировал|сделал)а?(?=[ ,.:])
  (?:я )?(?:підготував|виправив|оновив|переробив|склав|написав|переклав|вніс)(?=[ ,.:])
  \\b(?:ich habe|habe ich)\\b
  \\bj'ai \\S+(?:é|i|it|is|u)\\b
  \\bhe (?:\\S+ado|\\S+ido|hecho|escrito|puesto)\\b
  \\b(?:revisei|atualizei|preparei|elaborei|corrigi|traduzi|escrevi|fiz|adicionei|ajustei|organizei|reescrevi)\\b
  \\bho (?:\\S+ato|\\S+uto|\\S+ito|scritto|fatto|corretto|tradotto|rivisto|aggiunto)\\b
  (?:przygotował|poprawił|zaktualizował|napisał|przetłumaczył|opracował|zredagował|dodał)[ae]m
  \\b(?:připravil|upravil|aktualizoval|opravil|přeložil|napsal|přepracoval)a? jsem
  (?:hazırla|düzenle|güncelle|düzelt|çevir|oluştur|yaz|ekle)[dt][ıiuü]m|hazırladığım
  (?:قمت ب|لقد (?:قمت|أعددت|حدثت|عدلت|كتبت)|أعددت|قد (?:قمت|أعددت))
  (?:آماده|اصلاح|ویرایش|تهیه|ترجمه|بازنویسی|به‌روز) (?:کرده‌ام|کردم|کرده ام)
  मैंने
  \\btôi đã
  \\bsaya (?:sudah|telah)|(?:sudah|telah) saya
  (?:έχω |ετοίμασα|διόρθωσα|ενημέρωσα|αναθεώρησα|έγραψα|δημιούργησα|συνέταξα|προετοίμασα|μετέφρασα|τροποποίησα|πρόσθεσα)
  (?:עדכנתי|תיקנתי|הכנתי|כתבתי|ערכתי|תרגמתי|הוספתי)|(?:ฉัน|ผม|ดิฉัน)ได้|ได้(?:แก้ไข|ปรับปรุง|จัดทำ|เรียบเรียง)
  \\b(?:olen \\S+(?:nut|nyt)|tein|korjasin|päivitin|muokkasin|kirjoitin)\\b|\\b(?:elkészítettem|módosítottam|javítottam|frissítettem|átírtam|megírtam)\\b|\\bam (?:actualizat|revizuit|corectat|pregătit|creat|scris|modificat|tradus)\\b|(?:актуализирах|поправих|подготвих|редактирах|преведох)|\\b(?:ažurirao|ispravio|pripremio|napisao) sam\\b
  \\bik heb\\b|\\bjag har\\b|\\bjeg har\\b
`);

/** Whoever asked is spoken to. */
const YOURS = family(`
  \\b(?:you|your|yours)\\b|\\b(?:as|that was) requested\\b|\\brequested (?:document|text|version|file|changes)\\b
  您|你
  ご依頼|ご要望|ご指示|ご提供|ご希望|いただいた|あなた|お客様
  요청|주신|귀하|당신|말씀하신|제공하신
  (?:^|[ ,(])(?:вас|вам|вами|ваш\\S*|вы|тебя|тебе|твой|твоего|по запросу)(?=[ ,.:!?)]|$)
  (?:^|[ ,(])(?:вас|вам|ваш\\S*|ви|тобі|твій|за запитом)(?=[ ,.:!?)]|$)
  \\b(?:Ihre[nrsm]?|Ihr|Ihnen|dein\\S*|dir|wie gewünscht|gewünschte\\S*)\\b
  \\b(?:vous|votre|vos|ton|ta|tes|demandée?s?)\\b
  \\b(?:usted|tu|tus|te|su (?:documento|texto|solicitud)|solicitad[oa]s?|pediste|solicitaste|proporcion\\S*)\\b
  \\b(?:você|seu|sua|solicitad[oa]s?|pediu|solicitou|forneceu)\\b
  \\b(?:tuo|tua|tuoi|ti|suo|sua|richiest[oaie]|hai (?:chiesto|fornito|richiesto))\\b
  (?:^|[ ,(])(?:cię|ciebie|ci|twoj\\S*|twój|państwa|pana|pani|vás|vám|vaš\\S*|váš|tvůj)(?=[ ,.:!?)]|$)
  isteğiniz|istediğiniz|talebiniz|belgenizi?n?|metninizi?n?|sizin|size
  طلبت|أرسلت|قدمت|لك(?=[ ،.:]|$)|مستندك|نصك|طلبك
  شما|درخواستی
  आपक|आपने|आपकी|अनुरोध
  (?:^| )(?:bạn|anda|kamu|permintaan)(?=[ ,.:!?]|$)
  \\b(?:uw|jouw|je|u|gevraagde|din|ditt|dina|dig|ditt|deres|dokumentet ditt|pyytämä\\S*|sinun|teidän|önnek|az ön|kért|kérésének|dumneavoastră|tău|ta|cerut[ăe]?|vašeho|vaš\\S*|tvoj\\S*)\\b
  (?:^|[ ,(])(?:σας|σου|ζητήσατε|ζήτησες|вашия|ви|твоя|поискахте)(?=[ ,.:!?)]|$)|שלך|ביקשת|שביקשתם|ของคุณ|ที่คุณ|ตามที่คุณ|ตามคำขอ
`);

/** What was made: a version, a draft, the text. */
const NOUN = family(`
  \\b(?:versions?|drafts?|texts?|documents?|files?|specifications?|specs?|rewrite|rewording|translation|summary|outline|edits?|revision|section|content|response|answer|article|report|changes)\\b
  文档|文檔|版本|文本|全文|内容|內容|稿|译文|规范|说明书|章节|报告
  文書|ドキュメント|仕様書|修正版|改訂版|版(?=[はをがの、])|文章|本文|原稿|訳文|資料
  문서|버전|초안|글을|본문|명세|내용|번역|보고서
  документ|верси|вариант|текст|редакци|черновик|спецификаци|перевод|варіант|версі|специфікаці|переклад
  \\b(?:Dokument|Fassung|Version|Text|Entwurf|Übersetzung|Spezifikation|Datei)
  \\b(?:documents?|versions?|textes?|brouillon|traduction|spécification|rédaction)\\b
  \\b(?:documento|versión|texto|borrador|traducción|especificación|versão|rascunho|tradução|especificação|versione|testo|bozza|traduzione|specifica)
  \\b(?:dokument|wersj|tekst|szkic|tłumaczen|specyfikacj|verz[ei]|text|návrh|překlad)
  \\b(?:belge|metin|metni|sürüm|taslak|çeviri|doküman)
  المستند|النسخة|الوثيقة|النص|المسودة|الترجمة|سند|نسخه|متن|پیش‌نویس|ترجمه
  दस्तावेज़|दस्तावेज|संस्करण|पाठ|मसौदा|अनुवाद
  tài liệu|phiên bản|văn bản|bản (?:dịch|thảo|nháp)|\\b(?:dokumen|versi|teks|naskah|draf|terjemahan)
  έγγραφ|κείμεν|έκδοση|εκδοχή|προσχέδι|προδιαγραφ|מסמך|גרסה|טקסט|טיוטה|เอกสาร|ข้อความ|ฉบับ|เวอร์ชัน|ร่าง|документ|версия|текст
  \\b(?:asiakirja|versio|teksti|luonnos|dokumentum|változat|szöveg|vázlat|documentul|versiunea|textul|dokumentet|versjon\\S*|teksten|udkast\\S*|verzij|verzi[ae])
  \\b(?:versie|document|tekst|concept|vertaling|version|utkast|översättning)
`);

/** More of "here is": what `PRESENTS` leaves out because it also begins a sentence of a document. */
const HANDS = family(`
  如下|下(?:所示|面)|以下
  以下のとおり|以下の通り|下記
  다음과 같|아래와 같
  aşağıda|هذه هي|هذا هو|إليكم|به شرح زیر|این است|نیچे|segue(?:m)? |te presento|le presento|te dejo|presento a continuación
  ορίστε|ακολουθεί|παρακάτω|εδώ είναι|αυτό είναι|להלן|הנה|นี่คือ|ต่อไปนี้|ด้านล่าง|här (?:är|kommer)|her er|nedenfor|nedan|tässä on|alla on|íme|itt (?:van|található)|alább|iată|mai jos|evo|ovdje je|ето|по-долу
  \\bthe following is\\b|\\bthis is (?:the|your)\\b|\\bsee below\\b
`);

const WE =
  /\b(?:we|our|us)\b|我们|我們|本(?:文|规范|标准)|弊社|当社|우리|저희|(?:^| )(?:мы|наш\S*|ми)(?= )|\b(?:wir|unser\S*|nous|notre|nosotros|nuestr\S*|nós|noss[oa]|noi|nostr\S*|biz|bizim|kami|wij|onze|vi|vår)\b|نحن|ما (?:در|با)|हम(?: |ने)|chúng tôi/iu;

const ENDS = /[:：]$/u;

/** What follows a paragraph: the beginning of a document (a heading, a rule, a fence), or more text. */
export type Next = 'document' | 'text' | 'nothing';

/** Whether the first paragraph of a document is what an assistant says before its answer. */
export function opensAnswer(text: string, next: Next): boolean {
  if (AS_A_MACHINE.test(text)) return true;
  const colon = ENDS.test(text);
  const presents = PRESENTS.exec(text);
  if (ASSENT.test(text) && (colon || presents !== null)) return true;
  if (next === 'nothing' || WE.test(text)) return false;
  const noun = NOUN.test(text);
  const did = DID.test(text);
  const hands = presents !== null || HANDS.test(text);
  if (!noun || !(did || hands)) return ASSENT.test(text) && did;
  const yours = YOURS.test(text);
  const made = MADE.test(text);
  if (ASSENT.test(text)) return yours || made || did;
  if (POLITE.test(text)) return did || (hands && (made || colon || yours));
  if (did) return (yours && (colon || made || hands || next === 'document')) || (hands && colon);
  // "Here is ..." and nothing before it
  const first = presents !== null && presents.index === 0;
  if (yours && made) return colon || (first && next === 'document');
  return first && made && next === 'document';
}

/** An assistant offers to go on, asks what else is wanted, or hopes that it helped. */
const ASKS = family(`
  \\b(?:let me know|tell me) (?:if|whether|what|which|how|when|where)\\b[^.!?]*\\byou\\b
  \\b(?:let me know|tell me) (?:if|whether) (?:that|this|it|anything|something|any)\\b
  \\b(?:would you like|do you want|do you need|want)(?: for)? me to\\b
  \\bwould you like (?:this|it|a|an|the|any|to)\\b[^.!]*(?:as a|exported|version|file|format|example|section|changes?)[^.!]*\\?$
  \\b(?:should|shall|may|could|can) i (?:also |now |go ahead and )?(?:add|expand|include|continue|go|change|adjust|revise|refine|create|write|draft|generate|prepare|translate|convert|provide|proceed|make|help)\\b[^.!]*\\?
  \\bi hope (?:this|that|it|these)\\b[^.!]*\\b(?:help|useful|what you|need|looking for|starting point|clear|expectations)
  \\bif you(?:'d| would)? (?:like|want|need|wish|prefer|have)\\b[^.!?]*\\b(?:i can|i could|i'll|i will|i'm happy|just (?:say|let me|tell me|ask)|let me know|tell me)\\b
  \\b(?:i'm |i am )?(?:happy|glad) to (?:help|adjust|revise|refine|expand|make|iterate|tweak|add|clarify)\\b
  \\bis there (?:anything|something)(?: else)? (?:you|i)\\b
  \\bi can (?:also )?(?:help|provide|generate|create|expand|add|adapt|tailor|turn|prepare|draft)\\b[^.!?]*\\b(?:if you|for you|you)\\b
  \\b(?:feel free to|don't hesitate to) (?:ask me|tell me|let me know|reach out to me|request)\\b
  \\b(?:sag(?:en sie)?|gib|geben sie|lass(?:en sie)?)(?: es)? (?:mir|mich)\\b[^.!?]{0,30}(?:bescheid|wissen|wenn|ob|falls|einfach)
  \\b(?:wenn|falls|sofern) (?:sie|du)\\b[^.!?]{0,70}\\b(?:mir|mich|kann ich|ich (?:kann|helfe|passe))\\b
  \\b(?:soll ich|möchten sie,? dass ich|möchtest du,? dass ich|wünschen sie,? dass ich|kann ich (?:noch|sonst))\\b[^.!]*\\?
  \\bich hoffe,? (?:das|dies|dass|es)\\b[^.!?]{0,50}(?:hilf|hilft|nützlich|erwartungen|wünschen|weiter)
  (?:dites|dis|faites|fais)(?:-le)?[- ](?:le[- ])?moi\\b
  n'hésit(?:ez|e) pas (?:à|si)\\b(?![^.!?]*(?:contacter|écrire à|issue|ticket))
  (?:souhaitez|voulez|veux|souhaites|aimeriez|préférez)[- ](?:vous|tu)\\b[^.!?]{0,20}(?:que j|une? |des )[^.!]*\\?
  (?:dois-je|puis-je|faut-il que j)[^.!]*\\?
  si vous (?:souhaitez|voulez|avez|préférez|désirez)[^.!?]{0,70}(?:je peux|je suis|je reste|dites|faites)
  j'espère que (?:cela|ça|ceci|ce|cette)
  (?:avísame|házmelo|hazme|dime|dímelo|déjame|hágamelo|avíseme|indícame|indíqueme|hágame saber|comént)
  ¿?(?:quieres|quiere|te gustaría|le gustaría|desea|deseas|necesitas|necesita|prefieres) (?:que|algo|algún|alguna)[^.!]*\\?
  ¿?(?:puedo|debo) (?:ayudar|añadir|agregar|incluir|hacer)[^.!]*\\?
  si (?:quieres|necesitas|deseas|desea|necesita|quiere|prefieres)[^.!?]{0,70}(?:puedo|avísame|dime|dímelo|hágamelo|encantado)
  espero que (?:esto|te|le|isso|lhe|ajude|sea|seja|este|esta)
  (?:me avise|avise-me|me diga|diga-me|me informe|é só (?:me )?(?:pedir|avisar|dizer|falar))
  (?:gostaria|quer|deseja|prefere) que eu[^.!]*\\?
  (?:posso|devo) (?:ajudar|adicionar|acrescentar|incluir|fazer|ajustar)[^.!]*\\?
  se (?:quiser|precisar|desejar|preferir)[^.!?]{0,70}(?:posso|avise|me |é só|estou à)
  (?:fammi|mi faccia|dimmi|mi dica)\\b
  (?:vuoi|desidera|vorresti|preferisci) (?:che|altr)[^.!]*\\?
  (?:posso|devo) (?:aiutart|aggiungere|includere|fare)[^.!]*\\?
  se (?:vuoi|hai bisogno|desidera|desideri|ti serve|ti servono|le serve|preferisci)[^.!?]{0,70}(?:posso|fammi|mi faccia|dimmi|disposizione|chied)
  spero che (?:questo|questa|ti|le|sia|possa)
  \\b(?:daj(?:cie)? (?:mi )?znać|powiedz(?:cie)?(?: mi)?|napisz(?: mi)?,? (?:jeśli|czy))
  (?:czy )?(?:chcesz|chciał(?:a)?byś|mam|potrzebujesz)[^.!?]{0,30}(?:abym|żebym|dodać|zmienić|rozwinąć|przygotować)[^.!]*\\?
  (?:jeśli|jeżeli|gdyby) [^.!?]{0,60}(?:mogę|daj znać|powiedz|chętnie)
  mam nadzieję,? że
  (?:dejte|dej) (?:mi )?vědět|(?:chcete|přejete si|mám)[^.!?]{0,30}(?:abych|přidat|doplnit|upravit)[^.!]*\\?|(?:pokud|jestli)[^.!?]{0,60}(?:mohu|můžu|rád |dejte)|doufám,? že
  (?:bana |lütfen )(?:bildirin|haber ver\\S*|söyle\\S*|belirt\\S*|iletebilirsiniz)
  (?:ister misiniz|ister misin|istermisiniz|yapmamı|eklememi|değiştirmemi|hazırlamamı)[^.!]*\\?
  (?:isterseniz|istersen|ihtiyacınız (?:olursa|varsa)|isteğiniz varsa)[^.!?]{0,60}(?:bana|yapabilirim|ekleyebilirim|edebilirim|belirtin|söyleyin|yardımcı)
  umarım
  (?:cho tôi biết|nói với tôi|báo cho tôi)
  (?:bạn có (?:muốn|cần)|có cần)[^.!]{0,60}(?:tôi|gì|không)[^.!]*\\?
  (?:nếu (?:bạn|cần))[^.!?]{0,70}(?:tôi có thể|cho tôi|hãy)
  hy vọng (?:điều |tài liệu |nội dung )?(?:này|những)
  (?:beri ?tahu|kabari|katakan pada) saya
  (?:apakah|adakah)[^.!?]{0,60}(?:anda|kamu|saya)[^.!]*\\?
  (?:jika|kalau|bila) (?:anda|kamu|ada|perlu)[^.!?]{0,60}(?:saya|beri ?tahu|silakan)
  semoga (?:ini |dokumen |membantu|bermanfaat)
  laat (?:het )?(?:me|mij)\\b|(?:wilt u|wil je|zal ik|moet ik)\\b[^.!]*\\?|als (?:je|u)\\b[^.!?]{0,60}(?:kan ik|laat|help ik|zeg)|ik hoop dat
  (?:låt mig veta|säg till|hör av dig)|(?:vill du|ska jag)\\b[^.!]*\\?|hoppas (?:att )?(?:det|detta)|(?:lad mig vide|sig til|gi meg beskjed)
  (?:spune(?:ți)?-mi|anunță-mă|anunțați-mă)|(?:doriți|dorești|vrei) să[^.!]*\\?|sper că
  (?:haluatko|haluatteko|lisäänkö)[^.!]*\\?|kerro(?:than)? (?:minulle|jos)|toivottavasti|(?:szeretné|szeretnéd|kívánja)[^.!]*\\?|szóljon|szólj,? ha|remélem|(?:vil du|skal jeg|ønsker du)[^.!]*\\?|håper|håber|(?:želite li|želiš li)[^.!]*\\?|javite mi|nadam se|(?:искате ли|желаете ли)[^.!]*\\?|кажете ми|надявам се
`);

/** The same in scripts of their own: what none of them is in need not be read. */
const ASKS_ELSEWHERE = family(`
  (?:告诉我|告訴我|告知我|跟我说|通知我|让我知道|讓我知道)
  (?:需要|要|想让|希望|还需要)我[^。！]{0,30}(?:吗|嗎|？|\\?)
  (?:还有|還有|是否)[^。！]{0,14}(?:需要|想)[^。！]{0,14}(?:补充|修改|调整|帮助|帮忙|補充|調整|幫助)[^。！]{0,6}(?:吗|嗎|？|\\?)
  希望[^。！？]{0,20}(?:满足您|滿足您|对您有|对你有|對您有|帮到您|帮到你|幫到您|符合您|符合你)
  我(?:可以|还可以|也可以|能)[^。！？]{0,10}(?:继续|进一步|帮您|帮你|为您|为你|幫您)
  (?:お申し付け|お声がけ|お声掛け|おっしゃって|お知らせ|ご連絡|教えて|お伝え)ください[。！!]?$
  (?:追加|修正|変更|調整|補足)[^。！？]{0,20}(?:ありますか|ございますか|しましょうか|いたしましょうか|必要ですか|よろしいですか)
  (?:말씀해|알려|요청해|이야기해) ?(?:주세요|주십시오|주시면)
  (?:추가|수정|변경|보완)[^.?!]{0,16}(?:할까요|드릴까요|필요하신가요|원하시나요|있으신가요|있을까요)
  도움이 되(?:었|길|셨|기를)
  (?:^|[ ,.!?])(?:дай(?:те)?(?: мне)? знать|сообщи(?:те)?(?: мне)|скажи(?:те)?(?: мне)?,? (?:если|какой|что|нужно))
  (?:^|[ ,.!?])(?:если|при необходимости)[^.!?]{0,70}(?:я могу|могу |дайте знать|скажите|напишите мне|готов(?:а)? )
  (?:нужно ли|хотите(?: ли)?|хочешь|стоит ли|надо ли)[^.!?]{0,60}(?:,? чтобы я|изменить|дополнить|добавить|уточнить)[^.!?]{0,40}\\?
  (?:^|[ ,.!?])(?:дай(?:те)?(?: мені)? знати|повідом(?:те)?(?: мене| мені)|скажіть)
  (?:якщо|за потреби)[^.!?]{0,70}(?:я можу|можу |скажіть|готов)
  (?:чи потрібно|хочете|бажаєте)[^.!?]{0,60}(?:щоб я|змінити|доповнити|додати)[^.!?]{0,40}\\?
  (?:أخبرني|أعلمني|أبلغني|قل لي)
  هل (?:تريد|تريدني|ترغب|تود|تحتاج|هناك)[^.!]{0,60}[؟?]
  (?:آمل|أتمنى|أرجو) أن (?:يكون|تكون|يلبي|ينال|يفيد)
  (?:إذا|إن) (?:كنت|أردت|احتجت|رغبت|كان لديك)[^.!؟]{0,60}(?:أخبرني|يمكنني|أعلمني|فأنا|فلا تتردد)
  (?:به من (?:بگو|اطلاع|خبر)|بفرمایید|اطلاع دهید|خبرم کنید)
  (?:می‌خواهید|مایلید|دوست دارید|آیا نیاز)[^.!]{0,60}[؟?]
  امیدوارم
  मुझे (?:बताएं|बताएँ|बताइए|बता दें|सूचित)
  क्या (?:आप|मैं|मुझे)[^।!]{0,60}\\?
  (?:यदि|अगर)[^।?]{0,60}(?:मुझे|मैं|बता)
  (?:आशा|उम्मीद) है
  (?:πείτε μου|πες μου|ενημερώστε με|πείτε το μου|ενημέρωσέ με)|(?:θέλετε|θα θέλατε|θέλεις|θα ήθελες|χρειάζεστε|να προσθέσω|να αλλάξω)[^.!]*[;?;]|ελπίζω|(?:αν|εάν) (?:θέλετε|χρειάζεστε|χρειαστείτε|επιθυμείτε|θες|χρειάζεσαι)[^.!]{0,70}(?:μπορώ|πείτε|πες|ενημερώστε|εδώ|διάθεσή)
  (?:תגיד לי|ספר לי|הודיעו לי|תודיע לי)|(?:האם תרצה|תרצה ש)[^.!]*\\?|מקווה ש
  (?:บอกฉัน|แจ้งให้(?:ฉัน|ผม)ทราบ|แจ้งได้)|ต้องการให้(?:ฉัน|ผม)|หวังว่า
`);

/** Who else is asked to write: a tracker, an office, an editor. Then it is a notice of whoever keeps the document. */
const OFFICE =
  /\b(?:issues?|tracker|pull request|mailing|e-?mail|github|gitlab|slack|discord|contact|support|editors?|maintainers?|help ?desk|website)\b|@|https?:|お問い合わせ|事務局|联系(?:我们|方式)|邮箱|邮件|聯絡|이메일|문의|고객|обращайтесь|почт|поддержк|kontakt|contacto|contato|contatt|iletişim|التواصل|پشتیبانی/iu;

/** Every offer asks, or has a word of the first person or of hope in it; most last paragraphs have none. */
const MAY_ASK =
  /[?;\u0370-\uffff]|\b(?:i|me|my|mi|mich|mir|ich|je|moi|mij|ik|saya|mig|meg|eu|io|if you)\b|hope|esper|sper|poss[oa]|pued|[aoeílt]me\b|[ami]mi\b|hésit|znać|vědět|nadziej|doufám|umar|bana|bildir|söyle|belirt|isters|ihtiy|isteğ|tôi|vọng|nếu|semoga|jika|kalau|bila|disposizione/;

const ELSEWHERE = /[\u0370-\uffff]/u;

const asks = (text: string): boolean => ASKS.test(text) || (ELSEWHERE.test(text) && ASKS_ELSEWHERE.test(text));

/** Whether the last paragraph of a document is what an assistant says behind its answer. */
export function closesAnswer(text: string): boolean {
  if (!MAY_ASK.test(text.toLowerCase())) return false;
  if (OFFER.test(text) || AS_A_MACHINE.test(text)) return true;
  return asks(text) && !OFFICE.test(text) && !WE.test(text);
}
