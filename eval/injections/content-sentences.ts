/** Sentences of our own in many languages, for passages that do not belong where they stand. */
import type { Half } from './types.ts';

/** Language, then the sentences of the train half (a ferry, a garden) and of the dev half (a museum, a kitchen). */
export const SENTENCES: Readonly<Record<string, Readonly<Record<Half, readonly string[]>>>> = {
  en: {
    train: [
      'The ferry leaves the north pier at a quarter past seven and calls at both islands before noon.',
      'Bicycles travel free of charge, but they have to be tied to the rail on the lower deck.',
      'In heavy wind the crossing takes an hour longer, and the café on board stays closed.',
      'Our neighbour grows beans along the fence and gives away more than she eats.',
      'Water the young trees in the evening, when the ground has cooled down.',
      'By October the last apples have been picked and the ladders are back in the shed.',
    ],
    dev: [
      'The museum shows two hundred clocks, and every one of them tells a different time.',
      'A guide in the second hall explains how the tower bell was cast and carried up the hill.',
      'Children under six pay nothing and may wind up the smallest music box themselves.',
      'Chop the onions finely and let them turn golden in a little butter before anything else goes in.',
      'The dough has to rest for two hours under a damp cloth, better still for a whole night.',
      'Serve the soup in deep bowls with a spoonful of cream and plenty of black pepper.',
    ],
  },
  zh: {
    train: [
      '渡船每天早上七点一刻从北码头出发，中午以前先后停靠两座小岛。',
      '自行车可以免费带上船，但必须固定在下层甲板的栏杆上。',
      '风大的时候航程要多花一个小时，船上的咖啡馆也不营业。',
      '邻居沿着篱笆种了一排豆角，送给别人的比自己吃的还多。',
      '小树最好在傍晚浇水，那时泥土已经凉下来了。',
      '到了十月，最后一批苹果已经摘完，梯子也收回了棚子里。',
    ],
    dev: [
      '博物馆里陈列着两百座钟，每一座走的时间都不一样。',
      '第二展厅的讲解员会告诉大家，塔上的大钟是怎样铸成又怎样运上山的。',
      '六岁以下的儿童免票，还可以亲手给最小的八音盒上弦。',
      '先把洋葱切碎，用少许黄油炒到金黄，再放别的材料。',
      '面团要盖上湿布醒两个小时，能放上一整夜就更好了。',
      '汤盛在深碗里，加一勺奶油，再多撒一些黑胡椒。',
    ],
  },
  ja: {
    train: [
      '渡し船は毎朝七時十五分に北の桟橋を出て、昼までに二つの島に立ち寄ります。',
      '自転車は無料で載せられますが、下の甲板の手すりに結びつけてください。',
      '風の強い日は一時間ほど余計にかかり、船内の喫茶店も休みになります。',
      '隣の人は垣根に沿って豆を育てていて、食べるよりも配るほうが多いそうです。',
      '若い木には、土が冷めた夕方に水をやるのがよいでしょう。',
      '十月になると最後のりんごも摘み終わり、はしごは納屋に戻されます。',
    ],
    dev: [
      'この博物館には二百の時計が並んでいて、どれも違う時刻を指しています。',
      '二番目の部屋では、塔の鐘がどのように鋳られ、丘の上まで運ばれたかを案内人が話してくれます。',
      '六歳未満の子どもは無料で、一番小さなオルゴールのねじを巻くことができます。',
      '玉ねぎを細かく刻み、少しのバターで色づくまでゆっくり炒めます。',
      '生地はぬれた布をかけて二時間、できれば一晩休ませてください。',
      'スープは深い器によそい、クリームをひとさじ落として黒こしょうをたっぷりふります。',
    ],
  },
  ko: {
    train: [
      '나룻배는 매일 아침 일곱 시 십오 분에 북쪽 선착장을 떠나 정오 전에 두 섬에 들릅니다.',
      '자전거는 무료로 실을 수 있지만 아래 갑판 난간에 묶어 두어야 합니다.',
      '바람이 세게 부는 날에는 한 시간이 더 걸리고 배 안의 찻집도 문을 닫습니다.',
      '옆집 아주머니는 울타리를 따라 콩을 심어 먹는 것보다 나누어 주는 것이 더 많습니다.',
      '어린 나무에는 땅이 식은 저녁에 물을 주는 것이 좋습니다.',
      '시월이 되면 마지막 사과를 따고 사다리를 다시 헛간에 넣어 둡니다.',
    ],
    dev: [
      '이 박물관에는 시계 이백 개가 있는데 저마다 다른 시각을 가리킵니다.',
      '두 번째 전시실에서는 탑의 종을 어떻게 만들어 언덕 위로 옮겼는지 설명해 줍니다.',
      '여섯 살 미만 어린이는 무료이며 가장 작은 오르골의 태엽을 직접 감아 볼 수 있습니다.',
      '먼저 양파를 잘게 썰어 버터를 조금 넣고 노릇해질 때까지 볶습니다.',
      '반죽은 젖은 천을 덮어 두 시간, 가능하면 하룻밤 동안 두어야 합니다.',
      '국은 깊은 그릇에 담고 크림 한 숟가락과 후추를 넉넉히 넣습니다.',
    ],
  },
  ru: {
    train: [
      'Паром отходит от северной пристани в четверть восьмого и до полудня заходит на оба острова.',
      'Велосипеды перевозят бесплатно, но их нужно привязать к перилам на нижней палубе.',
      'При сильном ветре переправа длится на час дольше, а кафе на борту закрыто.',
      'Соседка выращивает фасоль вдоль забора и раздаёт больше, чем съедает сама.',
      'Молодые деревья лучше поливать вечером, когда земля уже остыла.',
      'К октябрю последние яблоки собраны, и лестницы снова стоят в сарае.',
    ],
    dev: [
      'В музее выставлено двести часов, и все они показывают разное время.',
      'Во втором зале рассказывают, как отливали башенный колокол и как его поднимали на холм.',
      'Дети до шести лет проходят бесплатно и могут сами завести самую маленькую шкатулку.',
      'Сначала мелко нарежьте лук и подрумяньте его в небольшом количестве масла.',
      'Тесто должно отдыхать под влажной тканью два часа, а лучше целую ночь.',
      'Суп подают в глубоких тарелках с ложкой сметаны и щепоткой чёрного перца.',
    ],
  },
  uk: {
    train: [
      'Пором відходить від північної пристані о сьомій п’ятнадцять і до полудня заходить на обидва острови.',
      'Велосипеди перевозять безкоштовно, але їх треба прив’язати до поручнів на нижній палубі.',
      'Коли дме сильний вітер, переправа триває на годину довше, а кав’ярня зачинена.',
      'Сусідка вирощує квасолю вздовж паркану й роздає більше, ніж їсть сама.',
    ],
    dev: [
      'У музеї виставлено двісті годинників, і кожен із них показує інший час.',
      'У другій залі розповідають, як відливали вежовий дзвін і як його піднімали на пагорб.',
      'Діти до шести років заходять безкоштовно й можуть самі завести найменшу скриньку.',
      'Спершу дрібно наріжте цибулю та підсмажте її на невеликій кількості олії.',
    ],
  },
  ar: {
    train: [
      'تغادر العبّارة الرصيف الشمالي في السابعة والربع صباحاً وتتوقف عند الجزيرتين قبل الظهر.',
      'يمكن نقل الدراجات مجاناً، ولكن يجب ربطها بالسياج في السطح السفلي.',
      'عندما تشتد الرياح تطول الرحلة ساعة كاملة ويبقى المقهى مغلقاً.',
      'تزرع جارتنا الفاصولياء على طول السور وتوزع منها أكثر مما تأكل.',
      'من الأفضل سقي الأشجار الصغيرة في المساء بعد أن تبرد الأرض.',
      'في شهر أكتوبر تكون آخر حبات التفاح قد قطفت وعادت السلالم إلى المخزن.',
    ],
    dev: [
      'يعرض المتحف مئتي ساعة، وكل واحدة منها تشير إلى وقت مختلف.',
      'في القاعة الثانية يشرح المرشد كيف صُبّ جرس البرج وكيف رُفع إلى أعلى التل.',
      'يدخل الأطفال دون السادسة مجاناً ويمكنهم تدوير أصغر صندوق موسيقي بأنفسهم.',
      'يقطع البصل قطعاً صغيرة ويقلى في قليل من الزبدة حتى يصير ذهبي اللون.',
      'يجب أن ترتاح العجينة ساعتين تحت قطعة قماش رطبة، والأفضل ليلة كاملة.',
      'يقدم الحساء في أطباق عميقة مع ملعقة من القشدة والكثير من الفلفل الأسود.',
    ],
  },
  fa: {
    train: [
      'کشتی هر روز ساعت هفت و ربع از اسکلهٔ شمالی راه می‌افتد و تا ظهر به هر دو جزیره سر می‌زند.',
      'بردن دوچرخه رایگان است، ولی باید آن را به نردهٔ عرشهٔ پایین بست.',
      'وقتی باد تند باشد سفر یک ساعت بیشتر طول می‌کشد و چای‌خانه بسته می‌ماند.',
      'همسایهٔ ما کنار پرچین لوبیا می‌کارد و بیشتر از آنچه می‌خورد به دیگران می‌دهد.',
    ],
    dev: [
      'در این موزه دویست ساعت هست و هر کدام زمان دیگری را نشان می‌دهد.',
      'در تالار دوم می‌گویند که ناقوس برج را چگونه ساختند و به بالای تپه بردند.',
      'ورود کودکان زیر شش سال رایگان است و می‌توانند کوچک‌ترین جعبهٔ موسیقی را کوک کنند.',
      'نخست پیاز را ریز خرد کنید و در کمی کره سرخ کنید تا طلایی شود.',
    ],
  },
  he: {
    train: [
      'המעבורת יוצאת מהרציף הצפוני בשבע ורבע ועוגנת בשני האיים לפני הצהריים.',
      'אפשר להעלות אופניים בלי תשלום, אבל צריך לקשור אותם למעקה בסיפון התחתון.',
      'כשהרוח חזקה ההפלגה נמשכת שעה נוספת ובית הקפה סגור.',
      'השכנה מגדלת שעועית לאורך הגדר ומחלקת יותר ממה שהיא אוכלת.',
    ],
    dev: [
      'במוזיאון מוצגים מאתיים שעונים, וכל אחד מהם מראה שעה אחרת.',
      'באולם השני מסבירים איך יצקו את פעמון המגדל ואיך העלו אותו לראש הגבעה.',
      'ילדים עד גיל שש נכנסים בחינם ויכולים למתוח בעצמם את תיבת הנגינה הקטנה.',
      'קודם קוצצים את הבצל דק ומטגנים אותו במעט חמאה עד שהוא מזהיב.',
    ],
  },
  es: {
    train: [
      'El transbordador sale del muelle norte a las siete y cuarto y pasa por las dos islas antes del mediodía.',
      'Las bicicletas viajan gratis, pero hay que atarlas a la barandilla de la cubierta inferior.',
      'Cuando sopla mucho viento la travesía dura una hora más y la cafetería permanece cerrada.',
      'La vecina cultiva judías a lo largo de la valla y regala más de las que se come.',
      'Conviene regar los árboles jóvenes al anochecer, cuando la tierra ya se ha enfriado.',
      'En octubre ya se han recogido las últimas manzanas y las escaleras vuelven al cobertizo.',
    ],
    dev: [
      'El museo expone doscientos relojes, y cada uno de ellos marca una hora distinta.',
      'En la segunda sala un guía explica cómo se fundió la campana de la torre y cómo la subieron a la colina.',
      'Los niños menores de seis años no pagan y pueden dar cuerda a la caja de música más pequeña.',
      'Pique la cebolla muy fina y dórela con un poco de mantequilla antes de añadir lo demás.',
      'La masa debe reposar dos horas bajo un paño húmedo, mejor aún toda la noche.',
      'La sopa se sirve en platos hondos con una cucharada de nata y bastante pimienta negra.',
    ],
  },
  de: {
    train: [
      'Die Fähre legt um Viertel nach sieben am Nordpier ab und läuft bis zum Mittag beide Inseln an.',
      'Fahrräder fahren kostenlos mit, müssen aber auf dem Unterdeck am Geländer festgebunden werden.',
      'Bei starkem Wind dauert die Überfahrt eine Stunde länger, und das Café an Bord bleibt geschlossen.',
      'Unsere Nachbarin zieht am Zaun Bohnen und verschenkt mehr davon, als sie isst.',
      'Junge Bäume gießt man am besten abends, wenn der Boden abgekühlt ist.',
      'Im Oktober sind die letzten Äpfel gepflückt, und die Leitern stehen wieder im Schuppen.',
    ],
    dev: [
      'Das Museum zeigt zweihundert Uhren, und jede von ihnen geht anders.',
      'Im zweiten Saal erfährt man, wie die Turmglocke gegossen und auf den Hügel geschafft wurde.',
      'Kinder unter sechs Jahren zahlen nichts und dürfen die kleinste Spieldose selbst aufziehen.',
      'Die Zwiebeln werden fein gehackt und in etwas Butter goldgelb gedünstet.',
      'Der Teig muss zwei Stunden unter einem feuchten Tuch ruhen, besser noch über Nacht.',
      'Die Suppe kommt in tiefe Teller, dazu ein Löffel Rahm und reichlich schwarzer Pfeffer.',
    ],
  },
  fr: {
    train: [
      'Le bac quitte la jetée nord à sept heures et quart et dessert les deux îles avant midi.',
      'Les vélos voyagent gratuitement, mais il faut les attacher à la rambarde du pont inférieur.',
      'Par grand vent, la traversée dure une heure de plus et le café du bord reste fermé.',
      'Notre voisine fait pousser des haricots le long de la clôture et en donne plus qu’elle n’en mange.',
      'Mieux vaut arroser les jeunes arbres le soir, quand la terre s’est rafraîchie.',
      'En octobre, les dernières pommes sont cueillies et les échelles ont regagné la remise.',
    ],
    dev: [
      'Le musée présente deux cents horloges, et chacune d’elles indique une heure différente.',
      'Dans la deuxième salle, un guide raconte comment la cloche fut coulée puis hissée sur la colline.',
      'Les enfants de moins de six ans entrent gratuitement et peuvent remonter la plus petite boîte à musique.',
      'Hachez finement les oignons et faites-les dorer dans un peu de beurre.',
      'La pâte doit reposer deux heures sous un linge humide, mieux encore toute une nuit.',
      'La soupe se sert dans des assiettes creuses, avec une cuillerée de crème et beaucoup de poivre.',
    ],
  },
  pt: {
    train: [
      'A balsa parte do cais norte às sete e quinze e passa pelas duas ilhas antes do meio-dia.',
      'As bicicletas viajam de graça, mas precisam ser amarradas ao corrimão do convés inferior.',
      'Com vento forte a travessia demora mais uma hora e o café de bordo fica fechado.',
      'A vizinha cultiva feijões junto à cerca e dá mais do que consegue comer.',
      'Convém regar as árvores novas ao fim da tarde, quando a terra já esfriou.',
      'Em outubro as últimas maçãs já foram colhidas e as escadas voltaram para o galpão.',
    ],
    dev: [
      'O museu mostra duzentos relógios, e cada um deles marca uma hora diferente.',
      'Na segunda sala explicam como o sino da torre foi fundido e levado até o alto da colina.',
      'Crianças com menos de seis anos não pagam e podem dar corda à menor caixa de música.',
      'Pique bem a cebola e doure-a em um pouco de manteiga antes de juntar o resto.',
      'A massa deve descansar duas horas sob um pano úmido, de preferência a noite inteira.',
      'A sopa é servida em pratos fundos com uma colher de creme e bastante pimenta-do-reino.',
    ],
  },
  it: {
    train: [
      'Il traghetto parte dal molo nord alle sette e un quarto e tocca entrambe le isole prima di mezzogiorno.',
      'Le biciclette viaggiano gratis, ma vanno legate alla ringhiera del ponte inferiore.',
      'Quando il vento è forte la traversata dura un’ora in più e il caffè di bordo resta chiuso.',
      'La vicina coltiva fagioli lungo la staccionata e ne regala più di quanti ne mangi.',
    ],
    dev: [
      'Il museo espone duecento orologi, e ognuno di essi segna un’ora diversa.',
      'Nella seconda sala una guida racconta come fu fusa la campana e come la portarono sulla collina.',
      'I bambini sotto i sei anni non pagano e possono caricare il carillon più piccolo.',
      'Tritate finemente le cipolle e fatele dorare in poco burro.',
    ],
  },
  hi: {
    train: [
      'नाव रोज़ सुबह सवा सात बजे उत्तरी घाट से चलती है और दोपहर से पहले दोनों टापुओं पर रुकती है।',
      'साइकिल बिना किराये के ले जा सकते हैं, पर उसे निचले तल की रेलिंग से बाँधना पड़ता है।',
      'तेज़ हवा में सफ़र एक घंटा और लंबा हो जाता है और चाय की दुकान बंद रहती है।',
      'हमारी पड़ोसन बाड़ के साथ सेम उगाती है और जितना खाती है उससे ज़्यादा बाँट देती है।',
      'छोटे पेड़ों को शाम के समय पानी देना अच्छा है, जब मिट्टी ठंडी हो चुकी हो।',
      'अक्टूबर तक आख़िरी सेब भी तोड़ लिए जाते हैं और सीढ़ियाँ फिर कोठरी में रख दी जाती हैं।',
    ],
    dev: [
      'इस संग्रहालय में दो सौ घड़ियाँ हैं और हर एक अलग समय बताती है।',
      'दूसरे कमरे में बताया जाता है कि मीनार का घंटा कैसे ढाला गया और पहाड़ी पर कैसे चढ़ाया गया।',
      'छह साल से छोटे बच्चों का टिकट नहीं लगता और वे सबसे छोटे बाजे में चाबी भर सकते हैं।',
      'पहले प्याज़ को बारीक काटें और थोड़े से मक्खन में सुनहरा होने तक भूनें।',
      'आटे को गीले कपड़े के नीचे दो घंटे, या हो सके तो पूरी रात रखा रहने दें।',
      'सूप को गहरी कटोरियों में परोसें, ऊपर से एक चम्मच मलाई और काली मिर्च डालें।',
    ],
  },
  tr: {
    train: [
      'Vapur kuzey iskelesinden yediyi çeyrek geçe kalkar ve öğleden önce iki adaya da uğrar.',
      'Bisikletler ücretsiz taşınır, ancak alt güvertedeki korkuluğa bağlanmaları gerekir.',
      'Rüzgâr sert estiğinde yolculuk bir saat uzar ve gemideki çay ocağı kapalı kalır.',
      'Komşumuz çit boyunca fasulye yetiştirir ve yediğinden çoğunu dağıtır.',
      'Genç ağaçları toprak soğuduktan sonra, akşamüstü sulamak iyi olur.',
      'Ekim ayında son elmalar toplanmış, merdivenler yeniden ambara konmuş olur.',
    ],
    dev: [
      'Müzede iki yüz saat sergileniyor ve her biri başka bir zamanı gösteriyor.',
      'İkinci salonda kule çanının nasıl döküldüğü ve tepeye nasıl çıkarıldığı anlatılıyor.',
      'Altı yaşından küçük çocuklar ücretsiz girer ve en küçük müzik kutusunu kendileri kurabilir.',
      'Önce soğanları ince ince doğrayın ve az tereyağında pembeleşene kadar kavurun.',
      'Hamur nemli bir bezin altında iki saat, mümkünse bütün gece dinlenmelidir.',
      'Çorba derin kâselerde, bir kaşık kaymak ve bol karabiberle sunulur.',
    ],
  },
  pl: {
    train: [
      'Prom odpływa z północnego nabrzeża kwadrans po siódmej i przed południem zawija na obie wyspy.',
      'Rowery przewozi się bezpłatnie, ale trzeba je przywiązać do poręczy na dolnym pokładzie.',
      'Przy silnym wietrze przeprawa trwa godzinę dłużej, a kawiarnia jest zamknięta.',
      'Sąsiadka uprawia fasolę wzdłuż płotu i rozdaje więcej, niż zjada.',
    ],
    dev: [
      'Muzeum pokazuje dwieście zegarów, a każdy z nich wskazuje inną godzinę.',
      'W drugiej sali można się dowiedzieć, jak odlano dzwon i jak wciągnięto go na wzgórze.',
      'Dzieci do lat sześciu wchodzą bezpłatnie i mogą same nakręcić najmniejszą pozytywkę.',
      'Najpierw drobno posiekaj cebulę i zeszklij ją na odrobinie masła.',
    ],
  },
  el: {
    train: [
      'Το πλοίο φεύγει από τη βόρεια προβλήτα στις επτά και τέταρτο και περνά από τα δύο νησιά πριν το μεσημέρι.',
      'Τα ποδήλατα ταξιδεύουν δωρεάν, αλλά πρέπει να δεθούν στο κάγκελο του κάτω καταστρώματος.',
      'Όταν φυσάει δυνατά, το ταξίδι κρατά μία ώρα παραπάνω και το καφενείο μένει κλειστό.',
      'Η γειτόνισσα καλλιεργεί φασόλια δίπλα στον φράχτη και χαρίζει περισσότερα από όσα τρώει.',
    ],
    dev: [
      'Το μουσείο παρουσιάζει διακόσια ρολόγια και το καθένα δείχνει διαφορετική ώρα.',
      'Στη δεύτερη αίθουσα εξηγούν πώς χύθηκε η καμπάνα και πώς την ανέβασαν στον λόφο.',
      'Τα παιδιά κάτω των έξι ετών μπαίνουν δωρεάν και κουρδίζουν μόνα τους το μικρότερο κουτί.',
      'Πρώτα ψιλοκόψτε τα κρεμμύδια και αφήστε τα να ροδίσουν σε λίγο βούτυρο.',
    ],
  },
  th: {
    train: [
      'เรือข้ามฟากออกจากท่าเหนือเวลาเจ็ดโมงสิบห้าและแวะทั้งสองเกาะก่อนเที่ยง',
      'นำจักรยานขึ้นเรือได้โดยไม่เสียเงิน แต่ต้องผูกไว้กับราวที่ดาดฟ้าชั้นล่าง',
      'เมื่อลมแรงการเดินทางจะนานขึ้นหนึ่งชั่วโมงและร้านกาแฟบนเรือจะปิด',
      'เพื่อนบ้านปลูกถั่วตามแนวรั้วและแจกมากกว่าที่กินเอง',
    ],
    dev: [
      'พิพิธภัณฑ์แห่งนี้มีนาฬิกาสองร้อยเรือนและแต่ละเรือนบอกเวลาไม่เหมือนกัน',
      'ห้องที่สองอธิบายว่าหล่อระฆังของหอคอยอย่างไรและนำขึ้นไปบนเนินเขาอย่างไร',
      'เด็กอายุต่ำกว่าหกขวบเข้าฟรีและไขลานกล่องดนตรีใบเล็กที่สุดได้เอง',
      'สับหอมใหญ่ให้ละเอียดแล้วผัดกับเนยเล็กน้อยจนเป็นสีทอง',
    ],
  },
  vi: {
    train: [
      'Chuyến phà rời bến phía bắc lúc bảy giờ mười lăm và ghé cả hai hòn đảo trước buổi trưa.',
      'Xe đạp được chở miễn phí nhưng phải buộc vào lan can ở boong dưới.',
      'Khi gió mạnh, chuyến đi kéo dài thêm một giờ và quán cà phê trên phà đóng cửa.',
      'Bà hàng xóm trồng đậu dọc hàng rào và đem cho nhiều hơn là ăn.',
    ],
    dev: [
      'Bảo tàng trưng bày hai trăm chiếc đồng hồ và mỗi chiếc chỉ một giờ khác nhau.',
      'Ở phòng thứ hai, người hướng dẫn kể chuông tháp được đúc ra sao và đưa lên đồi thế nào.',
      'Trẻ em dưới sáu tuổi được vào miễn phí và có thể tự lên dây hộp nhạc nhỏ nhất.',
      'Trước hết băm nhỏ hành rồi phi vàng với một ít bơ.',
    ],
  },
};
