/**
 * Words of pages, one by one: where page-phrases.ts has no phrase for what a page says, a negation and a verb and a noun in
 * one sentence say it too, in whatever order and wording ("page" with "not" with "find", "session" with "over").
 *
 * Written as in page-phrases.ts; a name that stands there too adds to the concept. Stems end with `*`. English, German,
 * French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Russian, Ukrainian, Turkish, Arabic, Persian, Hindi, Chinese
 * (both scripts), Japanese, Korean, Vietnamese, Indonesian, Thai, Swedish, Norwegian, Danish, Finnish, Hungarian,
 * Romanian, Bulgarian, Greek, Hebrew.
 */
export const STEMS: Readonly<Record<string, string>> = {
  session: `
session|your session|login session|sign-in session|logged out|signed out|logged you out|signed you out|login|inactivity
sitzung*|anmeldung|abgemeldet|inaktivität|ausgeloggt|session|connexion|déconnecté*|inactivité|sesión|inactividad|desconectado|sessão|inatividade|desconectado|sessione|inattività|disconness*
sessie|uitgelogd|inactiviteit|sesja|sesji|sesję|wylogowan*|relace|relac*|přihlášení|odhlášen*|сесси*|сеанс*|сесія|сесію|сесії|oturum*|الجلسة|جلسة|جلستك|جلسه|نشست|सत्र|सेशन
登录状态|会话|登录信息|登录态|登入|工作階段|連線階段|登录|セッション|ログイン状態|세션|로그인 시간|로그인|phiên|sesi|เซสชัน*|session*|sessionen|økt|økten|sesjon*|istunto*|munkamenet*|sesiun*|συνεδρία*|σύνδεσή|הסשן|סשן|ההתחברות|сесия*|сесията
`,
  /** Over; what was there before may have run out too (`gone`). */
  expired: `
expired|has expired|timed out|time out|timeout|ended|no longer valid|invalid|over|logged out|signed out|log in again|sign in again|logged you out|signed you out|inactivity
abgelaufen|beendet|ungültig|abgemeldet|ausgeloggt|erneut an|neu an|expiré*|terminé*|déconnecté*|reconnecter|expir*|caducad*|ha caducado|finaliz*|terminad*|cerrado|expirou|expirad*|encerrad*|terminou|scadut*|terminat*|conclusa
verlopen|beëindigd|opnieuw in|wygasł*|zakończ*|upłynę*|wylogowan*|vypršel*|skončil*|ukončen*|истек*|истёк|истекла|завершен*|завершён*|закончил*|окончен*|закінчил*|завершен*|минув|вичерпан*
sona erdi|süresi doldu|doldu|zaman aşımı*|sonlandı*|انتهت|انتهى|منتهي*|منقضی|به پایان|تمام شد*|समाप्त|失效|过期|超时|逾時|過期|已過|期限|切れ*|タイムアウト|終了*|만료*|종료*|초과
hết hạn|đã kết thúc|kết thúc|berakhir|habis|kedaluwarsa|kadaluarsa|หมดอายุ*|สิ้นสุด*|utgått|gått ut|avslutat*|utløpt|udløbet|vanhentunut|päättynyt|lejárt|expirat|έληξε|λήξει|פגה|פג|הסתיימה|изтек*
`,
  /** What was asked for: words that page-phrases.ts has not. */
  thing: `
text|article|post|resource|folder|topic|profile|repository|workspace|space|board|item|share|shared|folders|articles|route|directory|dossier
beitrag|artikel|dokument*|inhalts|ordner|verzeichnis|datei*|seiteninhalt|webadresse|link|verknüpfung|thema|bericht|freigabe
document*|article|dossier|fichiers|rubrique|billet|documento|documentos|artículo|carpeta|página|archivo|enlace|documento|artigo|pasta|link|endereço|articolo|cartella|documento|collegamento
document|documenten|artikel|webpagina|website|koppeling|dokument*|artykuł*|folder*|odnośnik*|link*|stron*|dokument|soubor*|stránk*|odkaz*|článek|obsah*|složk*
документ*|стать*|запис*|папк*|ссылк*|материал*|публикац*|раздел*|контент*|посиланн*|статт*|матеріал*|теку|розділ*
belge*|dosya*|sayfa*|bağlantı*|adres*|içeri*|yazı|makale*|klasör*|المستند|مستند|الوثيقة|المقال|المقالة|المجلد|الرابط|صفحتك|مقال|محتوى|سند|سندی|مطلب|مقاله|پوشه|پیوند|نشانی|صفحه*
दस्तावेज़*|दस्तावेज*|लेख|फ़ोल्डर|लिंक|पन्ना|पता|文档|文章|文件夹|页|链接|分享|知识|帖子|文件|資料夾|檔|網頁|頁|連結|文章|文書|記事|資料|ページ|フォルダ|リンク|데이터|문서|글|게시물|게시글|자료|폴더|링크|주소|페이지
tài liệu|bài viết|thư mục|liên kết|đường dẫn|trang*|dokumen*|artikel|folder|tautan*|halaman*|laman*|หน้า*|เอกสาร*|ไฟล์*|ลิงก์*|เนื้อหา*|บทความ*|ที่อยู่*|dokument*|sida*|artikel*|länk*|mapp*|side*|fil|filen|asiakirja*|tiedosto*|linkki*|sivu*|dokumentum*|hivatkozás*|fájl*|cikk*|oldal*|documentul|fișier*|pagina|legătur*|документ*|σελίδα*|έγγραφο*|αρχείο*|σύνδεσμο*|מסמך|המסמך|קובץ|הקובץ|קישור|הקישור|עמוד|דף|הדף
`,
  negation: `
not|no|can't|cannot|couldn't|isn't|doesn't|don't|won't|aren't|wasn't|hasn't|haven't|didn't|never|nothing|unable|none|nowhere
nicht|kein*|nichts|fehlen|fehlt|ohne|ne|n'*|pas|aucun*|rien|non|no|ningun*|ningún|nada|sin|não|nenhum*|sem|nessun*|niente|senza|niet|geen|niets|nie|brak|brakuje|żadn*|nic
není|nejsou|nebyl*|nelze|nemáte|nemůže*|nemá|neexist*|nenaš*|žádn*|neplatn*|не|нет|ничего|нельзя|отсутству*|отсутствует|немає|нема|нічого|відсутн*
yok|yoktur|değil*|bulunama*|bulamad*|bulamıyor*|bulunmuyor*|olmayan|olmadığ*|edilemedi|edilemiyor|açılamadı|görüntülenemiyor|لا|لم|ليس*|لست*|لسنا|غير|لن|ليست|تعذر|يتعذر|نیست*|ندارد|ندارید|نداشت*|نشد*|نمی*|نکرد*|ناموجود|नहीं
不|没|沒|无法|無法|未|无|無|ません|ない|なく|できず|없|않|못|아닙|không|chưa|chẳng|tidak|belum|bukan|tak|ไม่|มิได้
inte|ingen|inget|inga|saknas|saknar|ikke|ingen|intet|mangler|ei|eivät|eikä|puuttuu|nem|nincs*|hiányzik|nu|δεν|δε|χωρίς|לא|אין|אינו|אינה|אינך|няма
`,
  find: `
find|found|exist|exists|locate|located|match|matches|correspond*|present|display|displayed|shown|show|open|loaded|retrieve|looking for|available|reach|resolve
finden|gefunden|existier*|vorhanden|verfügbar|anzeigen|angezeigt|öffnen|geöffnet|geladen|auffindbar|gibt|erreichbar|trouv*|existe*|disponible*|afficher|affiché*|ouvrir|correspond*|présent*
encontr*|existe*|disponible*|corresponde*|mostrar*|abrir|está|hallar|hallad*|disponív*|exibir|exibid*|corresponde|trov*|esist*|disponibil*|corrispond*|present*|visualizz*|aprire
vinden|vind|gevonden|bestaat|bestaan|beschikbaar|weergegeven|tonen|openen|znaleź*|znalezion*|istniej*|dostępn*|wyświetl*|otworz*|nalez*|existuj*|dostupn*|zobraz*|otevř*|nachází
найти|найден*|нашли|нашл*|существ*|обнаруж*|доступ*|показать|отобра*|открыть|знайти|знайден*|знайшл*|існу*|доступн*|відобра*|відкрити
bulun*|bul|mevcut|görüntüle*|açıl*|erişil*|موجود*|العثور|نجد|نعثر|متاح*|متوفر*|عرض|فتح|یافت|پیدا|موجود|وجود|دسترس|نمایش|मिल*|मौजूद|उपलब्ध|खोल*|दिखा*
找到|存在|找|到|查看|打开|显示|可用|顯示|開啟|見つか*|存在|表示|開く|ございません|あり|찾|존재|표시|열|tìm thấy|tồn tại|hiển thị|tìm|mở|ditemukan|menemukan|ada|tersedia|ditampilkan|dibuka
พบ|มีอยู่|แสดง|เปิด|hitta*|finns|visa*|tillgänglig*|öppna*|finne*|fundet|funnet|findes|vise*|tilgjengelig*|tilgængelig*|åbne|löyd*|löyt*|ole|olemassa|saatavilla|talál*|létez*|elérhető|megjelen*|găsi*|există|disponibil*|βρέθηκ*|βρούμε|υπάρχ*|διαθέσιμ*|נמצא*|קיים|קיימת|זמין|זמינה|намер*|съществува|налич*
`,
  /** It was there once, or the way to it is wrong. */
  gone: `
removed|deleted|moved|renamed|expired|outdated|broken|dead|lost|gone|missing|mistyped|incorrect|misspelled|private|disabled|changed|vanished|disappeared|archived|withdrawn|taken down|unpublished|wrong address
gelöscht|entfernt|verschoben|umbenannt|abgelaufen|veraltet|kaputt|defekt|verschwunden|falsch|geändert|offline|supprimé*|déplacé*|renommé*|expiré*|périmé*|cassé*|disparu*|envolé*|obsolète|erroné*|en ligne|retiré*|changé|modifié*
eliminad*|movid*|renombrad*|caducad*|expirad*|rot*|desaparecid*|borrad*|cambiado|retirad*|removid*|excluíd*|apagad*|mudou|mudad*|quebrad*|incorret*|desapareceu|spostat*|rimoss*|eliminat*|cancellat*|scadut*|errat*|rinominat*|cambiat*
verwijderd|verplaatst|verhuisd|verlopen|verouderd|gewijzigd|verdwenen|usunięt*|przeniesion*|skasowan*|wygasł*|zniknęł*|zmienił*|nieaktualn*|błędn*|smazán*|odstraněn*|přesunut*|přejmenován*|zmizel*
удален*|удалён*|перемещен*|перемещён*|перенесен*|перенесён*|устарел*|переименован*|исчезл*|ошиблись|неверн*|неправильн*|видален*|переміщен*|застаріл*|перейменован*|зникл*|неправильн*
silin*|taşın*|kaldır*|değiş*|hatalı|yanlış|süresi|kalkmış|حذف*|نقل*|انتقل|تغيير|تغير|إزالة|أزيلت|منتهي*|خاطئ*|حذف شده|منتقل|تغییر|منقضی|اشتباه
हटा*|बदल*|गलत|समाप्त|删除|移动|移除|更名|下架|失效|过期|取消|搬家|走丢|丢失|錯誤|刪除|移除|更名|移動|過期|失效|削除*|移動*|変更*|終了*|삭제*|이동*|변경*|만료*|종료*
xóa|xoá|gỡ|di chuyển|thay đổi|đổi|hết hạn|hỏng|dihapus|dipindahkan|hilang|berubah|rusak|kedaluwarsa|diganti|ถูกลบ|ย้าย|เปลี่ยน|หมดอายุ
borttagen|tagits bort|flyttat*|ändrat*|slettet|flyttet|fjernet|endret|ændret|poistettu|siirretty|muuttunut|törölt*|áthelyez*|megváltoz*|lejárt|șters*|mutat*|expirat*|διαγραφ*|μετακιν*|αφαιρεθ*|נמחק*|הוסר*|הועבר*|изтрит*|премест*|премахн*
`,
  /** A right to see it. */
  access: `
access|permission|permissions|privilege|privileges|authorization|authorisation|authorized|authorised|entitled|clearance|rights
berechtigung*|zugriff*|zugang|rechte|befugnis*|berechtigt|freigegeben|accès|autorisation*|droits|privilège*|autorisé*|habilitation*|permiso*|acceso|privilegio*|autorización|autorizad*|permissão|permissões|acesso|privilégio*|autorização
permess*|accesso|privileg*|autorizzazion*|autorizzat*|diritt*|rechten|toegang|toestemming|bevoegd*|machtiging|gemachtigd|uprawnie*|uprawnień|dostęp*|zezwoleni*|oprávnění|přístup*|práv*|povolen*
доступ*|прав|права|разрешен*|полномоч*|привилег*|дозвол*|повноважен*|yetki*|izin*|izni*|izniniz|erişim*|صلاحي*|إذن|الإذن|تصريح|الوصول|مجوز*|دسترسی|اجازه|अनुमति|अधिकार|पहुँच|पहुंच|एक्सेस
权限|访问|無權|权|權限|存取|授权|授權|権限|アクセス|許可|권한|접근|액세스|허용|quyền|truy cập|cho phép|izin|akses|hak akses|สิทธิ์*|สิทธิ*|อนุญาต*|เข้าถึง*
behörighet*|åtkomst*|tillgång|rättighet*|tillåtelse|tilgang*|adgang*|tillatelse|tilladelse|rettighet*|rettighed*|oikeu*|käyttöoikeu*|pääsy*|lupa|jogosults*|hozzáfér*|engedély*|acces|permisiun*|drept*|δικαίωμα*|δικαιώματα|πρόσβαση*|άδεια*|הרשאה|הרשאות|גישה|הגישה|רשות|права|достъп*
`,
  /** Ask somebody to let you in. */
  ask: `
request access|ask for access|ask the owner|contact the owner|contact your|contact the site|contact an admin|contact support|administrator|admin|owner|webmaster|switch accounts|switch account|switch to an account|you need access|need permission|request permission
administrator*|eigentümer*|besitzer*|zugriff anfordern|zugriff anfragen|ansprechpartner|freigabe anfordern|administrateur*|propriétaire*|demander l'accès|demander un accès|support|administrador*|propietari*|solicitar acceso|proprietári*|solicitar acesso|pedir acesso|amministrator*|proprietari*|richiedi accesso|richiedi l'accesso
beheerder*|eigenaar|vraag toegang|toegang vragen|toegang aanvragen|administrator*|właściciel*|poproś o dostęp|správc*|vlastník*|požádat o přístup|администратор*|владел*|запросить доступ|запросите доступ|адміністратор*|власник*|запросити доступ
yönetici*|sahibi*|erişim isteyin|erişim iste|المسؤول|مسؤول*|المالك|مالك|طلب الوصول|مدیر*|مالک|درخواست دسترسی|व्यवस्थापक|एडमिन|स्वामी|पहुँच का अनुरोध
管理员|所有者|申请权限|申请访问|申请查看|管理員|擁有者|申請權限|要求存取|管理者|オーナー|アクセス権を申請|アクセスをリクエスト|관리자|소유자|권한 요청|액세스 요청|quản trị viên|chủ sở hữu|yêu cầu quyền|administrator|pemilik|minta akses|ผู้ดูแล*|เจ้าของ*|ขอสิทธิ์*
administratör*|ägare*|begär åtkomst|eier*|ejer*|ylläpitäjä*|omista*|rendszergazda*|tulajdonos*|administrator*|proprietar*|διαχειριστή*|κάτοχο*|מנהל*|בעלים|администратор*|собственик*
`,
  /** Nothing is there but a word that it comes. */
  loading: `
loading|please wait|wait while|now loading|initializing|loading your|one moment
wird geladen|lädt|ladevorgang|bitte warten|einen moment|chargement|patientez|veuillez patienter|cargando|espere|un momento|carregando|aguarde|caricamento|attendere|laden|wordt geladen|even geduld|een ogenblik
ładowanie|trwa ładowanie|proszę czekać|wczytywanie|načítání|načítám|čekejte|загрузка|загружается|идёт загрузка|идет загрузка|подождите|завантаження|зачекайте|yükleniyor|lütfen bekleyin|جاري التحميل|جارٍ التحميل|يرجى الانتظار|در حال بارگذاری|در حال بارگیری|لطفا صبر کنید|लोड हो रहा*|प्रतीक्षा करें
加载中|正在加载|载入中|请稍候|请稍等|載入中|讀取中|請稍候|読み込み中|読込中|お待ちください|로딩 중|로딩중|불러오는 중|잠시만 기다려|đang tải|vui lòng đợi|vui lòng chờ|memuat|mohon tunggu|harap tunggu|กำลังโหลด*|โปรดรอ*|กรุณารอ*
laddar|vänta|laster|vent|indlæser|ladataan|odota|betöltés|kérjük, várjon|se încarcă|φόρτωση|περιμένετε|טוען|נא להמתין|зареждане
`,
  /** To show that one is no machine. */
  human: `
person|people|real person|a person|personne|persona|personas|pessoa|pessoas|persone|osob*|człowiek*|человек|людина|insan*|شخص حقيقي|شخص|إنسان|انسان|इंसान*|मनुष्य|真人|人类|人類|本人操作|人による|人間|사람|con người|người thật|manusia|มนุษย์*|människa|människor|menneske*|ihminen|ember vagy|oameni|άνθρωπος|בן אדם|אדם אמיתי|човек|programm sind|kein programm
automate|automaten|programme automatique|programa automático|programm|bots|botem|botów|robota|robotom|roboterprogramm|automat|autómata|robotlar|robotsanız|روبوت*|روبوتًا|روبوتاً|برنامج آلي|ربات|रोबोट|机器|機器|ロボット|로봇|자동입력|자동 입력|자동화|rô bốt|người máy|robot*|หุ่นยนต์*|บอท*|กัปช่า|человек*|роботы|робота|робот|людиною|ludzkim|człowiekiem|mens|mensen|een mens|menneske|människa|ihminen|ember|άνθρωπος|ρομπότ|אנושי|בן אדם|רובוט
`,
  /** What a check asks one to do. */
  puzzle: `
captcha|slider|slide to|drag the|puzzle|jigsaw|tick the box|check the box|press and hold|hold the button|type the text|ad blocker|adblocker|disable any ad|are you a robot|smartcaptcha|geetest|hcaptcha|turnstile
schieberegler|puzzle|kästchen|häkchen|bilderrätsel|rätsel|werbeblocker|glissez|curseur|cochez la case|cochez|casse-tête|bloqueur|deslice|deslizador|rompecabezas|casilla|arraste|quebra-cabeça|trascina|cursore|casella|schuif|puzzel|vinkje|przeciągnij|suwak|zaznacz pole|układank*|posuv*|zaškrtněte
ползунок|ползунка|перетащите|передвиньте|пазл|поставьте галочку|капча|капчу|капчи|с картинки|повзунок|перетягніть|kaydır*|sürükle*|yapboz|kutucuğ*|اسحب|الشريط|الأحجية|المربع|بکشید|پازل|کپچا|स्लाइड|पहेली|कैप्चा
滑块|拖动|拼图|点击验证|访问异常|访问出现异常|异常访问|异常流量|行为异常|流量异常|安全验证|滑塊|拖曳|拼圖|異常流量|スライド|スライダー|パズル|画像認証|画像に表示|表示されている文字|슬라이더|퍼즐|방지문자|비정상적인|밀어서|kéo thanh|trượt|xếp hình|thử thách|geser|teka-teki|centang|เลื่อน*|จิ๊กซอว์|dra reglaget|bocka i|pussel|vedä|húzza|trage|glisează|σύρετε|παζλ|גרור|חידה
`,
  /** Only those who came in may see it: must, for, only. */
  only: `
must|only|need to|required to|have to|restricted to|reserved for|members|available to|first|before you
müssen|nur|erst|zuerst|vorbehalten|ausschließlich|devez|faut|réservé*|uniquement|seulement|d'abord|debe*|tiene que|solo|sólo|únicamente|reservad*|precisa|deve|apenas|somente|só|devi|bisogna|soltanto|riservat*|necessario|occorre
moet|alleen|enkel|eerst|musisz|tylko|wyłącznie|należy|musíte|pouze|jen|должны|необходимо|нужно|только|чтобы|для просмотра|потрібно|тільки|лише|щоб|gerek*|yalnız*|sadece|önce|için|يجب|فقط|يلزم|باید|برای مشاهده|केवल|के लिए|पहले
请先|才能|后可|後可|仅对|仅限|需要|需|請先|僅限|必要|のみ|限定|してください|해야|필요|만 볼|만 이용|전용|하려면|cần|phải|chỉ|để xem|harus|hanya|perlu|untuk melihat|ต้อง*|เฉพาะ*|måste|endast|bara|må|kun|skal|täytyy|vain|kell|csak|trebuie|doar|πρέπει|μόνο|חייב|יש להתחבר|רק|трябва
`,
  /** Sends on to another page. */
  redirect: `
redirect*|redirecting|taking you to|forwarding you|weiterleit*|weitergeleitet|umgeleitet|umleitung|geleitet|rediri*|redireccion*|redirecion*|reindirizz*|rimandat*|doorgestuurd|doorverwez*|omgeleid|przekierow*|přesměrov*
перенаправ*|переадрес*|yönlendiril*|yönlendiriyor*|إعادة توجيه|توجيهك|تحويلك|هدایت می|منتقل می|रीडायरेक्ट*|पुनर्निर्देशित|跳转|跳轉|重定向|自动转到|即将前往|轉址|自動轉|自動的に移動|リダイレクト|転送し|移動します|移動しない|리디렉션|자동으로 이동|이동합니다|chuyển hướng|dialihkan|pengalihan|เปลี่ยนเส้นทาง*|นำคุณไป*
omdiriger*|skickas vidare|viderestill*|sendt videre|ohjataan|uudelleenohja*|átirányít*|redirecțion*|ανακατευθ*|מועבר*|הפניה|пренасоч*
`,
  /** Waits for a moment or a click. */
  click: `
starts|start|begins|begin|beginnt|startet|geht es los|commence*|démarre*|comienz*|comenzará|empieza*|começa*|inizia*|inizierà|begint|zacznie|rozpocznie|začne|начнётся|начнется|начинается|почнеться|başla*|سيبدأ|يبدأ|شروع|शुरू|开始|開始|始まり|始まら|시작|bắt đầu|mulai|dimulai|เริ่ม*|börjar|startar|starter|begynder|begynner|alkaa|indul|kezdődik|începe|ξεκιν*|מתחיל*|תתחיל|започва|now
click here|click the link|follow this link|tap here|seconds|automatically|if nothing happens|if you are not|if it does not|not redirected|wait
klicken|klicke|sekunden|automatisch|falls|cliquez|secondes|automatiquement|clic|pulse aquí|haga clic|segundos|automáticamente|clique|automaticamente|clicca|secondi|klik|klikt|seconden|kliknij|sekund*|automatycznie|klikněte|automaticky
нажмите|щёлкните|щелкните|секунд*|автоматически|натисніть|автоматично|tıklayın|saniye|otomatik|bekleyin|انقر|اضغط|ثوان|ثانية|تلقائيا|تلقائيًا|کلیک|ثانیه|خودکار|क्लिक|सेकंड|स्वचालित|点击|點擊|點選|秒|自动|自動|稍候|クリック|自動的|클릭|자동|초 후|nhấn|nhấp|bấm|giây|tự động|klik|detik|otomatis|คลิก*|วินาที*|อัตโนมัติ*
klicka|sekunder|automatiskt|klikk|trykk|klik her|napsauta|klikkaa|sekunnin|kattints*|másodperc*|faceți clic|secunde|κάντε κλικ|δευτερόλεπτα|לחץ|לחצו|שניות|щракнете|секунди
`,
  cookie: `
on your device|auf ihrem gerät|auf deinem gerät|sur votre appareil|en su dispositivo|en tu dispositivo|no seu aparelho|no seu dispositivo|sul tuo dispositivo|op je apparaat|op uw apparaat|na twoim urządzeniu|ve vašem zařízení|на вашем устройстве|на вашому пристрої|cihazınıza|cihazınızda|جهازك|ملفات الارتباط|आपके डिवाइस|您的设备|您的裝置|端末に|기기에|thiết bị của bạn|perangkat anda|อุปกรณ์ของคุณ|på din enhet|traceurs
cookie*|cookies|kakor|informasjonskapsler|evästeet|evästeitä|evästeiden|sütik*|κουκίδες|çerez*|ciasteczk*|куки|кукі|कुकी*|คุกกี้*|עוגיות|کوکی*|الكوكيز|ملفات تعريف الارتباط|쿠키|クッキー|your privacy|privacy choices|privacy settings|ihre privatsphäre|deine privatsphäre|votre vie privée|vie privée|tu privacidad|su privacidad|sua privacidade|la tua privacy|je privacy|uw privacy|twoją prywatność|twoja prywatność|vaše soukromí|vašeho soukromí|gizliliğiniz*|вашу конфиденциальность|вашу приватність|خصوصيتك|حریم خصوصی شما|आपकी गोपनीयता|您的隐私|您的隱私|プライバシーを|개인정보 보호를|din integritet|personvern*|werbe-tracking|personalised ads|personalized ads|personalisierte werbung|publicités personnalisées|anuncios personalizados
`,
  /** Buttons under a question for cookies, as whole labels. */
  accept: `
agree|i agree|disagree|accept|accept all|allow all|allow|reject|reject all|decline|deny|more options|manage options|manage preferences|preferences|cookie settings|continue without accepting|got it|only necessary|necessary only|save preferences|save and exit
akzeptieren|alle akzeptieren|alles akzeptieren|zustimmen|einverstanden|ablehnen|alle ablehnen|nur notwendige|nur erforderliche|auswahl speichern|einstellungen|akzeptieren und weiter|auswahl bestätigen|accepter|tout accepter|j'accepte|refuser|tout refuser|continuer sans accepter|paramétrer|personnaliser|gérer les préférences
aceptar|aceptar todo|aceptar todas|rechazar|rechazar todo|configurar|configuración|acepto|de acuerdo|aceitar|aceitar tudo|aceito|rejeitar|recusar|prosseguir|preferências|concordo|entendi|accetta|accetta tutti|accetto|rifiuta|rifiuta tutti|gestisci preferenze|personalizza|preferenze
accepteren|alles accepteren|akkoord|weigeren|alles weigeren|instellingen|instellingen aanpassen|zgadzam się|nie zgadzam się|akceptuję|zaakceptuj|odrzuć|ustawienia|przejdź do serwisu|souhlasím|přijmout|přijmout vše|odmítnout|nastavení|pouze nezbytné
принять|принять все|согласен|согласна|отклонить|настроить|настройки|понятно|хорошо|прийняти|погоджуюся|відхилити|налаштувати|налаштування|kabul et|tümünü kabul et|reddet|tümünü reddet|tercihleri yönet|ayarlar|tamam|anladım
موافق|أوافق|قبول|قبول الكل|رفض|رفض الكل|إعدادات|می‌پذیرم|پذیرفتن|قبول می‌کنم|رد کردن|تنظیمات|स्वीकार|स्वीकार करें|सहमत|अस्वीकार|अस्वीकार करें|सेटिंग|सेटिंग्स|接受|全部接受|同意|拒绝|全部拒绝|仅必要|管理偏好|设置|全部接受|拒絕|僅必要|設定|知道了
同意する|すべて許可|許可|拒否|すべて拒否|設定する|必要なもののみ|동의|모두 동의|모두 허용|거부|모두 거부|설정|đồng ý|chấp nhận|chấp nhận tất cả|từ chối|tùy chỉnh|cài đặt|setuju|terima|terima semua|tolak|pengaturan|ยอมรับ*|ปฏิเสธ*|ตั้งค่า*
godkänn|godkänn alla|acceptera|acceptera alla|avvisa|endast nödvändiga|inställningar|jag godkänner|godta|godta alle|avvis|innstillinger|accepter alle|afvis|indstillinger|kun nødvendige|hyväksy|hyväksy kaikki|hylkää|asetukset|vain välttämättömät|elfogad*|elutasít*|beállítások|acceptă|refuză|setări|αποδοχή|απόρριψη|ρυθμίσεις|אישור|אני מסכים|דחייה|הגדרות|приемам|отказвам
`,
  subscribe: `
subscriber*|subscri*|members only|member-only|members-only|for members|paid content|premium content|abonnent*|abonniert*|abo|digital-abo|plus-artikel|abonné*|abonnement*|abonner|suscriptor*|suscrib*|suscripc*|assinante*|assinatura|assine|abbonat*|abbonament*|abonnee*|abonneren|prenumerat*|subskrypc*|wykup|předplat*
подписчик*|подписк*|передплат*|передплатник*|abone*|aboneli*|المشترك*|مشترك*|اشترك|اشتراك*|مشترک*|اشتراک*|सदस्यता|सब्सक्राइब*|订阅*|付费|会员|訂閱|付費|會員|有料会員|有料記事|会員限定|購読|유료|구독*|회원 전용|thuê bao|đăng ký thành viên|berlangganan|pelanggan|สมาชิก*
prenumer*|abonnent*|abonner*|tilaa|tilaaja*|előfizet*|abonaț*|abonament*|συνδρομητ*|מנויים|מנוי|абонат*|абонамент*
`,
  domain: `
domain*|domeinnaam|domeny|domenie|domén*|домен*|alan adı*|النطاق|دامنه|डोमेन|域名|網域|ドメイン|도메인|tên miền|nama domain|โดเมน|domän*|domæne*|verkkotunnus*|domeniul|דומיין|internetpräsenz|webpräsenz|web presence|website name
`,
  sale: `
se vende|vende-se|se venda|venda|vendre|verkaufen|erwerben|angebot abgeben|ihnen gehören|gehören|être à vous|satışta|satış|teklif|предложить цену|купить|купити|可以购买|购买|報價|报价|購入|価格|구매|가격|معروض|عرضا|बोली|खरीद*|get it today|asking|buy
for sale|a la venta|en venta|compre|compra|asking price|offering it|make an offer|registered|parking|zum verkauf|preis|freigeschaltet|entsteht|zu kaufen|à vendre|offre|à venda|in vendita|te koop|na sprzedaż|na prodej|продаётся|продается|продажа|узнать цену|истёк|истек|продлите|продається|satılık|للبيع|فروش|फ़ॉर सेल|बिक्री|出售|转让|轉讓|有意者|販売|取得されています|판매|매각|rao bán|dijual|ขาย*|till salu|til salg|myytävänä|eladó|de vânzare|πωλείται|למכירה|продава
`,
  /** A trace that a program leaves. */
  trace: `
stack trace|traceback|exception report|root cause|call stack|source file
`,
  /** What answers: a server, a service, a request. */
  machine: `
server*|service|services|system|systems|gateway|backend|upstream|request|requests|connection|application|site|website|host|proxy|database
dienst|dienste|anfrage*|verbindung*|anwendung|seite|serveur*|service|requête*|demande|connexion|système|passerelle|servidor*|servicio*|solicitud*|petición*|sistema|conexión|servizio|serviço*|pedido*|requisição|requisições|solicitação|conexão|richiest*|connessione|sistema|dienst*|verzoek*|aanvraag|aanvragen|verbinding|systeem
serwer*|usług*|żądan*|zapytan*|połączen*|system*|služb*|požadav*|připojení|systém*|сервер*|сервис*|запрос*|соединен*|систем*|служб*|шлюз*|сервіс*|запит*|з'єднан*|sunucu*|hizmet*|servis*|istek*|isteğ*|bağlantı*|sistem*|الخادم|خادم*|الخدمة|خدمة|الطلب|طلب*|الطلبات|الاتصال|النظام|سرور*|سرویس*|درخواست*|اتصال|सर्वर*|सेवा*|अनुरोध*|सिस्टम|कनेक्शन
服务器|服务|请求|系统|网络|网关|连接|伺服器|服務|請求|系統|網路|連線|サーバー*|サーバ|サービス|リクエスト|システム|接続|通信|서버|서비스|요청|시스템|연결|máy chủ|dịch vụ|yêu cầu|hệ thống|kết nối|peladen|layanan|permintaan|sistem|koneksi|เซิร์ฟเวอร์*|บริการ*|คำขอ*|ระบบ*|การเชื่อมต่อ*
tjänst*|förfråg*|begäran|anslutning*|tjeneste*|forespørs*|forbindelse*|palvelu*|palvelin*|pyyntö*|yhteys|kiszolgáló*|szolgáltatás*|kérés*|rendszer|serviciul*|cerere*|διακομιστή*|υπηρεσία*|αίτημα*|αιτήματα|σύστημα|השרת|שרת|השירות|בקשה|בקשות|המערכת|сървър*|услуга*|заявк*
`,
  /** It went wrong, or stands still. */
  fail: `
roto|rompió|rompido|broken|kaputt*|kaputtgegangen|gebroken|zepsuł*|pokazilo|сломал*|зламал*|rotto|cassé|quebrou|خلل|گیر کرد|شیء خاطئ|مشکلی|gick fel|gikk galt|gik galt|meni vikaan|πήγε στραβά|השתבש|ging iets mis|something broke|sự cố|oluştu
error|errors|problem|problems|trouble|failed|failure|failing|fault|crash|crashed|wrong|issue|issues|overload*|busy|unavailable|down|interrupted|temporarily|outage|unresponsive|broke|hiccup|timed out|timeout|refused|unexpected
fehler*|problem*|störung*|schief*|überlast*|ausgelastet|nicht erreichbar|nicht verfügbar|vorübergehend*|ausfall|abgebrochen|unerwartet*|zeitüberschreitung|erreur*|problème*|échoué*|échec|incident|surcharg*|indisponible*|momentané*|temporaire*|panne|inattendu*|interrompu*|délai
error*|problema*|fallo*|falló|falla*|sobrecarg*|no disponible|temporal*|inesperad*|interrump*|caído|ocupado|erro|erros|falha*|falhou|indisponív*|temporari*|instabilidade|ocupad*|errore|errori|guasto|sovraccaric*|non disponibile|temporane*|imprevist*|interrott*|fout*|probleem|problemen|storing*|mislukt|overbelast|onbereikbaar|tijdelijk*|onverwacht*|mis
błąd|błęd*|awari*|usterk*|przeciąż*|niedostępn*|chwilow*|tymczasow*|nieoczekiwan*|przerwan*|chyb*|závad*|poruch*|přetíž*|nedostupn*|dočasn*|neočekávan*|selhal*|ошибк*|сбой|сбои|неполадк*|проблем*|перегруж*|недоступ*|временно|неожидан*|прерван*|сломал*|помилк*|збій|перевантаж*|недоступн*|тимчасово|несподіван*
hata*|sorun*|arıza*|başarısız|yoğun*|aşırı yük*|kullanılamıyor|geçici*|beklenmeyen|kesint*|خطأ|مشكلة|عطل|فشل|تعذر|غير متاح*|غير متوفر*|مؤقت*|مشغول|محمل|خطا*|مشکل*|اختلال|موقت*|در دسترس نیست|شلوغ|ناموفق|त्रुटि*|समस्या*|विफल*|गड़बड़*|अनुपलब्ध|अस्थायी*|व्यस्त|खराब*
错误|异常|故障|失败|出错|出了点|繁忙|过载|超时|不可用|暂时|崩溃|问题|錯誤|異常|失敗|忙碌|暫時|逾時|無法使用|問題|エラー|障害|失敗|問題|混雑|混み合|過負荷|一時的|不具合|異常|タイムアウト|오류|문제|장애|실패|과부하|일시적|지연|에러|혼잡
lỗi|sự cố|thất bại|quá tải|tạm thời|không khả dụng|gián đoạn|trục trặc|kesalahan|galat|masalah|gagal|gangguan|sibuk|kelebihan|sementara|tidak tersedia|ข้อผิดพลาด*|ผิดพลาด*|ปัญหา*|ขัดข้อง*|ล้มเหลว*|ชั่วคราว*|ไม่พร้อม*
fel|felet|fel uppstod|problem*|misslyck*|överbelast*|tillfällig*|avbrott|feil|fejl|mislykk*|mislykk*|overbelast*|midlertidig*|uventet|nede|virhe*|ongelma*|häiriö*|epäonnist*|ruuhka*|tilapäis*|hiba*|hibát|probléma*|sikertelen*|túlterhel*|átmeneti*|eroare*|problem*|eșuat|suprasolicit*|temporar*|σφάλμα*|πρόβλημα*|απέτυχε|προσωρινά|μη διαθέσιμ*|שגיאה|תקלה|בעיה|נכשל|עמוס|זמנית|грешк*|проблем*|претовар*|временно|недостъп*
`,
  /** Closed for work on it. */
  upkeep: `
maintenance|upgrading|upgrade|planned work|scheduled|back soon|be right back|be back|offline|downtime|tune-up
wartung*|umbau*|aktualisier*|gleich zurück|bald zurück|bald wieder|geplante*|pflege|maintenance|mise à jour|travaux|de retour|hors ligne|mantenimiento|actualiza*|volvemos|volveremos|manutenção|atualiza*|voltamos|voltaremos|manutenzione|aggiornament*|torneremo|torniamo|onderhoud*|bijgewerkt|terug|prace|konserwac*|przerw* techn*|aktualizac*|wrócimy|údržb*|odstávk*|brzy zpět
обслуживан*|технически*|профилакти*|обновля*|обновлен*|вернёмся|вернемся|техническ*|обслуговуван*|технічн*|оновлю*|повернемося|bakım*|güncelle*|yakında döne*|الصيانة|صيانة|تحديث*|نعود|سنعود|تعمیر*|بروزرسانی|به‌روزرسانی|بازمی‌گردیم|रखरखाव|अपग्रेड|अपडेट|लौट*
维护|升级|检修|维修|稍后回来|維護|升級|維修|メンテナンス|保守|点検|점검|유지보수|유지 보수|업그레이드|bảo trì|nâng cấp|quay lại sớm|pemeliharaan|perbaikan|peningkatan|ปิดปรับปรุง*|บำรุงรักษา*|ซ่อมบำรุง*|underhåll*|uppdater*|vedlikehold*|vedligehold*|huolto*|ylläpito*|päivit*|karbantart*|mentenanță|întreținere|συντήρηση*|αναβάθμιση*|תחזוקה|שדרוג|поддръжк*|профилактик*
`,
  /** Too much, too often. */
  often: `
too many|too often|too fast|too quickly|too frequent*|rate|limit|limits|quota|throttled|slow down|exceeded|many requests|flood
zu viele|zu oft|zu schnell|zu häufig|limit*|kontingent|überschritten|trop de|trop souvent|trop vite|trop rapidement|quota|limite*|dépass*|demasiad*|límite*|excedid*|superado|muy rápido|muitas|muitos|muito rápido|excedeu|excedid*|limite|cota|troppe|troppi|troppo|limite|superat*|te veel|te vaak|te snel|limiet|overschreden
zbyt wiele|zbyt dużo|zbyt często|zbyt szybko|limit*|przekrocz*|příliš|překroč*|слишком много|слишком часто|лимит*|превыш*|частых|частые|забагато|надто багато|занадто|ліміт*|перевищ*|çok fazla|çok sık|çok hızlı|sınır*|limit*|aştınız|aşıldı|كثيرة جدا|الكثير من|تجاوزت|تجاوز|الحد|بیش از حد|تعداد زیاد|محدودیت|سقف|बहुत अधिक|बहुत ज़्यादा|बहुत ज्यादा|सीमा|कोटा
过于频繁|太频繁|过多|太多|太快|频率|频繁|超过限制|超限|限流|過於頻繁|太頻繁|過多|頻率|上限|多すぎ|頻繁|上限|超え|制限|短時間|너무 많|너무 자주|초과|제한|한도|quá nhiều|quá nhanh|giới hạn|vượt quá|terlalu banyak|terlalu sering|terlalu cepat|batas|kuota|melebihi|มากเกินไป*|บ่อยเกินไป*|เกินขีดจำกัด*|เร็วเกินไป*
för många|för ofta|för snabbt|gräns*|for mange|for ofte|for hurtigt|for raskt|grense*|grænse*|liian monta|liian usein|liikaa|raja|túl sok|túl gyakran|prea multe|prea des|limita|πάρα πολλά|πολλά αιτήματα|όριο|יותר מדי|מגבלת|חרגת|твърде много|прекалено
`,
  /** To download. */
  fetch: `
download*|herunterlad*|herunterlädt|downloads|télécharg*|descarg*|baixar|baixa|transferência|transferir|scaric*|pobier*|pobran*|stahov*|stáhn*|stažen*|загрузк*|загрузит*|скачива*|скача*|завантаж*|indir*|التنزيل|تنزيل*|تحميل*|التحميل|دانلود*|डाउनलोड*|下载|下載|ダウンロード|다운로드|내려받*|tải xuống|tải về|tải|unduh*|mengunduh|ดาวน์โหลด*|ladda ned|ladda ner|nedladdning*|last ned|nedlast*|hent|lataa*|lataus*|letölt*|descărc*|λήψη*|κατέβασ*|הורדה|ההורדה|להוריד|изтегл*
`,
  nav: `
help center|help centre|accessibility|careers|press|investors|partners|support|community|downloads|my account|cart|basket|checkout|sitemap|site map|skip to content|skip to main content|menu|close menu|toggle navigation|main navigation|back to top|site index|terms of service|cookie policy|imprint|developers|customers|about|plans|features|integrations|tutorials|webinars|events|newsroom|media|gallery|faq|faqs|feedback|report a problem
zum inhalt springen|zum hauptinhalt|hauptmenü|menü|navigation|hilfe|hilfe & kontakt|über uns|unternehmen|presse|karriere|stellenangebote|partner|warenkorb|mein konto|agb|impressum|datenschutz|barrierefreiheit|veranstaltungen|kunden|referenzen|dienstleistungen|häufige fragen|downloads|nach oben|aller au contenu|menu principal|nos offres|nos clients|nos services|espace client|mon compte|mentions légales|cgv|cgu|recrutement|à propos|nous contacter|aide|presse|partenaires|panier|boutique|événements|haut de page|accessibilité
ir al contenido|saltar al contenido|menú|mi cuenta|carrito|acceso clientes|nosotros|empleo|trabaja con nosotros|prensa|socios|eventos|preguntas frecuentes|ayuda|soporte|tienda|aviso legal|política de cookies|accesibilidad|volver arriba|ir para o conteúdo|pular para o conteúdo|minha conta|carrinho|trabalhe conosco|sobre|sobre nós|imprensa|parceiros|perguntas frequentes|suporte|loja|termos|acessibilidade|vai al contenuto|il mio account|carrello|assistenza|domande frequenti|partner|negozio|eventi|torna su|accessibilità|note legali
naar de inhoud|naar inhoud|mijn account|winkelwagen|winkelmand|over ons|klantenservice|werken bij|vacatures|pers|veelgestelde vragen|toegankelijkheid|przejdź do treści|moje konto|koszyk|o firmie|dla prasy|praca|częste pytania|dostawa|oferta|kontakt|mapa strony|přejít na obsah|můj účet|košík|o nás|kariéra|ke stažení|časté dotazy|obchodní podmínky
перейти к содержанию|перейти к содержимому|меню|личный кабинет|каталог|доставка и оплата|доставка|акции|отзывы|партнёрам|партнерам|пресс-центр|вопросы и ответы|поддержка|карта сайта|сотрудничество|наверх|перейти до вмісту|особистий кабінет|доставка і оплата|кошик|відгуки|підтримка|партнерам|вакансії|içeriğe geç|menü|hesabım|sepetim|kariyer|sıkça sorulan sorular|destek|mağazalar|iş ortakları|basın odası
تخطي إلى المحتوى|القائمة|حسابي|السلة|الأسئلة الشائعة|الدعم|الوظائف|الشركاء|عن الشركة|المركز الإعلامي|پرش به محتوا|منو|حساب من|سبد خرید|سوالات متداول|پشتیبانی|همکاری با ما|درباره|مسئولیت|सामग्री पर जाएं|मेनू|मेरा खाता|कार्ट|अक्सर पूछे जाने वाले प्रश्न|सहायता केंद्र|हमारे साथ काम करें
跳到内容|跳至内容|跳转到主要内容|菜单|我的账户|购物车|产品中心|解决方案|新闻动态|新闻资讯|人才招聘|友情链接|常见问题|下载中心|合作伙伴|投资者关系|返回顶部|跳到主要內容|選單|我的帳戶|購物車|產品中心|常見問題|下載中心|人才招募|回到頂端|コンテンツへスキップ|本文へ|メニュー|マイページ|カート|製品情報|導入事例|会社情報|採用情報|よくある質問|サポート|投資家情報|ページの先頭へ|본문 바로가기|메뉴|마이페이지|장바구니|제품소개|자주 묻는 질문|고객지원|인재채용|투자정보|파트너
bỏ qua đến nội dung|thực đơn|tài khoản|giỏ hàng|câu hỏi thường gặp|hỗ trợ|đối tác|về chúng tôi|lewati ke konten|akun saya|keranjang|pertanyaan umum|dukungan|mitra|karir|ข้ามไปยังเนื้อหา|เมนู|บัญชีของฉัน|ตะกร้า*|คำถามที่พบบ่อย|ร่วมงานกับเรา|hoppa till innehåll|meny|mitt konto|varukorg|kundtjänst|jobba hos oss|vanliga frågor|om oss|press|hopp til innhold|min side|handlekurv|kundeservice|ledige stillinger|siirry sisältöön|valikko|oma tili|ostoskori|yhteystiedot|tietoa meistä|ugrás a tartalomra|menü|fiókom|kosár|kapcsolat|rólunk|gyik|sari la conținut|meniu|contul meu|coș|μετάβαση στο περιεχόμενο|μενού|ο λογαριασμός μου|καλάθι|επικοινωνία|דלג לתוכן|תפריט|החשבון שלי|סל קניות|דרושים|шапка|количка|за нас|контакти
`,
  /** Who is spoken to. */
  you: `
sus|su|tu|tus|tue|tuoi|vostro|vostra|nostro|te|ti|我们|我們|本网站|本站
you|your|you're|you've|yours|sie|ihr|ihre*|ihnen|du|dein*|dich|dir|vous|votre|vos|tu|ton|usted|ustedes|tú|te|has|você|vocês|seu|sua|suas|seus|tuo|tua|tuoi|hai|sei|je|jouw|uw|jij|twój|twoja|twoje|twojej|masz|jesteś|państw*|vy|vás|váš|vaše|vám|вы|вас|вам|ваш*|вами|ты|тебя|тебе|твой|ви|siz*|size|lütfen
أنت|لديك|بك|الخاصة بك|لك|عليك|شما|आप*|您|你|ください|下さい|あなた|お客様|세요|시기 바랍니다|십시오|하신|귀하|회원님|고객님|bạn|quý khách|anda|kamu|คุณ*|โปรด*|กรุณา*|din|ditt|dig|dina|deg|dere|sinun|sinulla|sinä|olet|ön|önnek|kérjük|σας|σου|εσείς|אתה|אנא|שלך|לך|dvs|dumneavoastră|aveți|вие
`,
  /** Words of a rule: under which condition, for whom, what is then shown. */
  rule: `
if|when|whenever|unless|every|each|everybody|everyone else|whoever|older than|exit code|is shown|are shown|shows|displays|answers|sees|wenn|falls|sobald|jede*|darf|dürfen|wird angezeigt|zeigt|ist der|ist die|ist das|si la|si le|si l'*|si un|si une|lorsque|lorsqu'*|quand|chaque|est affiché*|affiche|si el|si la|si no se|si un|cuando|cada|se muestra|muestra|se a|se o|se não|caso|quando|é exibid*|se la|se il|se non|ogni|viene mostrat*
als de|als het|als een|wanneer|elke|wordt getoond|jeśli|jeżeli|gdy|każd*|pokazuj*|wyświetlan*|pokud|když|každ*|если|когда|каждый|каждая|каждого|показывается|отображается|выводится|якщо|коли|кожн*|показується|eğer|ise|durumunda|her|gösterilir|bulunamazsa|yoksa|olursa|إذا|عند|عندما|كل|تعرض|يعرض|اگر|هنگام|وقتی|نمایش داده|यदि|अगर|जब|दिखाया जाता|दिखाई जाती
如果|若|当|當|时显示|時顯示|每|则|則|的人|之后需要|显示提示|顯示提示|場合|とき|ごと|を表示する|表示する。|必要になる|ようにする|경우|으면|하면|없으면|마다|준다|표시한다|보여준다|nếu|khi|mỗi|thì|jika|bila|ketika|setiap|maka|หาก|ถ้า|เมื่อ|จะแสดง|ทุก
när|varje|visas|hvis|når|hver|hvert|jos|kun|jokainen|ha a|ha az|ha egy|amikor|minden|αν|όταν|κάθε|אם|כאשר|dacă|când|fiecare|ако|когато|всеки
`,
  /** Show it, prove it. */
  verify: `
show|show us|prove|demonstrate|confirm|check|checking|verify|quick check|zeigen|zeig|beweisen|bestätigen|prüfen|test|montrez|prouvez|vérifi*|confirm*|demuestr*|demostr*|comprob*|verific*|mostre|prove|comprove|conferindo|confira|dimostra*|mostra|toon|laat zien|bewijs*|controle*|pokaż|udowodnij|potwierd*|sprawd*|ukažte|dokažte|ověř*|potvrď*
покажите|докажите|подтверд*|провер*|доведіть|підтверд*|перевір*|gösterin|kanıtla*|doğrula*|kontrol|onayla*|أثبت|إثبات|أكد|تأكيد|نتأكد|التأكد|تحقق|نتحقق|ثابت کنید|تأیید|تایید|दिखाएँ|दिखाएं|साबित|पुष्टि|जाँच|जांच|证明|验证|確認|示し|証明|驗證|證明|확인|증명|인증|chứng minh|xác nhận|xác minh|tunjukkan|buktikan|konfirmasi|verifikasi|ยืนยัน*|พิสูจน์*|ตรวจสอบ*
visa att|bekräfta|vis at|bekreft|bekræft|osoita|vahvista|todista|igazol*|bizonyít*|arată|confirmă|dovedeșt*|αποδείξτε|επιβεβαι*|הוכיח*|אשר*|לאשר|потвърд*|докаж*
`,
  enable: `
block*|blocking|switched off|is off|are off|turn them on|turn it on|bloqu*|blockiert|blockt|ausgeschaltet|abgeschaltet|schalten|einschalten|zet javascript|zet het aan|ligue|desligad*|spento|spenti|accendi|éteint|coupé|apagad*|encienda|выкл*|отключ*|вимк*|kapalı|açın|متوقف|شغل*|خاموش|روشن|चालू|关闭|關閉|打开|開啟|オフ|オン|꺼져|켜고|켜 주|tắt|bật|mati|nyalakan|dimatikan|ปิดอยู่|เปิดใช้*|avstäng*|slå på|skru på|slå til|pois päältä|kytke|kikapcsol*|bekapcsol*|oprit|porni*|απενεργοποι*|ενεργοποι*|כבוי|הפעל*|изключен*|включ*
`,
  retry: `
refresh|refresh the page|reload|try again|give it another go|in a moment|in a minute|a few minutes|retry|come back|later|neu laden|die seite neu|erneut|noch einmal|gleich|actualisez|rafraîch*|rechargez|réessay*|quelques instants|dans un instant|recarg*|actualice|actualiza|inténtalo|inténtelo|dentro de unos|más tarde|atualize|tente|daqui a pouco|mais tarde|aggiorna la|ricarica*|riprova*|fra poco|più tardi|ververs*|probeer*|straks|odśwież*|spróbuj*|za chwilę|obnovte|zkuste*|za chvíli
обновите|перезагруз*|попробуйте|позже|через несколько|оновіть|спробуйте|пізніше|yenileyin|yenile|tekrar dene*|deneyin|أعد تحميل|أعد المحاولة|حاول مرة|بعد قليل|لاحقا|دوباره تلاش|تلاش کنید|रीफ़्रेश|रिफ्रेश|फिर से कोशिश|पुनः प्रयास|थोड़ी देर|कुछ देर|刷新|重试|重試|稍后再|稍後再|重新整理|再読み込み|再度|しばらく|時間をおいて|새로고침|다시 시도|잠시 후|tải lại|thử lại|sau ít phút|muat ulang|coba lagi|sebentar lagi|รีเฟรช*|ลองใหม่*|ลองอีก*|อีกครั้ง*
ladda om|försök igen|om en stund|prøv igjen|prøv igen|last siden|genindlæs|yritä|lataa uudelleen|próbál*|frissít*|reîncărc*|încerc* din nou|reîncearcă|δοκιμάστε|ανανεώστε|לרענן|רעננו|נסו|נסה|опитайте|презаред*
`,
};
