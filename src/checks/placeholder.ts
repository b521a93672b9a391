/**
 * A file that stands in the place of a document that is elsewhere or not there yet: the pointer of a store for large files,
 * a symbolic link that became a text, a note that the document has moved, "to be written", filler text, a template.
 */
import { at } from '../core/locate.ts';
import { pattern } from '../core/pattern.ts';
import type { Document, DocumentCheck, Level, Observation, Span } from '../core/types.ts';
import { type Matcher, matcher } from '../kind/matcher.ts';
import { bodyOf, type Page, page, type Segment, structured } from '../kind/page.ts';
import { blocks } from '../views/blocks.ts';
import { SPACES, weightOfUnits } from '../views/script.ts';

/** A stub is lighter than this, its title included. The lightest whole document of the training corpus weighs 259. */
const STUB = 300;
/** A stub and the menus of the page that it came from weigh no more. */
const STUB_PAGE = 3_500;
/** A file longer than this is no pointer, no link and no stub. In units. */
const STUB_UNITS = 8_000;
/** Filler and templates are looked for up to here. In units. */
const FORM_UNITS = 60_000;
/** A template that nobody filled in is short. In units. */
const TEMPLATE_UNITS = 12_000;
/** Weight of filler from which it tells. */
const FILLER = 150;
/** Longest quote inside the message, in units. */
const MESSAGE_UNITS = 60;
/** Mean weight of headings that only name what is to be filled in; above it they say it. */
const TITLE_WEIGHT = 40;
/** Longest relative path that is looked at. */
const PATH_UNITS = 400;

interface Found {
  readonly level: Level;
  readonly message: string;
  readonly next: string;
  readonly first: Span;
  readonly related?: readonly Span[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Pointers and links: the whole file, in a form that nothing else has

const LFS =
  /^version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/\S+\n(?:ext-\d-\S+ \S+\n)*oid sha256:[\da-f]{64}\nsize \d+$/u;
const ANNEX =
  /^(?:(?:\.\.\/)*\.git\/annex\/objects\/\S+|\/annex\/objects\/[A-Z\d_]+(?:-[a-zA-Z]\d+)*--\S+)(?:\n\/annex\/objects\/\S+)*$/u;
const SHORTCUT = /^\[InternetShortcut\]\n(?:[A-Za-z]+=.*\n)*URL=\S+/iu;
const CLOUD = /^\{\s*"(?:url|doc_id|resource_id|email|resource_key)"\s*:\s*"[^"]*"[^{}]*\}$/u;
/** A path, of this folder or one above, to a file with an extension, and nothing else. */
const RELATIVE =
  /^(?:\.{1,2}\/)+[^\s<>"'`|:*?]+$|^(?:[\w@+.-]+\/)+[\w@+.-]+\.[A-Za-z]{1,8}$|^[\w@+-][\w@+.-]*\.(?:md|markdown|txt|rst|adoc|html?|pdf|docx?|ya?ml|json|proto|xml)$/u;

function pointer(text: string, span: Span, { format }: Document): Found | null {
  if (LFS.test(text))
    return {
      level: 'stop',
      message: `this is a pointer of Git LFS and not the document: "${short(text.slice(text.indexOf('oid')))}"`,
      next: 'Fetch the file itself (git lfs pull) and put it here',
      first: span,
    };
  if (ANNEX.test(text))
    return {
      level: 'stop',
      message: `this is a pointer of git-annex and not the document: "${short(text)}"`,
      next: 'Fetch the file itself (git annex get) and put it here',
      first: span,
    };
  if (SHORTCUT.test(text) || (CLOUD.test(text) && /docs\.google|drive\.google|"doc_id"/u.test(text)))
    return {
      level: 'stop',
      message: `this is a shortcut to a document and not the document: "${short(text.slice(Math.max(0, text.search(/URL=|http/u))))}"`,
      next: 'Put the document that it names here',
      first: span,
    };
  if (format !== 'code' && text.length <= PATH_UNITS && !text.includes('\n') && RELATIVE.test(text))
    return {
      level: 'stop',
      message: `this is a path and not the document, as a symbolic link becomes where links are not known: "${short(text)}"`,
      next: 'Put the file that it names here',
      first: span,
    };
  return null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Stubs: the whole file says that the document is elsewhere, or not written

const PHRASES: Readonly<Record<string, string>> = {
  moved: `
moved|has moved|has been moved|was moved|moved to|relocated|superseded|superseded by|replaced by|been replaced|obsoleted by|in favor of|in favour of|merged into|been merged|renamed to|been renamed|now lives|lives at|now found|now be found|now part of|migrated|split into|redirect|redirecting|redirected|no longer maintained here|maintained at|new location|new home
verschoben|umgezogen|ersetzt durch|wurde ersetzt|abgelöst|umbenannt|zu finden unter|jetzt unter|neuer ort|weiterleitung|weitergeleitet|zusammengeführt
déplacé*|a été déplacé*|remplacé par|remplacée par|a été remplacé*|renommé*|se trouve désormais|se trouve maintenant|désormais disponible|redirection|fusionné*
se ha movido|ha sido movid*|trasladad*|movido a|reemplazado por|sustituid*|renombrad*|ahora se encuentra|ahora está en|redirec*|reubicad*
foi movid*|movido para|substituíd*|renomead*|agora está em|agora se encontra|redirecion*|transferid*
è stato spostat*|è stata spostat*|spostato in|sostituit*|rinominat*|si trova ora|ora si trova|reindirizz*|trasferit*
przeniesion*|zastąpion*|znajduje się teraz|przekierow*|taşındı|taşınmıştır|yerini aldı|yönlendir*|yeni adresi|birleştirildi
перемещен|перемещена|перемещено|перемещены|перемещён|перенесен*|перенесён*|заменен*|заменён*|переименован*|теперь находится|переехал*|перенаправлен*|переміщено|переміщена|переміщений|переміщені|перенесен*|замінен*|тепер знаходиться|перейменован*
已移至|已迁移|迁移到|移动到|已移动|已被取代|已被替换|被替代|已合并|合并到|已更名|已废弃|跳转|重定向|已搬到|已移到|已遷移|移至|已取代|搬移|轉移至
移動しました|移転しました|移転|移動先|移行しました|置き換え|統合されました|改名|廃止され|転送|移されました|に移動
이동했|이동되었|이전되었|이전했|옮겼|옮겨졌|대체되|통합되|변경되었|리디렉션
تم نقل|نقلت|انتقل|استبدل|تم استبدال|تم دمج|إعادة توجيه|منتقل شد*|جایگزین شد*|منتقل گردید|ادغام شد*|تغییر مسیر
स्थानांतरित|ले जाया गया|बदल दिया गया|verplaatst|vervangen door|verhuisd|hernoemd|doorverwez*|đã chuyển|đã được chuyển|được thay thế|chuyển hướng|dipindahkan|digantikan|dialihkan|berpindah|přesunut*|nahrazen*|flyttat*|flyttet|ersatt*|erstattet|siirretty|korvattu|áthelyez*
umgezogen|steht jetzt|liegt jetzt|findet sich jetzt|se ha trasladado|se trasladó|mudou|mudou-se|mudou de endereço|si è spostata|si è trasferita|zmieniła adres|taşındı|переехала|переехал|теперь здесь|переїхала|搬家|搬迁|已搬|现位于|現在位於|移りました|お引越し|이동했습니다|옮겨갔|이사했|انتقلت|انتقلت الصفحة|نُقلت|نقل هذا|منتقل شده|हट गया|हट गई|चला गया|अब यहाँ|is verhuisd|đã dời|telah pindah|pindah ke|se encuentra en|está agora|está ahora|est maintenant|se trouve à présent|artık burada|şimdi burada
`,
  see: `
see|refer to|visit|go to|please see|please use|please refer|use instead|instead|available at|available from|here|now at|read|find|siehe|bitte|unter|hier|voir|voyez|consultez|ici|véase|ver|vea|consulte|visite|aquí|veja|aqui|vedi|consultare|qui|zobacz|patrz|tutaj|bakınız|bkz|buraya|burada|смотрите|см|см.|здесь|дивіться|тут|请参见|请参阅|请见|参见|请移步|请查看|请访问|此处|这里|請參閱|請見|參見|参照|こちら|ご覧ください|참고|참조|여기|확인|انظر|راجع|هنا|ببینید|رجوع|اینجا|देखें|यहाँ|zie|hier|xem|tại đây|lihat|di sini|silakan
`,
  self: `
this|this document|this page|this file|document|documents|documentation|page|file|repository|repo|project|specification|spec|section|proposal|pep|rfc|content|contents|guide|article|dieses|diese|dokument|seite|datei|inhalt|ce document|cette page|ce|cette|document|page|fichier|este|esta|documento|página|archivo|contenido|arquivo|conteúdo|questo|questa|pagina|contenuto|ten|ta|dokument|strona|plik|treść|bu|belge|sayfa|dosya|içerik|документ|страница|файл|этот|эта|данный|раздел|сторінка|цей|ця|本文档|本文|本页|此页|此文|此文档|该文档|文档|页面|文件|本|這|文件|頁面|この|本書|当|ドキュメント|ページ|文書|ファイル|이|본|문서|페이지|파일|هذا|هذه|المستند|الوثيقة|الصفحة|الملف|این|سند|صفحه|فایل|यह|दस्तावेज़|पृष्ठ|dit|deze|pagina|bestand|tài liệu|trang|tệp|này|dokumen|halaman|berkas|ini
esta página|la page|la página|a página|la pagina|die seite|das dokument|der artikel|sayfası|belgesi|bu sayfa|эта страница|本页面|页面|该页面|このページ|この文書|이 페이지|이 문서|هذه الصفحة|هذا المستند|این صفحه|यह पन्ना|पन्ना|deze pagina|trang này|halaman ini
`,
  tbd: `
tbd|tba|tbc|to be determined|to be defined|to be done|to be written|to be completed|to be added|to be announced|to be continued|to be decided|to be specified|to be provided|to be filled|to do|todo|coming soon|under construction|work in progress|wip|not yet written|not written yet|not yet available|not available yet|not ready yet|placeholder|this is a stub|content goes here|will be added|will be written|will be available|will be published|will follow|to follow|watch this space|stay tuned|check back|needs content|fill in|fill me in|empty for now|nothing here yet|nothing to see here|replace this text|replace this with|your own content|your content here|insert text here|insert content here|pending
noch offen|wird ergänzt|wird nachgereicht|wird noch|folgt|folgt in kürze|folgt noch|in arbeit|in bearbeitung|in vorbereitung|baustelle|platzhalter|kommt bald|demnächst|noch nicht verfügbar|noch zu|ausstehend|zu ergänzen|noch leer
à compléter|à venir|à définir|à rédiger|à faire|bientôt|prochainement|en construction|en cours de rédaction|en cours de construction|en préparation|sera complété*|sera ajouté*|pas encore disponible
por definir|por determinar|por completar|por hacer|pendiente|próximamente|en construcción|en desarrollo|en proceso|se completará|se añadirá|aún no disponible
a definir|em breve|em construção|a completar|a fazer|pendente|em desenvolvimento|em elaboração|será adicionad*|ainda não disponível|da definire|da completare|da fare|in arrivo|in costruzione|in lavorazione|prossimamente|in preparazione|sarà aggiunt*|non ancora disponibile
do uzupełnienia|do ustalenia|do zrobienia|wkrótce|w budowie|w przygotowaniu|w trakcie|zostanie uzupełnion*|hazırlanıyor|yakında|çok yakında|yapım aşamasında|tamamlanacak|eklenecek|belirlenecek|yazılacak|henüz
уточняется|будет уточнено|будет дополнен*|будет добавлен*|будет заполнен*|скоро|в разработке|в процессе|в стадии|на стадии|заглушка|заполнить|дописать|ещё не|пока нет|пока пусто|уточнюється|буде доповнен*|буде додан*|незабаром|у розробці|в розробці|у процесі|ще не
待定|待补充|待完善|待续|待编写|待更新|待填写|待办|敬请期待|建设中|施工中|正在建设|正在编写|编写中|撰写中|暂无内容|暂缺|稍后补充|后续补充|未完成|未完待续|占位|即将推出|即将上线|待確認|待補充|敬請期待|建置中|撰寫中|尚未完成|尚無內容|即將推出
未定|準備中|工事中|作成中|執筆中|編集中|近日公開|後日追加|追記予定|作成予定|記載予定|未作成|未記入|作業中|公開予定|検討中|お待ちください
준비 중|준비중|작성 예정|작성 중|작성중|추후 작성|추후 추가|추후 공지|공사 중|공사중|미정|업데이트 예정|개발 중|곧 공개|추가 예정|작업 중
قريبا|قريبًا|قيد الإنشاء|قيد الإعداد|قيد التطوير|قيد العمل|سيتم إضافة|سيتم الإضافة|ستتم إضافة|لم يكتمل|سيضاف|يحدد لاحقا|به زودی|به‌زودی|در دست ساخت|در حال ساخت|در حال تکمیل|در دست تهیه|تکمیل خواهد شد|اضافه خواهد شد|بعدا|هنوز
जल्द|शीघ्र|निर्माणाधीन|जल्द आ रहा|बाद में जोड़ा|निर्धारित किया जाना|अभी उपलब्ध नहीं|volgt nog|volgt|binnenkort|in aanbouw|nader te bepalen|nog te bepalen|nog te schrijven|in ontwikkeling|wordt aangevuld|đang cập nhật|sắp ra mắt|đang xây dựng|đang hoàn thiện|sẽ được bổ sung|chưa có nội dung|segera hadir|akan datang|dalam pembangunan|dalam pengembangan|sedang dikerjakan|akan ditambahkan|belum tersedia|bude doplněn*|připravujeme|ve výstavbě|kommer snart|under arbete|under arbeid|under utarbeidelse|tulossa|hamarosan|készül
being built|being written|being prepared|is being|start writing|start writing here|write here|your text here|text goes here|new document|untitled|im aufbau|befindet sich|wird gerade|wird derzeit|noch in arbeit|en cours|est en cours|sera bientôt|estamos preparando|estamos trabajando|está en|en obras|em obras|estamos preparando|está sendo|in allestimento|stiamo preparando|w trakcie tworzenia|pracujemy|yapım|hazırlanmaktadır|hazırlıyoruz|aşamasındadır|страница в разработке|мы готовим|готовится|готується|页面正在|正在建设中|正在准备|正在整理|編集しています|準備しています|作成しています|만들고 있습니다|준비하고 있습니다|작성하고 있습니다|نعمل على|يجري إعداد|تحت الإنشاء|هذه الصفحة قيد|در حال آماده|बन रह*|बनाया जा रहा|तैयार किया जा|तैयार हो|wordt gemaakt|wordt voorbereid|in opbouw|đang được|sedang dibuat|sedang disiapkan
`,
};

/** Words that say it together, in whatever wording: that it comes, what is still done, that it is empty, that it is now elsewhere. */
const STEMS: Readonly<Record<string, string>> = {
  soon: `
later|soon|shortly|afterwards|yet|still|currently|at the moment|for now|in progress|pending|underway|upcoming|will|to be|being|später|bald|demnächst|zurzeit|derzeit|gerade|noch|momentan|in kürze|wird|werden|bientôt|prochainement|en cours|ultérieurement|plus tard|à venir|encore|sera|seront|en phase
pronto|próximamente|más adelante|en proceso|en curso|pendiente|aún|todavía|en fase|será|se está|em breve|mais tarde|posteriormente|ainda|em fase|em curso|em processo|está a ser|presto|prossimamente|in fase|in corso|ancora|successivamente|più avanti|sarà|verrà|later|binnenkort|nog|momenteel|spoedig|wordt|worden|zal
później|wkrótce|jeszcze|w trakcie|obecnie|zostanie|będzie|w fazie|później|brzy|zatím|dosud|bude|budou|v procesu|se připravuje|позже|позднее|скоро|пока|ещё|еще|в процессе|в стадии|на этапе|находится|будет|будут|пізніше|незабаром|поки|ще|наразі|в процесі|на етапі|буде|перебуває
sonra|daha sonra|yakında|henüz|şu anda|aşamasında|ilerleyen|لاحقا|لاحقًا|قريبا|قريبًا|قيد|حاليا|حاليًا|بعد|سيتم|سوف|جاري|جارٍ|بعدا|بعداً|به زودی|به‌زودی|در حال|هنوز|در دست|خواهد|बाद में|जल्द|अभी|शीघ्र|रहा है|रही है|जाएगा|जाएगी
稍后|稍後|后续|後續|之后|待|暂|暫|尚未|即将|即將|正在|中|後ほど|後日|現在|中です|今後|近日|予定|まだ|追って|추후|곧|현재|아직|예정|중입니다|하고 있|준비|sau|sắp|đang|chưa|sẽ|nanti|segera|sedang|masih|belum|akan|dalam
เร็วๆ นี้|เร็ว ๆ นี้|ภายหลัง|อยู่ระหว่าง|กำลัง|ยังไม่|จะ|senare|snart|ännu|pågår|kommer|senere|ennå|endnu|myöhemmin|pian|vielä|tulossa|később|hamarosan|még|folyamatban|σύντομα|αργότερα|υπό|בקרוב|בהמשך|עדיין|curând|în curs|ulterior|predstoji|предстои|скоро
`,
  make: `
write|written|writing|added|add|provided|filled|completed|supplied|published|prepared|drafted|drafting|edited|updated|uploaded|ready|finished|geschrieben|erstellt|ergänzt|nachgereicht|bearbeitet|bearbeitung|erarbeitet|vorbereitet|überarbeitet|hinzugefügt|veröffentlicht|ausgefüllt|fertig|folgt|erstellung|rédigé*|rédaction|ajouté*|complété*|publié*|fourni*|préparation|préparé*|élaboration|élaboré*|disponible
redact*|elabora*|añad*|agreg*|complet*|public*|prepara*|escrib*|escrito|lista|listo|disponible|redig*|redação|elabor*|adicion*|preench*|prepar*|escrit*|pront*|disponível|scritt*|stesura|redazione|aggiunt*|complet*|pubblicat*|preparazione|compilat*|elaborazione|disponibile|pronto|geschreven|opgesteld|toegevoegd|aangevuld|ingevuld|gepubliceerd|gemaakt|bewerkt|klaar|ontwikkeling
napisan*|opracow*|dodan*|uzupełnion*|opublikowan*|przygotow*|tworz*|gotow*|doplněn*|dopln*|přidán*|vytvoř*|připrav*|zveřejněn*|napsán*|hotov*|zpracov*|написан*|разработ*|добавлен*|дополнен*|заполнен*|опубликован*|подготов*|составлен*|создан*|готов*|наполнен*|доработ*|додан*|доповнен*|заповнен*|опублікован*|підготов*|складан*|розробц*|готу*|написано
yazıl*|eklen*|tamamlan*|doldurul*|hazırlan*|hazır|düzenlen*|yayınlan*|oluşturul*|الكتابة|كتابة|كتابت*|إضافة|إضافت*|استكمال|إعداد|تحضير|نشر|تحرير|تدوین|تکمیل|نوشت*|تهیه|اضافه|نگارش|آماده|लिख*|तैयार|जोड़*|पूरा|प्रकाशित|भर*
编写|补充|补齐|上传|整理|完善|更新|填写|撰写|添加|发布|准备|编辑|制作|待补|待補|補充|編寫|整理|上傳|更新|填寫|撰寫|補上|準備|作成|記載|執筆|追記|追加|公開|編集|掲載|更新|작성|추가|준비|공개|업데이트|정리|보완|편집
biên soạn|cập nhật|bổ sung|soạn|viết|hoàn thiện|chuẩn bị|xây dựng|disusun|penyusunan|ditulis|penulisan|ditambahkan|dilengkapi|diisi|disiapkan|dibuat|จัดทำ|เขียน|เพิ่ม|ปรับปรุง|เตรียม|เรียบเรียง|พร้อม
skriv*|läggs till|fylls|färdig*|klar|utarbet*|uppdater*|kommer senare|skrevet|skrives|tilføj*|utfylles|udarbejd*|færdig|ferdig|kirjoit*|lisätään|täydennet*|valmis*|laad*|készül*|elkészül*|kiegészít*|feltölt*|írás|συγγραφή|προστεθ*|συμπληρω*|ετοιμ*|επεξεργασία|נכתב|ייכתב|יתווסף|בהכנה|יושלם|scris|adăugat|completat|elaborare|lucru|допълн*|добав*|изготв*
`,
  blank: `
blank|empty|nothing here|nothing to see|nothing yet|no content|leer|leere|kein inhalt|keine inhalte|vide|rien ici|aucun contenu|vacío|vacía|sin contenido|nada aquí|vazio|vazia|sem conteúdo|vuoto|vuota|nessun contenuto|leeg|geen inhoud|pusta|pusty|puste|brak treści|prázdn*|bez obsahu|пусто|пустая|пустой|пуста|ничего нет|нет содержимого|порожн*|нічого немає|boş|içerik yok|فارغ|فارغة|لا يوجد محتوى|خالی|محتوایی ندارد|खाली|空白|为空|内容为空|無內容|暂无内容|待补|待補|待写|待填|空です|白紙|비어|빈 페이지|내용 없음|내용이 없|trống|kosong|tidak ada konten|ว่าง|ไม่มีเนื้อหา|är tom|är tomt|er tom|innehåll saknas|tyhjä|üres|nincs tartalom|κενή|κενό|ריק|ריקה|אין תוכן|gol|goală|празн*
`,
  now: `
now|from now on|new home|new location|new address|new page|new site|continues|has been archived|is archived|ab sofort|jetzt|neue*|nunmehr|désormais|maintenant|nouvel*|nouveau|ahora|nuev*|agora|novo|nova|ora|nuov*|nu|nieuw*|voortaan|teraz|now*|obecnie|nyní|nov*|теперь|нов*|отныне|тепер|відтепер|artık|yeni|الآن|جديد*|الجديد*|اکنون|جدید|अब|नए|नया|नई|现在|新地址|新版|最新|新的|現在|新址|新しい|이제|새로운|새 주소|hiện|mới|bây giờ|sekarang|baru|ใหม่|ตอนนี้|nya|ny|nytt|nye|nyt|nyt|uusi|uude*|mostantól|már|új|τώρα|πλέον|νέα|νέο|עכשיו|כעת|חדש*|acum|nou|nouă|вече|нов*
`,
};

const SOON = 1;
const MAKE = 2;
const EMPTY = 3;
const NOW = 4;

let stems: Matcher | undefined;
/** A sentence that says it in words of its own is no heavier. */
const STEMMED = 90;

/** Which of the stems stand in the segment, by their number. */
function stemmed(units: Uint16Array, { start, end }: Segment): readonly boolean[] {
  const { find } = (stems ??= matcher(STEMS));
  const seen = [false, false, false, false, false];
  let inWord = false;
  for (let i = start; i < end;) {
    const hit = inWord ? 0 : find(units, i, end);
    if (hit !== 0) seen[hit & 0xff] = true;
    i += hit === 0 ? 1 : hit >>> 8;
    const before = units[i - 1]!;
    inWord = before < 0x2e80 && isWordUnit(before) && (before < 0xe00 || before > 0x109f);
  }
  return seen;
}

const MOVED = 1;
const SEE = 2;
const SELF = 3;
const TBD = 4;

let words: Matcher | undefined;

interface Said {
  readonly moved: boolean;
  readonly see: boolean;
  /** It speaks of the document itself, or begins with the word that says so. */
  readonly self: boolean;
  readonly tbd: boolean;
  /** Weight of what says so. */
  readonly covered: number;
}

function said(units: Uint16Array, { start, end }: Segment): Said {
  const { find } = (words ??= matcher(PHRASES));
  const seen = [false, false, false, false, false];
  let covered = 0;
  let inWord = false;
  for (let i = start; i < end;) {
    const hit = inWord ? 0 : find(units, i, end);
    if (hit !== 0) {
      seen[hit & 0xff] = true;
      if ((hit & 0xff) === MOVED && i - start <= 4) seen[SELF] = true;
      const length = hit >>> 8;
      covered += weightOfUnits(units, i, i + length);
      i += length;
    } else i++;
    // a word of a script with spaces begins behind what is no letter of it
    let before = units[i - 1]!;
    // an underscore sets a word off, or is part of a name
    if (before === 0x5f) before = i > start + 1 ? units[i - 2]! : 0x20;
    inWord = before < 0x2e80 && isWordUnit(before) && (before < 0xe00 || before > 0x109f);
  }
  return { moved: seen[MOVED]!, see: seen[SEE]!, self: seen[SELF]!, tbd: seen[TBD]!, covered };
}

function isWordUnit(unit: number): boolean {
  const lower = unit | 0x20;
  if (unit < 0x80) return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x27;
  return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && !(unit >= 0x2000 && unit < 0x2e80);
}

/** Whether the segment names a place: a web address, a link, a file. */
const NAMES_PLACE =
  /https?:\/\/|\]\(|\]\[|`[^`\n]{1,80}`|[\w-]\.(?:md|markdown|txt|rst|adoc|html?|pdf|docx?|ya?ml|json|proto|org|com|net|io|dev)\b|(?:^|\s)\.{0,2}\/[\w.-]|\b(?:RFC|ADR|PEP|EIP|BIP|XEP|SEP|CIP|KEP|REQ|SPEC)[- ]?\d+/u;
/** A line of a header: a status, a date, an author, a list of links. */
const HEADER = pattern('u')`^(?:[-*] )?\**[\p{L} ]{2,24}\**\s?[:：]`;

/** Signs that a stub has too: its title, the number of what replaces it, its header. */
const TITLE: ReadonlySet<string> = new Set(['specHeading', 'meta', 'fieldItem']);
/** Concepts of kind/page-phrases.ts in which a page asks for patience. */
const ASKS: readonly string[] = ['polite', 'retry', 'goBack'];
const MOVED_SIGNS: ReadonlySet<string> = new Set([...TITLE, 'reference', 'inlineCode', 'fieldItem']);
/** The heaviest sentence that says that a document has moved. */
const MOVED_MOST = 140;

function stub(document: Document, read: Page): Found | null {
  const { segments, weight } = bodyOf(document, read, (segment) => {
    const { moved, tbd } = said(document.units, segment);
    return moved || tbd || NAMES_PLACE.test(document.slice(segment.start, segment.end));
  });
  if (weight === 0 || weight >= STUB || structured(document, MOVED_SIGNS)) return null;
  const { units } = document;
  let foreign = 0;
  let moved: Segment | undefined;
  let tbd: Segment | undefined;
  let heading: Segment | undefined;
  let place = false;
  let bodies = 0;
  let items = 0;
  let headings = 0;
  let defined = 0;
  let loosely: Segment | undefined;
  let elsewhere: Segment | undefined;
  for (const [index, segment] of segments.entries()) {
    const text = document.slice(segment.start, segment.end);
    const bold = text.startsWith('**') && text.endsWith('**');
    const isHeading =
      segment.heading > 0 ||
      bold ||
      (index < 2 && !segment.ended && segment.weight <= 60 && index + 1 < segments.length);
    const { moved: isMoved, see, self, tbd: isTbd, covered } = said(units, segment);
    const names = NAMES_PLACE.test(text);
    if (names) place = true;
    if (segment.item && !isTbd) items++;
    if (!isHeading) bodies++;
    else headings++;
    if (isHeading && !names) {
      // a title that says it and nothing else, or a title over a sentence that does
      if ((isTbd || isMoved) && 2 * covered >= segment.weight - segment.heading) heading ??= segment;
      if (isMoved && self) moved ??= segment;
      continue;
    }
    if (isMoved && self && segment.weight <= MOVED_MOST) moved ??= segment;
    else if (isTbd && (3 * covered >= segment.weight || (self && segment.weight <= 60))) {
      tbd ??= segment;
      if (HEADER.test(text)) defined++;
    } else if (heading && (self || ASKS.some((concept) => segment.has(concept))) && segment.weight <= 80)
      tbd ??= heading;
    else {
      const words = segment.weight <= (names ? MOVED_MOST : STEMMED) && !segment.item ? stemmed(units, segment) : [];
      const light = segment.weight <= STEMMED / 2;
      if (((words[SOON] && words[MAKE]) || words[EMPTY]) && (self || light) && !names) loosely ??= segment;
      else if (words[NOW] && names && (self || see || segment.has('thing'))) elsewhere ??= segment;
      else if (!names && !see && !HEADER.test(text)) foreign += segment.weight;
    }
    if (moved !== undefined && see) place = true;
  }
  if (bodies <= 3 && headings <= 1 && foreign <= STEMMED / 2 && items === 0 && !structured(document, MOVED_SIGNS)) {
    if (foreign === 0) tbd ??= loosely;
    if (tbd === undefined && moved === undefined && elsewhere)
      return {
        level: 'look',
        message: `the file holds next to nothing but a note that the document is elsewhere: line {} "${quoted(document, elsewhere)}"`,
        next: 'Put the document that it points to in its place, or take this file out',
        first: elsewhere,
      };
  }
  if (heading && bodies === 0 && segments.length === 1) tbd ??= heading;
  if (items > 3) return null;
  if (moved && place && headings <= 2 && foreign <= Math.max(60, 0.35 * weight))
    return {
      level: 'stop',
      message: `the file holds no document, only a note that it is elsewhere: line {} "${quoted(document, moved)}"`,
      next: 'Put the document that it points to in its place, or take this file out',
      first: moved,
    };
  const unsaid = foreign <= Math.max(30, 0.25 * weight) && defined < 2 && !structured(document, TITLE);
  if (tbd && headings <= 2 && bodies <= 6 && unsaid)
    return {
      level: tbd === loosely ? 'look' : 'stop',
      message: `the file holds no document yet: line {} "${quoted(document, tbd)}"`,
      next: 'Put the document here when it is written; until then list it as pending in INDEX.md',
      first: tbd,
    };
  return null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Filler and templates

/** The words of the filler text of printers. */
const LOREM: ReadonlySet<string> = new Set(
  (
    'lorem ipsum dolor sit amet consectetur consectetuer adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna ' +
    'aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in ' +
    'reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui ' +
    'officia deserunt mollit anim id est laborum nunc vitae tincidunt vel eget mauris pellentesque pulvinar viverra egestas sapien ' +
    'vestibulum praesent donec quam phasellus faucibus ultrices posuere cubilia curae integer lacus turpis fusce habitant morbi ' +
    'tristique senectus netus malesuada fames ac nec diam sem justo tortor condimentum purus scelerisque ligula maecenas sodales ' +
    'porttitor accumsan risus ornare felis augue interdum bibendum libero mattis orci urna venenatis blandit aliquam erat volutpat'
  ).split(' '),
);

/** Offset of `lorem ipsum` in the first part of the text, or -1; any case. */
function loremAt(units: Uint16Array): number {
  const stop = Math.min(units.length, FORM_UNITS) - 7;
  // from the last letter of "lore" backwards, so that most units are never looked at
  for (let i = 3; i < stop;) {
    const unit = units[i]! | 0x20;
    if (unit === 0x72) i++;
    else if (unit === 0x6f) i += 2;
    else if (unit === 0x6c) i += 3;
    else {
      if (
        unit === 0x65 &&
        (units[i - 1]! | 0x20) === 0x72 &&
        (units[i - 2]! | 0x20) === 0x6f &&
        (units[i - 3]! | 0x20) === 0x6c &&
        (units[i + 3]! | 0x20) === 0x69
      )
        return i - 3;
      i += 4;
    }
  }
  return -1;
}

function filler(document: Document): Found | null {
  const { units } = document;
  const first = loremAt(units);
  if (first < 0) return null;
  let all = 0;
  let lorem = 0;
  let firstBlock: Span | undefined;
  for (const block of blocks(document)) {
    if (block.kind === 'code' || block.kind === 'front-matter' || block.kind === 'comment' || block.kind === 'heading')
      continue;
    const text = document.slice(block.start, block.end);
    let known = 0;
    let letters = 0;
    for (const word of text.toLowerCase().match(/[a-z]{2,}/gu) ?? []) {
      letters += word.length;
      if (LOREM.has(word)) known += word.length;
    }
    const weight = weightOfUnits(units, block.start, block.end);
    all += weight;
    // real prose has one in ten (a, in, do, et, ex); filler nine in ten
    if (2 * known > letters && known > 40) {
      lorem += weight;
      firstBlock ??= block;
    }
  }
  if (!firstBlock || lorem < FILLER || 10 * lorem < 3 * all) return null;
  const share = Math.round((100 * lorem) / all);
  return {
    level: 10 * lorem >= 7 * all ? 'stop' : 'look',
    message: `${share} % of the text is filler: line {} "${quoted(document, firstBlock)}"`,
    next: 'Put the text that was meant in its place',
    first: firstBlock,
  };
}

/** An instruction to the writer: a paragraph that is wholly in brackets, braces or angle brackets, or an italic order. */
const INSTRUCTION =
  /^(?:[-*+] |\d+[.)] |> )?(?:\*{0,2}_{0,2})(?:\[[^\]]{3,}\]|<[^<>/=]{3,}>|\{[^{}]{3,}\}|［[^］]{2,}］|【[^】]{2,}】|\{\{[^{}]{2,}\}\}|<!--[\s\S]*?-->|\.\.\.|…|TBD|TODO|N\/A|n\/a)(?:\*{0,2}_{0,2})[.:。]?$/u;
/** An order to the writer in words: describe it, list them, goes here. */
const ORDER =
  /^(?:[-*+] |\d+[.)] |> )?[*_]{0,3}(?:(?:please )?(?:describe|explain|list|insert|add|replace|provide|write|fill in|summari[sz]e|specify|enter|state|include|choose|delete|link to) |(?:a |an |one )?(?:short|brief|one-line|one-paragraph|high-level) (?:description|summary|overview|explanation)|beschreib|erläuter|hier |füge|tragen sie|décri|expliqu|ajout|inséré|insér|listez|indiquez|describ|explic|explique|inserte|añad|indique|enumere|descrev|adicione|liste|insira|descri|spieg|inserisc|elenca|opisz|wymień|wstaw|dodaj|popište|uveďte|doplňte|опишите|укажите|перечислите|добавьте|вставьте|опишіть|вкажіть|додайте|açıkla|buraya|yazın|beschrijf|voeg |vul |mô tả|nhập |viết |jelaskan|tuliskan|isi |اكتب|صف |اشرح|أضف|توضیح دهید|بنویسید|यहाँ|यहां|वर्णन|请(?:在此)?(?:描述|填写|输入|说明|列出)|在此|此处|填写|描述本|請(?:描述|填寫|輸入|說明|列出)|ここに|記入|記述してください|説明してください|여기에|작성하세요|설명하세요|기술하세요|입력하세요|อธิบาย|ใส่|beskriv|lägg till|kuvaa|írja le)/iu;
const GOES_HERE =
  /\b(?:goes?|go) here\b|\b(?:your|the) (?:text|content|name|project|description|title|company)\b.{0,20}\bhere\b|\[[^\]]{3,60}\]$|<[a-z][^<>/=]{2,60}>$|ここに|여기에|在此|buraya|यहाँ लिख|यहां लिख|aquí$|hier einfügen|ici$|qui$|здесь$|сюда/iu;
/** An order is short. In weight. */
const ORDER_MOST = 160;

/** A file that says in its name that it is a template is one. */
const TEMPLATE_NAME = /template|模板|テンプレート|템플릿|vorlage|modèle|plantilla|modelo|szablon|şablon|шаблон/iu;
/** Units of a block that are held against it. */
const INSTRUCTION_UNITS = 600;

/** What stands under a heading that nobody filled in. */
const BLANK =
  /^(?:[-*+] )?(?:\.{2,}|…+|-+|–|—|\?+|TB[ADC]|TODO|FIXME|N\/A|n\/a|XXX+|待定|未定|미정|\*{0,2}_{0,2}TBD\*{0,2}_{0,2})[.。]?$/u;

function template(document: Document): Found | null {
  const list = blocks(document);
  if (list.length < 4 || list.length > 400 || TEMPLATE_NAME.test(document.path)) return null;
  let headings = 0;
  let headed = 0;
  let asked = 0;
  let blank = 0;
  let others = 0;
  let firstHeading: Span | undefined;
  let first: Span | undefined;
  const related: Span[] = [];
  for (const { kind, start, end } of list) {
    if (kind === 'heading') {
      headings++;
      headed += weightOfUnits(document.units, start, end);
      firstHeading ??= { start, end };
      continue;
    }
    if (kind === 'front-matter' || kind === 'comment') continue;
    const text = end - start > INSTRUCTION_UNITS ? '' : document.slice(start, end).trim();
    // a link or a reference in brackets is no instruction
    const ordered =
      text !== '' &&
      !/[.;。]\s\S/u.test(text) &&
      (kind === 'prose' || kind === 'list' || kind === 'quote') &&
      weightOfUnits(document.units, start, end) <= ORDER_MOST &&
      (GOES_HERE.test(text) || ORDER.test(text));
    const instruction =
      ordered || (INSTRUCTION.test(text) && !/^\[[^\]]*\](?:\(|\[|:)/u.test(text) && !/^\[?[x ]?\]?$/u.test(text));
    if (BLANK.test(text)) blank++;
    else if (instruction) asked++;
    else if (kind !== 'rule') {
      // the rest cannot outweigh them any more
      if (4 * ++others > list.length) return null;
    } else continue;
    if (BLANK.test(text) || instruction) {
      if (!first) first = { start, end };
      else if (related.length < 4) related.push({ start, end });
    }
  }
  const next = 'Put the filled document in its place';
  if (headings >= 3 && asked + blank >= 3 && first && 4 * others <= asked + blank)
    return {
      level: 'look',
      message: `a template that nobody filled in: ${headings} headings over ${asked + blank} blanks and instructions, the first in line {} "${quoted(document, first)}"`,
      next,
      first,
      related,
    };
  // requirements that are written as headings say something
  const titles = headed <= TITLE_WEIGHT * headings;
  if (headings >= 4 && titles && asked + blank + others === 0 && firstHeading && list.length === headings)
    return {
      level: 'look',
      message: `${headings} headings and nothing under them, the first in line {} "${quoted(document, firstHeading)}"`,
      next,
      first: firstHeading,
    };
  return null;
}

// ---------------------------------------------------------------------------------------------------------------------

function short(text: string): string {
  const line = text.split('\n', 1)[0]!;
  return line.length > MESSAGE_UNITS ? `${line.slice(0, MESSAGE_UNITS)}…` : line;
}

function quoted(document: Document, { start, end }: Span): string {
  return short(document.slice(start, Math.min(end, start + 2 * MESSAGE_UNITS)));
}

function* observe(document: Document, found: Found | null): Iterable<Observation> {
  if (!found) return;
  const primary = at(document, found.first);
  yield {
    level: found.level,
    message: found.message.replace('{}', String(primary.line)),
    next: found.next,
    places: [primary, ...(found.related ?? []).map((span) => at(document, span))],
  };
}

export const placeholder: DocumentCheck = {
  id: 'placeholder',
  title: 'A file that stands in for a document that is not there',
  level: 'stop',
  acceptable: true,
  scope: 'document',
  *run(document): Iterable<Observation> {
    const { units, format } = document;
    if (units.length === 0 || units.length > FORM_UNITS) return;
    if (units.length <= STUB_UNITS) {
      let start = 0;
      while (start < units.length && (SPACES[units[start]!] === 1 || units[start] === 0xfeff)) start++;
      let end = units.length;
      while (end > start && SPACES[units[end - 1]!] === 1) end--;
      const found = pointer(document.slice(start, end), { start, end }, document);
      if (found) {
        yield* observe(document, found);
        return;
      }
      if (
        weightOfUnits(units, start, end) <= STUB_PAGE &&
        !structured(document, MOVED_SIGNS) &&
        format !== 'json' &&
        format !== 'yaml' &&
        format !== 'proto' &&
        format !== 'csv'
      ) {
        const read = page(document);
        const stubbed = read && stub(document, read);
        if (stubbed) {
          yield* observe(document, stubbed);
          return;
        }
      }
    }
    yield* observe(document, filler(document) ?? (units.length <= TEMPLATE_UNITS ? template(document) : null));
  },
};
