/**
 * Function words by language: the commonest little words, which every running text has. A word that several languages
 * share counts for less in each. Written from general knowledge of the languages; all lower case.
 */
export const LATIN_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is a that for it as was with be by on not this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no its must may should shall these any each other than into used only',
  fr: 'le la les de des du et en un une est que qui dans pour pas sur au aux par plus ce cette ces il elle ne se sont avec son sa ses ou mais nous vous être à été ont fait comme si leur leurs tout peut doit lors afin ainsi dont entre sans sous',
  de: 'der die das und in den von zu mit ist des nicht auf ein eine dem für im sich als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum kann zur vom oder wenn nur muss durch einer eines diese dieser keine',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este si sobre esta entre cuando muy sin también hasta hay donde desde todo nos durante uno ni contra ese eso debe puede son fue está cada',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus deve são pode você',
  it: 'di che la il un a per è in una mi sono ho non ma lo ha le si con da come io questo se al del della dei delle nel nella alla gli più anche degli dal dalla sul sulla essere ogni deve può tra loro cui stato quando solo dopo perché ed',
  nl: 'de van een het en in is dat op te zijn met voor niet aan er om ook als bij dan maar door uit naar heeft hij of deze was wordt worden over kan nog geen tot die je moet meer onder zich hun wel zo ze dit deze kunnen',
  da: 'og i det at en den til er som på de med for af ikke der var et har om vi kan men ved fra så skal eller også bliver efter være når man havde denne dette hvis blev nu være deres kun vil sig ud hver mere noget',
  nb: 'og i det at en den til er som på de med for av ikke der var et har om vi kan men ved fra så skal eller også blir etter være når man hadde denne dette hvis ble nå deres bare vil seg ut hver mer noe hva mellom enn',
  sv: 'och i att det som en på är av för med till den har de inte om ett men var jag från så vi kan när man hade ska eller även efter vara under dig sig detta denna alla mot bara vid än över där blir finns mycket deras vilket',
  fi: 'ja on ei että se oli hän mutta ovat kun niin myös kuin sen tai joka ole jos ne voi olla mukaan sekä ovat tämä jotka vain nyt mitä hänen kanssa tämän ennen jälkeen vielä sitä joita tulee myös',
  et: 'ja on ei et see oli ta kui aga ka mis või oma selle nii siis välja kes veel siin seda ning kuid pole olid tuleb saab peab kõik mida nende juba ainult poolt jaoks',
  lv: 'un ir no ar par ka uz kas lai tas bet kā pie to arī vai nav tiek jau ja pēc šo tā ko gan savu tika vairāk līdz būt starp bija viņš kur tikai',
  lt: 'ir yra į kad iš su tai o ne bet kaip per apie už jis buvo jų gali arba po nuo prie jo kurie šis nėra tik dar savo turi būti jei taip pat iki jau',
  pl: 'i w na z do się nie jest że o to jak od po za przez co ale dla lub oraz są być które przy może jego był tym tego który która jako czy został tylko ich należy gdy ten tak można nad pod musi będzie',
  cs: 'a v na se je že s z do o to i ve za k pro jako po by které jsou od při nebo ale jeho být také který jak byl aby než která bylo není však už jen může tak podle ze před musí lze',
  sk: 'a v na sa je že s z do o to aj vo za k pre ako po by ktoré sú od pri alebo ale jeho byť tiež ktorý ak bol aby než ktorá bolo nie však už len môže tak podľa zo pred musí možno',
  sl: 'in je na v za se da so z ki s pa ne po od tudi pri ali do lahko bi kot ni iz o bil še ko ima če biti tako le kar med pred vse več mora zaradi',
  hr: 'i u je na se da za su od s koji a o kao to što iz ne do koje bi po ili nije koja može te biti samo ako kako prema bez više također između sve treba mora dok nakon ima ih će',
  hu: 'a az és hogy nem is egy ez meg csak volt mint de kell el van vagy már ki még lehet azt minden ha után fel be majd között által olyan amely pedig szerint akkor nincs más sem valamint ezt',
  ro: 'de și în a la cu o pe care nu un este din că se mai pentru să sau sunt prin dar ca fi au lui ale fost al sa după ce trebuie fie poate această acest dacă când toate între cele doar',
  tr: 've bir bu için ile de da olarak olan daha çok gibi en kadar sonra ne her veya ise değil var ancak olduğu olarak göre tarafından içinde ya o şu iki yeni önce ki tüm üzerinde olmalıdır edilir eder gerekir yok',
  az: 'və bir bu üçün ilə də da olan daha çox kimi ən qədər sonra nə hər və ya isə deyil var ancaq görə tərəfindən içində o yeni bütün olaraq edir etmək lazım öz onun ki üzrə',
  vi: 'và của các là có được trong cho không với một những này khi để người từ đã về theo đến tại như hoặc nếu phải bị trên ra sẽ cũng nhiều do việc vào thì đó sau mà hệ thống',
  id: 'yang dan di dengan untuk pada ini dari dalam tidak adalah akan ke itu oleh atau juga sebagai dapat karena tersebut telah harus ada lebih saat bisa secara setiap mereka antara jika agar hanya oleh seperti kami anda sistem',
  ms: 'yang dan di dengan untuk pada ini dari dalam tidak adalah akan ke itu oleh atau juga sebagai boleh kerana tersebut telah perlu ada lebih ialah secara setiap mereka antara jika bagi hanya seperti kami anda kepada daripada',
  ca: 'de la el i a que en les els un una per amb del no és al es més ha com són o si seu seva dels aquest aquesta hi ser pel pot entre però també sense quan fins cada des molt perquè sobre cal',
  gl: 'de a o que e do da en un unha para é con non os no se na por máis as dos como pero foi ao ten seu súa ou ser cando moi xa está tamén só polo pola ata entre sen estes pode debe son cada',
  eu: 'eta da ez du bat ere dira edo izan den egin dute baina behar bere baino dago beste bai dituzte hau horrek gehiago honen zuen egiten duen izango bezala arte',
  cy: 'y yr a o i yn ar mae ei fod ac am gan wedi hynny bod neu gyda oedd sydd nid roedd eu rhwng pan os fel cael dros bydd hefyd',
  ga: 'an na agus i ar is le a go bhí tá ag do de sé sí nach faoi leis sin seo mar ó gur ach chun ina gach bhfuil níos féin idir',
  sq: 'e të në i me për një që nga është dhe nuk si më do kjo se ka janë u por ky duhet ose mund pas tyre edhe kur ishte si këtë',
  is: 'og í að er á sem við með um en til var það ekki af fyrir því hann þetta eða eru frá hefur þau þess vera eftir hún verið upp þar',
  tl: 'ang ng sa na at mga ay para ito hindi kung may ni o si mula pero siya nang kanyang kaya bilang dapat lamang iyon isang nito upang',
  sw: 'na ya wa kwa ni za katika la kama hii au cha yake kuwa hiyo vya kutoka lakini pia ili hizo watu moja baada kila hiki ambayo si yote',
  af: 'die van en in is het dat nie met op vir wat te aan by ook as sal kan om word uit maar wees deur moet hierdie hulle was sy meer wanneer elke',
  eo: 'la de kaj en estas al ne por kiu ke kun el mi li ĝi oni tio pri aŭ kiel ĉi sed per post inter nur pli ankaŭ ĉiuj havas devas',
};

export const CYRILLIC_WORDS: Readonly<Record<string, string>> = {
  ru: 'и в не на что с по для как это из от к или при все его но за если то быть а также может о у до так же их только должен должна должны является после был которые который система будет можно этого более через',
  uk: 'і в не на що з до для як це від або при та його але за якщо то бути також може про у їх тільки повинен повинна повинні є після був які який система буде можна цього більше через має а й під час',
  be: 'і ў не на што з да для як гэта ад або пры яго але за калі то быць таксама можа пра у іх толькі павінен павінна ёсць пасля быў якія які сістэма будзе можна больш праз а мае гэтага',
  bg: 'и в не на че с от за като това или при е се да са по са но ако може си бъде също който които която тези до има трябва след само този тя го още през беше към система между всички а',
  sr: 'и у не на да се је за су од са као или при али ако може који које која то о по до из би само након након треба мора није бити сви што овај ова те ће између систем више',
  mk: 'и во не на да се е за од со како или при но ако може кој кои која тоа по до ги ќе само сите што овој оваа меѓу систем повеќе треба мора не беше биде',
  kk: 'және мен үшін бұл бір болып де да бойынша немесе ол осы бар жоқ болады керек арқылы кейін деп емес туралы барлық',
  ky: 'жана менен үчүн бул бир болуп да боюнча же ал бар жок болот керек аркылуу кийин деп эмес жөнүндө бардык',
  tg: 'ва дар аз ба ки ин барои бо то аст мешавад ё низ он худ бояд ҳар',
  mn: 'нь ба энэ байна юм бөгөөд болон бол уу үү гэж байгаа тул хийх дээр дэх мөн',
  tt: 'һәм белән бу өчен бер да дә булып ул яки бар юк кирәк турында',
};

export const ARABIC_WORDS: Readonly<Record<string, string>> = {
  ar: 'في من على أن إلى هذا التي الذي عن مع هذه كل لا ما كان أو يتم بين ذلك قد لم هو هي بعد كما إذا يجب وهو عند حيث غير أي تم يكون خلال قبل ثم وفي من',
  fa: 'و در به از که این را با است برای آن یک خود تا بر هم نیز می شود های ها اما کرد باید یا شده دارد هر او ما اگر بود باشد کند پس بین همه نمی ای بی',
  ur: 'کے میں کی ہے اور سے کا کو اس کہ پر نے ہیں ایک یہ بھی کر جو نہیں تھا ہو گیا لیے وہ تو یا ہوتا کیا اپنے ہونے جب',
  ckb: 'لە و بۆ کە بە ئەو ئەم لەگەڵ هەر یان دەکات بوو نییە هەموو لەسەر دوای پێش',
  ps: 'د په او چې له سره ته دا دی کې نه یې هم هغه یا شي کړي لپاره',
  ug: 'ۋە بىلەن بۇ ئۈچۈن بىر بولۇپ دەپ ئۇ كېرەك ياكى',
};

export const DEVANAGARI_WORDS: Readonly<Record<string, string>> = {
  hi: 'के में है की और से का को पर यह कि हैं एक ने नहीं लिए इस भी किया कर जो हो था तो या अपने होता वह गया कोई जाता करने रूप द्वारा साथ होना चाहिए सकता',
  mr: 'आहे आणि या च्या हे ते ही की आहेत होते किंवा असे नाही तर व मध्ये करण्यात यांनी त्या एक हा होता झाली पण साठी असलेल्या केली करावे',
  ne: 'छ र को मा लाई हो गर्न गर्ने पनि यो छन् भने भएको तथा गरेको हुने एक त्यस बाट सँग वा हुन्छ छैन नै गरी लागि',
  sa: 'च न तु एव इति हि वा अपि स तत् यत् तस्य भवति अथ',
};

/** Letters that only few languages write, with the languages that do; each letter counts like a share of a word. */
export const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'de', ñ: 'es gl eu tl', ã: 'pt', õ: 'pt et', ç: 'fr pt tr ca sq az', ğ: 'tr az', ı: 'tr az', ş: 'tr ro az', ș: 'ro', ț: 'ro', ə: 'az',
  ł: 'pl', ę: 'pl lt', ą: 'pl lt', ś: 'pl', ź: 'pl', ż: 'pl', ć: 'pl hr', ń: 'pl', ř: 'cs', ě: 'cs', ů: 'cs', ľ: 'sk', ĺ: 'sk', ŕ: 'sk',
  đ: 'vi hr', ơ: 'vi', ư: 'vi', ạ: 'vi', ế: 'vi', ộ: 'vi', ả: 'vi', ấ: 'vi', ề: 'vi', ệ: 'vi', ị: 'vi', ố: 'vi', ồ: 'vi',
  ő: 'hu', ű: 'hu', æ: 'da nb is', ø: 'da nb', å: 'da nb sv fi', þ: 'is', ð: 'is', ä: 'de sv fi et sk', ö: 'de sv fi et hu tr is az',
  ü: 'de tr hu et az', ē: 'lv', ī: 'lv', ū: 'lv lt', ņ: 'lv', ļ: 'lv', ķ: 'lv', ģ: 'lv', ė: 'lt', į: 'lt', ų: 'lt', ĉ: 'eo', ĝ: 'eo', ŭ: 'eo',
  è: 'fr it ca', ê: 'fr pt vi', ò: 'it ca', ù: 'fr it', ì: 'it', œ: 'fr', î: 'fr ro', ă: 'ro vi', ë: 'nl fr sq', ï: 'fr ca nl',
  č: 'cs sk sl hr lt lv', š: 'cs sk sl hr lt lv et', ž: 'cs sk sl hr lt lv', ŵ: 'cy', ŷ: 'cy', â: 'ro fr vi pt',
};

export const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
  ы: 'ru be kk', э: 'ru be', ё: 'ru be', і: 'uk be kk', ї: 'uk', є: 'uk', ґ: 'uk', ў: 'be', ъ: 'ru bg', щ: 'ru uk bg',
  ј: 'sr mk', љ: 'sr mk', њ: 'sr mk', ћ: 'sr', ђ: 'sr', џ: 'sr mk', ѓ: 'mk', ќ: 'mk', ѕ: 'mk', ә: 'kk tt', ғ: 'kk tg', қ: 'kk tg', ң: 'kk ky tt',
  ө: 'kk ky mn tt', ұ: 'kk', ү: 'kk ky mn tt', һ: 'kk tt', ҳ: 'tg', ҷ: 'tg', ӣ: 'tg', ӯ: 'tg', җ: 'tt',
};

export const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  ة: 'ar', ى: 'ar', إ: 'ar', أ: 'ar', ك: 'ar ug', ي: 'ar', پ: 'fa ur ckb ps ug', چ: 'fa ur ckb ps ug', ژ: 'fa ckb ug', گ: 'fa ur ckb', ک: 'fa ur ckb', ی: 'fa ur ckb',
  ٹ: 'ur', ڈ: 'ur', ڑ: 'ur', ے: 'ur', ں: 'ur', ہ: 'ur', ێ: 'ckb', ۆ: 'ckb ug', ڕ: 'ckb', ە: 'ckb ug', ڵ: 'ckb', ښ: 'ps', ځ: 'ps', ډ: 'ps', ړ: 'ps',
  ې: 'ps ug', ۋ: 'ug', ۇ: 'ug', ۈ: 'ug', ئ: 'ug',
};

export const DEVANAGARI_LETTERS: Readonly<Record<string, string>> = { ळ: 'mr' };
