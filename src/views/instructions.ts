/**
 * Sentences that give orders to whatever reads a document by machine: an override ("ignore all previous instructions"), an
 * address ("if you are an AI ..."), an order to keep silent. In the languages that such sentences were met in; what is
 * matched is short, so that no expression runs far.
 */
import { pattern } from '../core/pattern.ts';

/** Reads English too. */
const FRENCH =
  /(?:ignore[rz]?|oublie[rz]?|ne ten(?:ez|ir) pas compte)\b[^.!?\n]{0,50}(?:instructions|consignes|règles|directives)/iu;

/** An order to drop other orders. A wrong alarm is nearly impossible where the sentence is also out of sight. */
const OVERRIDES: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|preceding|other|all|any|system|your|the)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|orders|constraints?|messages?|context)\b/iu,
  /(?:忽略|无视|無視|忘记|忘掉|不要理会|不要遵守|忽視)[^。！？\n]{0,16}(?:指令|指示|提示|规则|規則|说明|命令)/u,
  /(?:以前|これまで|上記|前述|先の|すべて|全て|他)[^。！？\n]{0,14}(?:指示|命令|プロンプト|ルール|規則)[^。！？\n]{0,10}(?:無視|忘れ|従わな)/u,
  /(?:이전|위의|모든|앞의|기존)[^.。\n]{0,16}(?:지시|명령|프롬프트|규칙|지침)[^.。\n]{0,10}(?:무시|잊)/u,
  /(?:игнорируй|проигнорируй|забудь|отмени|не следуй)[^.!?\n]{0,40}(?:инструкци|указани|правил|команд|подсказк)/iu,
  /(?:ігноруй|проігноруй|забудь)[^.!?\n]{0,40}(?:інструкці|вказів|правил|команд)/iu,
  /\b(?:ignorier|vergiss|vergessen|missacht)[^.!?\n]{0,50}(?:anweisung|vorgaben|instruktion|regeln|befehl)/iu,
  FRENCH,
  /\b(?:ignor[ae]|ignoren|ignorar|olvid[ae]|esque[cç]a|desconsidere|dimentica|ignorate|descarta)\b[^.!?\n]{0,50}(?:instrucciones|instruções|istruzioni|reglas|regras|regole|órdenes|ordens|indicaciones)/iu,
  /(?:zignoruj|ignoruj|zapomnij|pomiń)[^.!?\n]{0,40}(?:instrukcj|polece|zasad)/iu,
  /(?:ignoruj|zapomeň)[^.!?\n]{0,40}(?:pokyn|instrukc|pravid)/iu,
  /(?:önceki|yukarıdaki|tüm|diğer)[^.!?\n]{0,24}(?:talimat|yönerge|komut|kural)[^.!?\n]{0,16}(?:yok say|unut|görmezden|dikkate alma)/iu,
  /(?:تجاهل|تجاهلوا|انس)[^.!؟\n]{0,30}(?:تعليمات|أوامر|الأوامر|قواعد|القواعد)/u,
  /(?:دستور|دستورالعمل|قوانین)[^.!؟\n]{0,30}(?:نادیده بگیر|فراموش کن)/u,
  /(?:निर्देश|आदेश|नियम)[^।\n]{0,24}(?:अनदेखा|नज़रअंदाज|भूल)/u,
  /\b(?:negeer|vergeet)\b[^.!?\n]{0,40}(?:instructies|regels|opdracht)/iu,
  /\b(?:abaikan|lupakan)\b[^.!?\n]{0,40}(?:instruksi|perintah|aturan)/iu,
  /(?:bỏ qua|phớt lờ|quên)[^.!?\n]{0,40}(?:hướng dẫn|chỉ dẫn|mệnh lệnh|quy tắc)/iu,
  /\bignorera\b[^.!?\n]{0,40}(?:instruktion|anvisning|regler)/iu,
];

/** Words for what reads by machine. */
const AGENT =
  '(?:an? )?(?:AIs?|A\\.I\\.|LLMs?|(?:large )?language models?|AI (?:assistants?|agents?|models?|systems?|reviewers?|coders?|tools?)|coding (?:agents?|assistants?)|chatbots?|ChatGPT|GPT-?\\d?|Claude|Gemini|Copilot|Codex|KI|IA|ИИ|ШІ)';

const NOUN =
  '(?:\\s*(?:agents?|assistants?|models?|readers?|agenten|modelle|assistenten|asistentes|agentes|агент\\S*|ассистент\\S*))?';

const ADDRESSES: readonly RegExp[] = [
  new RegExp(`^\\W{0,4}${AGENT}${NOUN}\\s*[:：]`, 'iu'),
  new RegExp(
    `\\b(?:note|notice|message|instructions?|attention|important|hinweis|nota|an|para|per|pour|für)[ :]+(?:to|for|an|para|a|per|à|für)?\\s*(?:the |any |all |every |die |alle |los |las |tous les |toutes les )?${AGENT}${NOUN}\\s*[:：,—–-]`,
    'iu',
  ),
  new RegExp(`\\b(?:if|when|since|as) (?:you are|you're|reading this as) ${AGENT}\\b`, 'iu'),
  new RegExp(
    `\\b(?:wenn (?:du|sie) ${AGENT}|si (?:vous êtes|tu es|eres|usted es) (?:une? |un )?${AGENT}|se (?:você é|sei) (?:um |uma |un['’]?)?${AGENT}|если (?:ты|вы) ${AGENT})`,
    'iu',
  ),
  /(?:如果你是|若你是|致|给|對於?|对于?)[^。！？\n]{0,6}(?:AI|人工智能|大模型|语言模型|語言模型|智能体|助手|机器人)/u,
  /(?:AI|人工知能|言語モデル|アシスタント|エージェント)[^。！？\n]{0,10}(?:への指示|へ[:：、]|であれば|である場合|は必ず)/u,
  /(?:AI|인공지능|언어 모델|에이전트|어시스턴트)[^.。\n]{0,8}(?:에게|라면|인 경우)/u,
  /(?:إذا كنت|ملاحظة إلى|تعليمات إلى)[^.!؟\n]{0,20}(?:ذكاء اصطناعي|الذكاء الاصطناعي|نموذج لغوي|مساعد|وكيل)/u,
  /\b(?:do not|don't|never|without) (?:mention|tell|reveal|inform|show|disclos|telling|asking|informing|mentioning)\w*[^.!?\n]{0,40}\b(?:the user|users|humans?|anyone|the reviewer|the reader|the developers?)\b/iu,
  /(?:不要|别|切勿|不得)(?:告诉|告知|透露|提及)[^。！？\n]{0,10}(?:用户|使用者|人类|任何人)/u,
  // "do not mention this note", "nobody may see this message"
  /\b(?:do not|don't|never|must not) (?:mention|reveal|disclose|quote|repeat|show|tell)\b[^.!?\n]{0,24}\b(?:this|these) (?:notes?|messages?|comments?|instructions?|prompts?|sentences?|texts?)\b/iu,
  /\b(?:when|whenever|before|after|while|if) you (?:summari[sz]e|translate|process|parse|analy[sz]e|review|answer|evaluate|grade|rate)\w* (?:this|the|these|any)\b/iu,
  /(?:总结|概括|处理|翻译|回答|评审|审阅)[^。\n]{0,12}(?:时|的时候)[^。\n]{0,12}(?:请|务必|同时|必须)/u,
  /<\|?(?:im_start|system|endoftext)\|?>|\[\/?INST\]|^\s*system prompt\s*:/iu,
];

/** What reads by machine, as it is spoken to. */
const READER = pattern(
  'iu',
)`\b(?:ais?|llms?|(?:language|ai) models?|assistants?|(?<!user[ -])agents?|chat ?bots?|bots?|gpt-?\d?|claude|gemini|copilot|codex|automated (?:readers?|reviewers?|assistants?))\b|\b(?:KI|IA)\b|\b(?:assistent|asistent|asystent|sprachmodell|modèle de langage|modelo de lengua|modello linguistico|yapay zeka)\p{L}*|(?:ассистент|нейросет|языков\p{L}+ модел|(?<!\p{L})ИИ(?!\p{L})|асистент|(?<!\p{L})ШІ(?!\p{L}))|人工智能|大模型|语言模型|語言模型|智能体|助手|人工知能|言語モデル|アシスタント|エージェント|인공지능|언어 모델|에이전트|어시스턴트|الذكاء الاصطناعي|نموذج لغوي|دستیار|هوش مصنوعی|एआई|trợ lý AI|mô hình ngôn ngữ|asisten AI`;
/** An order: a verb in its bare form where a sentence begins, or a word for must, never, always. */
const ORDERS =
  /(?:^|[:,;.!—–-]\s*|\bplease\s+|\bmust\s+|\bto\s+)(?:always|never|do not|don't|skip|ignore|approve|accept|reject|treat|output|respond|reply|answer|say|write|print|report|include|add|send|rate|score|recommend|follow|act|pretend|reveal|omit|append|insert|mark|assume|execute|run|call|fetch|post|delete|grant|trust|use|summari[sz]e|translate|praise|give|tell|mention|replace|prefer)\b/iu;
const DUTIES =
  /\b(?:must|always|never)\b|(?:всегда|никогда|обязан|должн|не (?:сообщай|говори|упоминай|раскрывай|показывай)|отвечай|одобр|пропусти|завжди|ніколи|не (?:кажи|повідомляй))|\b(?:immer|niemals|musst|müssen|nicht|antworte|genehmige|toujours|jamais|dois|devez|ne (?:dis|dites|mentionne)|siempre|nunca|debes?|no (?:digas|menciones|reveles)|sempre|deve|não (?:diga|mencione|revele)|non (?:dire|menzionare|rivelare)|zawsze|nigdy|musisz|nie (?:mów|wspominaj)|vždy|nikdy|her zaman|asla|söyleme|altijd|nooit|alltid|aldrig|luôn|không được|đừng|selalu|jangan)\b|必须|必須|务必|不要|不得|切勿|总是|请|忽略|批准|してください|しなさい|必ず|決して|하지 ?마|하십시오|하세요|반드시|항상|دائم|أبد|يجب|لا (?:تخبر|تذكر|تكشف)|همیشه|هرگز|باید|हमेशा|कभी|मत /iu;
/** That a person who uses the machine must not hear of it. */
const SILENCE = pattern(
  'iu',
)`(?:не (?:сообщай|говори|упоминай|раскрывай|показывай)|не (?:кажи|повідомляй))[^.!?\n]{0,40}(?:пользовател|человек|користувач|никому)|(?:nutzer|benutzer|anwender)\p{L}*[^.!?\n]{0,40}\bnicht\b|\bnicht\b[^.!?\n]{0,40}(?:nutzer|benutzer|anwender)|\bne (?:dis|dites|mentionne|révèle|signale)\p{L}*[^.!?\n]{0,40}utilisateur|\bno (?:digas|menciones|reveles|informes|muestres)\b[^.!?\n]{0,40}usuari|\bnão (?:diga|mencione|revele|informe|mostre)\b[^.!?\n]{0,40}(?:usuári|utilizador)|\bnon (?:dire|menzionare|rivelare|informare|mostrare)\b[^.!?\n]{0,40}utent|\bnie (?:mów|wspominaj|informuj|ujawniaj)\b[^.!?\n]{0,40}użytkownik|ユーザー?(?:に|へ)[^。\n]{0,20}(?:言わ|伝え|知らせ|明かさ|見せ)(?:ない|ず|るな)|사용자에게[^.\n]{0,20}(?:말하지|알리지|밝히지|보여주지)|kullanıcı(?:ya|lara)[^.!?\n]{0,40}(?:söyleme|bildirme|bahsetme|gösterme)|لا (?:تخبر|تذكر|تكشف|تظهر)[^.!؟\n]{0,30}(?:المستخدم|أحد)|به کاربر[^.!؟\n]{0,30}ن(?:گو|ده)|(?:उपयोगकर्ता|यूज़र) को[^।\n]{0,30}(?:मत|न ) ?बता|(?:không|đừng) (?:nói|tiết lộ|đề cập|báo)[^.!?\n]{0,30}người dùng|jangan (?:beri ?tahu|sebut|ungkap)\p{L}*[^.!?\n]{0,30}pengguna|gebruiker[^.!?\n]{0,40}\bniet\b|uživatel[^.!?\n]{0,40}\bne(?:říkej|sděluj|zmiňuj)`;
/** To drop what was ordered, in whatever order of words. */
const DROP = pattern(
  'iu',
)`\b(?:ignore[rz]?|ignoriere|vergiss|oublie[rz]?|ignora\p{L}*|olvida|esque[cç]a|dimentica|zignoruj|ignoruj|negeer|ignorera|ignorér|ignorer|abaikan|yok say|unut)\b|忽略|无视|無視|忘记|忘れ|무시|잊|игнорир|игноруй|забудь|ігнор|تجاهل|انس|نادیده|अनदेखा|नज़रअंदाज|bỏ qua|phớt lờ|αγνόησε|αγνοήστε|ξέχασε|התעלם|התעלמו|שכח|ละเว้น|เพิกเฉย`;
const ORDERED =
  /instru|anweis|vorgab|regel|consigne|reglas?|regras?|regol|órdenes|ordens|indicaci|polece|zasad|pokyn|pravid|talimat|yönerge|kural|aturan|perintah|anvisning|regler|指令|指示|提示|规则|規則|命令|プロンプト|ルール|지시|명령|프롬프트|규칙|지침|инструкц|указани|правил|команд|інструкц|вказів|تعليمات|أوامر|قواعد|دستور|قوانین|निर्देश|आदेश|नियम|hướng dẫn|chỉ dẫn|mệnh lệnh|οδηγί|εντολ|κανόν|הוראות|הנחיות|คำสั่ง|คำแนะนำ/iu;

/** To give away what is secret, to act without asking, to judge kindly, to drop what stands above. */
const MISDEEDS: readonly RegExp[] = [
  /\b(?:send|post|forward|upload|e-?mail|exfiltrate|leak|reveal|print|output|repeat|include|append|disclose|copy)\b[^.!?\n]{0,60}\b(?:secrets?|api keys?|passwords?|tokens?|credentials?|environment variables?|system prompt|conversation|chat history|private keys?|contents? of (?:the )?(?:file|repository|environment|\.env))\b/iu,
  /\b(?:without|do not|don't|never|no need to)\b[^.!?\n]{0,16}\b(?:ask(?:ing)?(?: (?:anyone|the user|for))?|confirm(?:ing|ation)?|telling (?:anyone|the user)|review(?:ing)?|permission|approval|human)\b/iu,
  /\b(?:approve|accept|recommend|rate|score|praise|endorse|rank)\b[^.!?\n]{0,40}\b(?:this (?:document|paper|text|file|change|proposal|submission|product|specification)|without|positive(?:ly)?|highest|favou?rabl[ey]|perfect|10 ?\/ ?10|excellent)\b/iu,
  /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,24}\b(?:everything|anything|whatever|what|the (?:text|rest|document|requirements?|sections?|limits?))\b[^.!?\n]{0,30}\b(?:above|before|previous(?:ly)?|earlier|said|told|written|so far|below|says?)\b/iu,
  /\b(?:from now on|you are now|you will now|act as|pretend (?:to be|that)|your new (?:task|role|instructions?|goal))\b/iu,
  /(?:从现在起|从现在开始|你现在是|扮演|无需(?:确认|询问)|不经(?:确认|询问)|发送[^。\n]{0,16}(?:密钥|密码|令牌|凭证)|今から|これから(?:は|あなた)|確認(?:せず|なし)に|지금부터|확인 없이|с этого момента|отныне|теперь ты|без (?:подтверждения|вопросов|разрешения)|ab sofort|du bist (?:jetzt|nun)|ohne (?:rückfrage|nachfrage|bestätigung)|à partir de maintenant|sans (?:demander|confirmation)|a partir de ahora|sin (?:preguntar|confirmar|pedir)|a partir de agora|sem (?:perguntar|confirmar|pedir)|d'ora in poi|senza (?:chiedere|conferma)|od teraz|bez (?:pytania|potwierdzenia)|bundan sonra|onay (?:almadan|istemeden)|من الآن فصاعد|دون (?:سؤال|تأكيد)|از این پس|بدون تأیید|अब से|बिना पूछे|từ bây giờ|không cần (?:hỏi|xác nhận)|mulai sekarang|tanpa (?:bertanya|konfirmasi)|vanaf nu|zonder te vragen)/iu,
];

/** Whether a text gives orders to a machine by shape: it names such a reader and orders, wants silence, or drops orders. */
function ordersMachine(text: string): boolean {
  if (SILENCE.test(text)) return true;
  if (text.length <= 400 && MISDEEDS.some((each) => each.test(text))) return true;
  if (DROP.test(text) && ORDERED.test(text) && !ASCII.test(text)) return true;
  // whoever is spoken to is named first, and a long text is about something
  return text.length <= 400 && READER.test(text.slice(0, 80)) && (ORDERS.test(text) || DUTIES.test(text));
}

/** One of these stands in every sentence in ASCII that one of the expressions above could match: most comments hold none. */
const WORDS =
  /ignor|disregard|forget|overrid|bypass|discard|vergiss|vergess|missacht|oubli|tenez|tenir|olvid|esque|dimentic|desconsider|descart|zapomn|negeer|vergeet|abaikan|lupakan|\bais?\b|a\.i\.|llm|language model|gpt|claude|gemini|copilot|codex|chatbot|\bki\b|\bia\b|(?:not|n't|never|without) (?:mention|tell|reveal|inform|show|disclos|quot|repeat|ask)|(?:when|whenever|before|after|while|if) you |im_start|<\|?system|endoftext|\[\/?inst\]|system prompt|secret|api key|password|token|credential|environment|private key|contents? of|without|no need|approv|accept|recommend|endors|\bra(?:te|nk)\b|scor|prais|from now on|you are now|you will now|act as|pretend|your new|ab sofort|du bist|ohne |partir de|sans |sin |sem |d'ora|senza|od teraz|bez |bundan|mulai|tanpa|vanaf|zonder|assistant|\bagents?\b|\bbots?\b|\bmod[eè]ll?[eo]|automated|nutzer|benutzer|anwender|utilisateur|usuari|usuar|utent|pengguna|gebruiker/i;
const ASCII = /^[\0-\x7f]*$/;

/** What kind of order to a machine the text holds, if any. */
export function instructionIn(text: string): 'override' | 'address' | null {
  if (ASCII.test(text) && !WORDS.test(text)) return null;
  if (OVERRIDES.some((each) => each.test(text))) return 'override';
  return ADDRESSES.some((each) => each.test(text)) || ordersMachine(text) ? 'address' : null;
}

/** Whoever is spoken to by name or by what it is: "If you are an AI", "Note to AI assistants:". */
const SPOKEN_TO: readonly RegExp[] = [
  new RegExp(
    `\\b(?:note|notice|message|instructions?|attention|important|hinweis|nota|aviso)[ :]+(?:to|for|an|para|a|per|à|für)\\s+(?:the |any |all |every |die |alle |los |las |tous les |toutes les )?${AGENT}${NOUN}\\s*[:：,—–-]`,
    'iu',
  ),
  new RegExp(`\\b(?:if|when|since|as) (?:you are|you're|reading this as) ${AGENT}\\b`, 'iu'),
  new RegExp(
    `\\b(?:wenn (?:du|sie) (?:eine? )?${AGENT}|si (?:vous êtes|tu es|eres|usted es) (?:une? |un )?${AGENT}|se (?:você é|sei) (?:um |uma |un['’]?)?${AGENT}|se (?:és|si) (?:um |uma )?${AGENT})\\b`,
    'iu',
  ),
  // no word of a script that is not Latin has a boundary
  /(?:если (?:ты|вы)|якщо (?:ти|ви)) (?:ИИ|ШІ|AI|LLM|языков|мовн|нейросет|ассистент|асистент)/iu,
  /(?:如果你是|若你是|如果您是)[^。！？\n]{0,6}(?:AI|人工智能|大模型|语言模型|語言模型|智能体|助手|机器人)/u,
  /あなたが[^。！？\n]{0,6}(?:AI|人工知能|言語モデル|アシスタント|エージェント)[^。\n]{0,8}(?:なら|であれば|である場合)/u,
  /당신이[^.。\n]{0,6}(?:AI|인공지능|언어 모델|에이전트|어시스턴트)[^.\n]{0,4}(?:라면|인 경우)/u,
  /إذا كنت[^.!؟\n]{0,20}(?:ذكاء اصطناعي|الذكاء الاصطناعي|نموذج لغوي|نموذجا لغويا|نموذجًا لغويًا)/u,
];

/** What such an order is for: to run, to send away, to delete. */
const DEEDS = pattern(
  'iu',
)`https?:|\bcurl\b|\bwget\b|\.env\b|\brm -|\b(?:delete|lösch\p{L}*|supprime\p{L}*|borra\p{L}*|elimina\p{L}*|apaga\p{L}*|cancella\p{L}*|usuń|smaž|verwijder|ta bort|slet|sil)\b|удали|видали|删除|刪除|削除|삭제|احذف|حذف|xóa|hapus`;

/** How often a text speaks of what reads by machine, up to a few times. */
const READER_WORDS =
  /\b(?:AIs?|LLMs?|agents?|assistants?|prompts?|chat ?bots?|GPT|Claude|Copilot|KI|IA)\b|ИИ|ШІ|нейросет|ассистент|人工智能|大模型|语言模型|智能体|助手|提示词|人工知能|エージェント|アシスタント|プロンプト|인공지능|에이전트|어시스턴트|프롬프트|الذكاء الاصطناعي|هوش مصنوعی/gu;

/**
 * Whether a sentence that everybody sees drops other orders and also speaks to a machine, or wants something done or given away: one
 * of these alone, a text about assistants may say.
 */
export function isPlainAttack(sentence: string): boolean {
  if (sentence.length > 500) return false;
  const drops = VISIBLE.some((each) => each.test(sentence));
  const speaks = SPOKEN_TO.some((each) => each.test(sentence)) || READER.test(sentence.slice(0, 80));
  const does = DEEDS.test(sentence) || MISDEEDS.some((each) => each.test(sentence)) || SILENCE.test(sentence);
  return (drops && (speaks || does)) || (speaks && does && SPOKEN_TO.some((each) => each.test(sentence)));
}

/** Whether a text is about machines that read: it names them more than a few times. */
export function isAboutReaders(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(READER_WORDS)) if (++count > MOST_READERS) return true;
  return false;
}

/** Names of machines that read, and of what they are told, in a text that is not about them; those of one order among them. */
const MOST_READERS = 4;

/** The first of the overrides as an order in its bare form: a specification says of many things that they are to be ignored. */
const BARE_OVERRIDE =
  /(?:^|[.:;,!?—–-]\s*|\bplease\s+|\b(?:now|then|first|instead|you must|you should|you are to)\s+)(?:ignore|disregard|forget|override|bypass|discard)\s+(?:(?:all|any|of|the|your|these|everything in)\s+){0,3}(?:(?:previous|prior|above|earlier|preceding|foregoing|system|original)\s+(?:\w+\s+){0,2}(?:instructions?|prompts?|rules|guidelines?|directions?|orders|messages|context)\b|(?:your|all)\s+(?:instructions|prompts|guidelines|safety rules)\b)/iu;

const BARE_FRENCH =
  /(?:ignore[rz]?|oublie[rz]?|ne ten(?:ez|ir) pas compte)\s+(?:de\s+)?(?:toutes?|tous|les|tes|vos|ces|des)\s[^.!?\n]{0,40}(?:instructions|consignes|règles|directives)/iu;

/** What counts in a sentence that everybody sees. */
const VISIBLE: readonly RegExp[] = [
  BARE_OVERRIDE,
  BARE_FRENCH,
  ...OVERRIDES.slice(1).filter((each) => each !== FRENCH),
];

/** One of these stands in every sentence in ASCII that an expression for visible ones could match. */
const OBJECTS =
  /stru[cktz]|prompt|rules|reg[lo]|guideline|direct|orders|messages|context|consign|indicac|anweisung|vorgaben|befehl|polece|zasad|pokyn|pravid|opdracht|perintah|aturan|anvisning|\bai|\bllm|language model|gpt|claude|gemini|copilot|codex|chatbot|\bki\b|\bia\b|a\.i\./i;

/**
 * The order to a machine in a sentence that everybody sees: less counts there than in a hidden one, for documents about
 * assistants tell what these must do.
 */
export function visibleInstructionIn(sentence: string): 'override' | 'address' | null {
  if (ASCII.test(sentence) && !OBJECTS.test(sentence)) return null;
  if (VISIBLE.some((each) => each.test(sentence))) return 'override';
  return SPOKEN_TO.some((each) => each.test(sentence)) ? 'address' : null;
}
