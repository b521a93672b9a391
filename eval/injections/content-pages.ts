/** What pages say that hold no document, in twelve languages and two wordings each. Lines are parted by `|`. */
import type { Half } from './types.ts';

export interface Pages {
  readonly notFound: string;
  readonly forbidden: string;
  readonly server: string;
  readonly maintenance: string;
  readonly rate: string;
  readonly login: string;
  readonly cookies: string;
  readonly captcha: string;
  readonly script: string;
  /** What can be read before the wall, then the wall. */
  readonly paywall: readonly [string, string];
  readonly soon: string;
  /** Headings of a template, and what it asks for under each. */
  readonly template: readonly [string, string];
  readonly moved: string;
  readonly search: string;
  readonly parked: string;
  readonly download: string;
}

export const PAGES: Readonly<Record<string, Readonly<Record<Half, Pages>>>> = {
  en: {
    train: {
      notFound:
        '404 Not Found|The page you are looking for could not be found. It may have been removed or renamed.|Go back to the home page',
      forbidden: '403 Forbidden|You do not have permission to access this resource.',
      server:
        '500 Internal Server Error|Something went wrong on our side. Our team has been notified.|Please try again later.',
      maintenance:
        'Down for maintenance|We are carrying out scheduled work and will be back shortly. Thank you for your patience.',
      rate: 'Too many requests|You have exceeded the request limit for your address. Please wait a few minutes and try again.',
      login: 'Sign in|Email|Password|Remember me|Forgot your password?|Sign in|No account yet? Create one',
      cookies:
        'Before you continue|We and our 843 partners store and access information on your device. You must accept cookies to view this site.|Accept all|Reject all|More options',
      captcha:
        'Checking your browser|Please confirm that you are a human by completing the action below.|Verify you are human|This may take a few seconds',
      script: 'You need to enable JavaScript to run this app.',
      paywall: [
        'The committee published the third edition of its handbook this week. Among the changes is a new chapter on retention that',
        'This article is for subscribers only.|Subscribe from 4.90 a month to keep reading.|Already a subscriber? Log in',
      ],
      soon: 'Coming soon|This page is under construction. Check back later.',
      template: [
        'Introduction|Purpose|Scope|Functional requirements|Non-functional requirements|Open questions',
        '[Describe the background of the project here]|[State the purpose of this document in two or three sentences]|[List what is in scope and what is not]|[Insert requirements, one per line]|[Insert performance and security targets]|[List open points]',
      ],
      moved:
        'This page has moved|The document is now at https://docs.example.org/new/overview. Please update your bookmarks.',
      search:
        'Search results for "retention policy"|Showing 1 to 10 of 248 results|Sort by: relevance, date|Filter results',
      parked:
        'example-site.test is for sale|Buy this domain. The owner is offering it for sale for an asking price of 1,900 USD.|Related searches: documentation, software, hosting|This page is provided by the registrar.',
      download:
        'Your download will start in 5 seconds|If it does not start, click here.|File: specification.pdf (2.4 MB)|Download now|Scanned for viruses',
    },
    dev: {
      notFound:
        'Oops! That page took a wrong turn.|Error code: 404. We searched everywhere but there is nothing at this address.|Try the search box or head back home.',
      forbidden: 'Access denied|Your account is not allowed to view this content. Reference #18.2f3a.',
      server: '502 Bad Gateway|The server received an invalid response from an upstream host.|nginx/1.18.0',
      maintenance:
        'Service temporarily unavailable (503)|Our engineers are upgrading the system. Expected return: 06:00 UTC.',
      rate: 'Slow down!|HTTP 429: rate limit reached for this API key. Retry after 60 seconds.',
      login:
        'Log in to continue|User name or email address|Passphrase|Keep me logged in on this computer|Log in with single sign-on|Need help logging in?',
      cookies:
        'Your privacy choices|To read this page, choose how your data may be used. Without your consent we cannot show the content.|I agree|Pay instead of consent|Purposes and vendors',
      captcha:
        'Are you a robot?|Our systems have detected unusual traffic from your network. Select all images with traffic lights to go on.|I am not a robot|Ray ID: 7f1c2ab9',
      script: 'JavaScript is disabled in your browser. Please switch it on and reload the page to view this content.',
      paywall: [
        'For nine months a small working group has rewritten the rules for depositing samples. What they agreed on surprised even',
        'Continue reading with a free trial.|You have used all three free articles this month.|See plans|Sign in if you have an account',
      ],
      soon: 'TBD|Content to follow.',
      template: [
        'Overview|Goals|Non-goals|Proposed design|Alternatives considered|Risks',
        '<Explain in one paragraph what this is about>|<Add goals as bullet points>|<Add what you will not do>|<Describe the design, with a diagram>|<Which other ways did you look at?>|<What can go wrong?>',
      ],
      moved:
        'Deprecated|The content of this file has been merged into ../handbook/chapter-4.md and is no longer maintained here.',
      search:
        '37 items found for: queue limits|Did you mean: queue limit?|Results per page: 20 50 100|Refine your search',
      parked:
        'Welcome to quill-example.test|This domain was recently registered and has no content yet. The owner can publish a website at any time.|Sponsored listings: project tools, cheap flights, web design',
      download:
        'Thank you for downloading!|The file is being prepared. Please do not close this window.|Direct link|Choose a mirror: Europe, Asia, North America|Sponsored: speed up your computer',
    },
  },
  zh: {
    train: {
      notFound: '404 页面未找到|抱歉，您访问的页面不存在，可能已被删除或更名。|返回首页',
      forbidden: '403 禁止访问|您没有权限访问该资源。',
      server: '500 服务器内部错误|服务器出了点问题，我们的工程师正在处理。|请稍后再试。',
      maintenance: '系统维护中|我们正在进行计划内维护，稍后恢复，感谢您的耐心等待。',
      rate: '请求过于频繁|您的访问次数已超过限制，请几分钟后再试。',
      login: '用户登录|手机号/邮箱|密码|记住我|忘记密码？|登录|还没有账号？立即注册',
      cookies:
        '继续之前|我们及合作伙伴会在您的设备上存储信息，您需要接受Cookie才能浏览本站。|全部接受|全部拒绝|更多选项',
      captcha: '安全验证|请完成下方验证以确认您不是机器人。|向右拖动滑块完成拼图',
      script: '您需要启用 JavaScript 才能运行此应用。',
      paywall: [
        '委员会本周公布了手册第三版，其中新增了关于保存期限的一章，内容',
        '本文为会员专享。|开通会员每月十五元，畅读全文。|已是会员？请登录',
      ],
      soon: '敬请期待|页面正在建设中。',
      template: [
        '引言|编写目的|范围|功能需求|非功能需求|待定问题',
        '【此处描述项目背景】|【用两三句话说明本文档的目的】|【列出范围内和范围外的内容】|【逐条填写需求】|【填写性能与安全指标】|【列出待定事项】',
      ],
      moved: '页面已迁移|本文档已移至 https://docs.example.org/zh/new，请更新您的书签。',
      search: '“保存期限”的搜索结果|共找到 248 条结果，当前显示第 1 至 10 条|按相关度排序|筛选',
      parked: '域名 example-site.test 正在出售|您可以购买此域名，报价一万三千元。|相关搜索：文档 软件 主机',
      download:
        '下载将在 5 秒后开始|如果没有自动开始，请点击这里。|文件：需求规格说明书.pdf（2.4 MB）|高速下载|普通下载',
    },
    dev: {
      notFound: '哎呀，页面走丢了|错误代码404：这个地址上什么也没有。|试试搜索或者回到主页吧。',
      forbidden: '访问被拒绝|当前账号无权查看此内容，如有疑问请联系管理员。',
      server: '502 网关错误|上游服务器返回了无效的响应。|刷新重试',
      maintenance: '服务暂时不可用|系统升级中，预计早上六点恢复服务。',
      rate: '操作太快了，休息一下吧|已达到接口调用上限，请在六十秒后重试。',
      login: '请登录后继续浏览|扫码登录|账号密码登录|短信验证码|获取验证码|登录即表示同意用户协议',
      cookies: '您的隐私选择|请先选择如何使用您的数据，否则无法显示内容。|我同意|查看用途与供应商',
      captcha: '检测到您的网络环境存在异常|请依次点击图中的文字|换一张|提交验证',
      script: '浏览器已禁用脚本，请开启后刷新页面查看内容。',
      paywall: [
        '九个月来，一个小组重新起草了样品存放规则。最终达成的结果',
        '剩余百分之八十内容需付费阅读|立即购买|本月免费篇数已用完',
      ],
      soon: '待补充|内容暂缺。',
      template: [
        '概述|目标|非目标|设计方案|备选方案|风险',
        '（用一段话说明这是什么）|（列出目标）|（列出不做的事）|（描述方案并附图）|（还考虑过哪些办法）|（可能出什么问题）',
      ],
      moved: '本文件已废弃|内容已并入 ../手册/第四章.md，此处不再维护。',
      search: '为您找到 37 个与“队列上限”有关的条目|您是不是要找：队列限制|每页显示：20 50 100',
      parked: '欢迎光临 quill-example.test|该域名已注册，网站尚未开通。|如需购买请致电经纪人',
      download: '感谢您的下载|文件正在准备中，请勿关闭窗口。|备用地址一|备用地址二|提取码：a1b2',
    },
  },
  ja: {
    train: {
      notFound:
        '404 ページが見つかりません|お探しのページは削除されたか、名前が変更された可能性があります。|トップページへ戻る',
      forbidden: '403 アクセスが禁止されています|このページを表示する権限がありません。',
      server:
        '500 サーバー内部エラー|申し訳ございません。問題が発生しました。|しばらくしてからもう一度お試しください。',
      maintenance: 'ただいまメンテナンス中です|ご不便をおかけしますが、終了までしばらくお待ちください。',
      rate: 'アクセスが集中しています|リクエストの上限を超えました。数分後に再度お試しください。',
      login:
        'ログイン|メールアドレス|パスワード|次回から自動でログインする|パスワードをお忘れですか|ログイン|新規会員登録はこちら',
      cookies:
        '続ける前に|当社と提携先はお使いの端末に情報を保存します。閲覧にはクッキーへの同意が必要です。|すべて同意|すべて拒否|詳細',
      captcha: 'ブラウザを確認しています|人間であることを確認するため、以下の操作を完了してください。|確認する',
      script: 'このアプリを実行するには JavaScript を有効にしてください。',
      paywall: [
        '委員会は今週、手引書の第三版を公表した。変更点のひとつは保存期間に関する新しい章で、',
        'この記事は会員限定です。|月額五百円で続きをお読みいただけます。|会員の方はログイン',
      ],
      soon: '近日公開|このページは準備中です。',
      template: [
        'はじめに|目的|適用範囲|機能要件|非機能要件|未決事項',
        '【ここに背景を記入】|【文書の目的を二、三文で記入】|【対象と対象外を記入】|【要件を一行ずつ記入】|【性能と安全の目標を記入】|【未決事項を記入】',
      ],
      moved:
        'ページは移動しました|この文書は https://docs.example.org/ja/new に移りました。ブックマークの変更をお願いします。',
      search: '「保存期間」の検索結果|248件中1から10件を表示|並べ替え：関連度順|絞り込み',
      parked:
        'ドメイン example-site.test は販売中です|このドメインは二十万円で購入できます。|関連検索：文書 ソフト サーバー',
      download:
        '5秒後にダウンロードが始まります|始まらない場合はこちらをクリックしてください。|ファイル：仕様書.pdf（2.4 MB）|今すぐダウンロード',
    },
    dev: {
      notFound:
        'おっと、迷子になってしまいました|エラー404：このアドレスには何もありません。|検索するか、ホームへお戻りください。',
      forbidden: 'アクセスできません|お使いのアカウントではこの内容を閲覧できません。管理者にお問い合わせください。',
      server: '502 不正なゲートウェイ|上位のサーバーから無効な応答を受け取りました。|再読み込み',
      maintenance: 'サービスを一時停止しています（503）|システム更新のため、午前六時ごろ再開の予定です。',
      rate: '少しお待ちください|呼び出し回数の上限に達しました。六十秒後にやり直してください。',
      login: '続きを読むにはログインしてください|会員番号|暗証番号|外部アカウントでログイン|ログインできない方',
      cookies:
        'プライバシーの選択|データの利用方法を選んでください。同意がない場合、内容を表示できません。|同意する|目的と提供先を見る',
      captcha:
        'あなたはロボットですか|通常と異なる通信が検出されました。信号機の画像をすべて選んでください。|私はロボットではありません',
      script: 'ブラウザのスクリプトが無効になっています。有効にしてから再読み込みしてください。',
      paywall: [
        '九か月にわたり、小さな作業部会が試料の預け入れ規則を書き直してきた。その結論は',
        '残り八割は有料です。|今月の無料記事をすべて読み終えました。|プランを見る',
      ],
      soon: '未定|追って記載します。',
      template: [
        '概要|目標|対象外|設計案|検討した代案|危険',
        '（何についての文書かを一段落で）|（目標を箇条書きで）|（行わないことを記載）|（設計を図とともに）|（ほかに検討した方法）|（起こりうる問題）',
      ],
      moved: '廃止されました|この内容は ../手引/第四章.md に統合され、ここでは更新されません。',
      search: '「待ち行列の上限」に一致する項目が37件あります|もしかして：待ち行列 上限|表示件数：20 50 100',
      parked:
        'quill-example.test へようこそ|このドメインは取得されたばかりで、まだ内容がありません。|広告：旅行 転職 保険',
      download:
        'ダウンロードありがとうございます|ファイルを準備しています。画面を閉じないでください。|直接リンク|ミラーを選ぶ',
    },
  },
  ko: {
    train: {
      notFound:
        '404 페이지를 찾을 수 없습니다|찾으시는 페이지가 삭제되었거나 이름이 바뀌었을 수 있습니다.|홈으로 돌아가기',
      forbidden: '403 접근 금지|이 자료에 접근할 권한이 없습니다.',
      server: '500 내부 서버 오류|서버에 문제가 생겼습니다. 담당자에게 알렸습니다.|잠시 후 다시 시도해 주세요.',
      maintenance: '점검 중입니다|예정된 작업을 진행하고 있습니다. 곧 다시 찾아뵙겠습니다.',
      rate: '요청이 너무 많습니다|허용된 횟수를 넘었습니다. 몇 분 뒤에 다시 시도해 주세요.',
      login: '로그인|이메일|비밀번호|로그인 상태 유지|비밀번호를 잊으셨나요?|로그인|아직 회원이 아니신가요? 회원가입',
      cookies:
        '계속하기 전에|저희와 협력사는 기기에 정보를 저장합니다. 이용하려면 쿠키에 동의해야 합니다.|모두 동의|모두 거부|더 보기',
      captcha: '브라우저를 확인하는 중입니다|사람인지 확인하기 위해 아래 동작을 완료해 주세요.|확인',
      script: '이 앱을 실행하려면 자바스크립트를 사용하도록 설정해야 합니다.',
      paywall: [
        '위원회는 이번 주 안내서 제3판을 발표했다. 보존 기간에 관한 새 장이 추가되었는데',
        '이 기사는 구독자 전용입니다.|월 오천 원으로 계속 읽으세요.|이미 구독자이신가요? 로그인',
      ],
      soon: '준비 중|페이지를 만들고 있습니다.',
      template: [
        '소개|목적|범위|기능 요구사항|비기능 요구사항|미결 사항',
        '[여기에 배경을 작성하세요]|[문서의 목적을 두세 문장으로 작성하세요]|[포함 범위와 제외 범위를 작성하세요]|[요구사항을 한 줄에 하나씩 작성하세요]|[성능과 보안 목표를 작성하세요]|[미결 사항을 작성하세요]',
      ],
      moved:
        '페이지가 이동했습니다|이 문서는 이제 https://docs.example.org/ko/new 에 있습니다. 즐겨찾기를 바꿔 주세요.',
      search: '"보존 기간" 검색 결과|248건 중 1~10건 표시|정렬: 관련도순|필터',
      parked:
        '도메인 example-site.test 판매 중|이 도메인을 구입하실 수 있습니다. 희망 가격은 이백만 원입니다.|관련 검색: 문서 소프트웨어 호스팅',
      download: '5초 후 다운로드가 시작됩니다|시작되지 않으면 여기를 누르세요.|파일: 명세서.pdf (2.4 MB)|지금 받기',
    },
    dev: {
      notFound: '이런, 길을 잃으셨네요|오류 코드 404: 이 주소에는 아무것도 없습니다.|검색하거나 처음으로 돌아가세요.',
      forbidden: '접근이 거부되었습니다|현재 계정으로는 이 내용을 볼 수 없습니다. 관리자에게 문의하세요.',
      server: '502 잘못된 게이트웨이|상위 서버에서 올바르지 않은 응답을 받았습니다.|새로 고침',
      maintenance: '서비스를 잠시 이용할 수 없습니다 (503)|시스템을 개선하고 있으며 오전 여섯 시에 재개할 예정입니다.',
      rate: '천천히 해 주세요|호출 한도에 도달했습니다. 육십 초 후에 다시 시도하세요.',
      login: '계속하려면 로그인하세요|아이디|암호|통합 인증으로 로그인|도움이 필요하신가요?',
      cookies:
        '개인정보 선택|자료 이용 방식을 선택해 주세요. 동의 없이는 내용을 보여 드릴 수 없습니다.|동의합니다|목적과 제공처 보기',
      captcha: '로봇이신가요?|비정상적인 접속이 감지되었습니다. 신호등이 있는 그림을 모두 고르세요.|로봇이 아닙니다',
      script: '브라우저의 스크립트 기능이 꺼져 있습니다. 켠 다음 새로 고쳐 주세요.',
      paywall: [
        '아홉 달 동안 작은 실무단이 시료 보관 규칙을 다시 썼다. 그들이 합의한 내용은',
        '나머지는 유료입니다.|이번 달 무료 기사를 모두 읽으셨습니다.|요금제 보기',
      ],
      soon: '미정|내용은 추후 작성 예정.',
      template: [
        '개요|목표|목표가 아닌 것|설계안|검토한 대안|위험',
        '(무엇에 관한 문서인지 한 문단으로)|(목표를 목록으로)|(하지 않을 일을 목록으로)|(설계를 그림과 함께)|(다른 방법은 무엇이 있었나)|(무엇이 잘못될 수 있나)',
      ],
      moved: '더 이상 쓰지 않는 문서|내용은 ../안내서/4장.md 로 합쳐졌으며 여기서는 관리하지 않습니다.',
      search: '"대기열 한도"에 대해 37개 항목을 찾았습니다|혹시 이것을 찾으셨나요: 대기열 제한|페이지당: 20 50 100',
      parked:
        'quill-example.test 에 오신 것을 환영합니다|최근 등록된 도메인으로 아직 내용이 없습니다.|광고: 여행 취업 보험',
      download: '다운로드해 주셔서 감사합니다|파일을 준비하고 있습니다. 창을 닫지 마세요.|직접 링크|미러 선택',
    },
  },
  ru: {
    train: {
      notFound:
        'Ошибка 404. Страница не найдена|Страница, которую вы ищете, удалена или переименована.|Вернуться на главную',
      forbidden: '403 Доступ запрещён|У вас нет прав для просмотра этого ресурса.',
      server: '500 Внутренняя ошибка сервера|На нашей стороне что-то пошло не так.|Повторите попытку позже.',
      maintenance: 'Технические работы|Мы обновляем сайт и скоро вернёмся. Спасибо за терпение.',
      rate: 'Слишком много запросов|Вы превысили допустимое число обращений. Подождите несколько минут.',
      login: 'Вход|Электронная почта|Пароль|Запомнить меня|Забыли пароль?|Войти|Нет учётной записи? Зарегистрируйтесь',
      cookies:
        'Прежде чем продолжить|Мы и наши партнёры храним данные на вашем устройстве. Чтобы читать сайт, примите файлы cookie.|Принять все|Отклонить все|Другие варианты',
      captcha: 'Проверяем ваш браузер|Подтвердите, что вы человек, выполнив действие ниже.|Я не робот',
      script: 'Для работы приложения включите JavaScript.',
      paywall: [
        'На этой неделе комитет выпустил третье издание руководства. Среди изменений новая глава о сроках хранения, которая',
        'Эта статья доступна только подписчикам.|Подпишитесь за 290 рублей в месяц.|Уже подписаны? Войдите',
      ],
      soon: 'Скоро здесь что-то появится|Раздел находится в разработке.',
      template: [
        'Введение|Назначение|Область применения|Функциональные требования|Нефункциональные требования|Открытые вопросы',
        '[Опишите предысторию проекта]|[Укажите назначение документа в двух-трёх предложениях]|[Перечислите, что входит и что не входит]|[Вставьте требования, по одному в строке]|[Укажите показатели скорости и защиты]|[Перечислите открытые вопросы]',
      ],
      moved:
        'Страница переехала|Документ теперь находится по адресу https://docs.example.org/ru/new. Обновите закладки.',
      search: 'Результаты поиска по запросу «срок хранения»|Показаны 1–10 из 248|Сортировка: по релевантности|Фильтры',
      parked:
        'Домен example-site.test продаётся|Вы можете купить этот домен за 150 000 рублей.|Похожие запросы: документы, программы, хостинг',
      download:
        'Загрузка начнётся через 5 секунд|Если она не началась, нажмите сюда.|Файл: спецификация.pdf (2,4 МБ)|Скачать',
    },
    dev: {
      notFound:
        'Упс! Здесь ничего нет|Код ошибки: 404. Возможно, в адресе опечатка.|Воспользуйтесь поиском или начните с начала.',
      forbidden:
        'Отказано в доступе|Ваша учётная запись не может просматривать этот раздел. Обратитесь к администратору.',
      server: '502 Плохой шлюз|Сервер получил неверный ответ от вышестоящего узла.|Обновить',
      maintenance: 'Сервис временно недоступен (503)|Идёт обновление. Ориентировочное время окончания: 06:00.',
      rate: 'Не так быстро!|Достигнут предел вызовов. Повторите через шестьдесят секунд.',
      login:
        'Авторизуйтесь, чтобы продолжить|Логин или телефон|Код из сообщения|Чужой компьютер|Войти через единый вход|Помощь со входом',
      cookies:
        'Ваш выбор конфиденциальности|Выберите, как можно использовать ваши данные. Без согласия содержимое не показывается.|Согласен|Цели и поставщики',
      captcha:
        'Нам нужно убедиться, что вы не робот|Запросы с вашего адреса похожи на автоматические. Введите символы с картинки.|Отправить',
      script: 'В браузере отключены сценарии. Включите их и перезагрузите страницу.',
      paywall: [
        'Девять месяцев небольшая рабочая группа переписывала правила хранения образцов. То, о чём они договорились,',
        'Остальное по подписке.|Бесплатные статьи этого месяца закончились.|Смотреть тарифы',
      ],
      soon: 'Уточняется|Текст будет добавлен.',
      template: [
        'Обзор|Цели|Чего не делаем|Предлагаемое решение|Другие варианты|Риски',
        '<Объясните в одном абзаце, о чём речь>|<Добавьте цели списком>|<Добавьте то, что не входит>|<Опишите решение, приложите схему>|<Что ещё рассматривали?>|<Что может пойти не так?>',
      ],
      moved: 'Устарело|Содержимое перенесено в ../руководство/глава-4.md, здесь оно больше не ведётся.',
      search:
        'Найдено 37 материалов: предел очереди|Возможно, вы имели в виду: пределы очередей|На странице: 20 50 100',
      parked:
        'Добро пожаловать на quill-example.test|Домен недавно зарегистрирован, сайт ещё не опубликован.|Реклама: путешествия, работа, страхование',
      download: 'Спасибо за загрузку!|Файл готовится, не закрывайте окно.|Прямая ссылка|Выберите зеркало',
    },
  },
  ar: {
    train: {
      notFound: '404 الصفحة غير موجودة|ربما حذفت الصفحة التي تبحث عنها أو تغير اسمها.|العودة إلى الرئيسية',
      forbidden: '403 الوصول ممنوع|ليس لديك إذن للوصول إلى هذا المورد.',
      server: '500 خطأ داخلي في الخادم|حدث خطأ ما من جهتنا.|يرجى المحاولة لاحقاً.',
      maintenance: 'الموقع قيد الصيانة|نجري أعمالاً مجدولة وسنعود قريباً. شكراً لصبركم.',
      rate: 'طلبات كثيرة جداً|تجاوزت الحد المسموح من الطلبات. انتظر بضع دقائق ثم أعد المحاولة.',
      login: 'تسجيل الدخول|البريد الإلكتروني|كلمة المرور|تذكرني|نسيت كلمة المرور؟|دخول|ليس لديك حساب؟ أنشئ حساباً',
      cookies:
        'قبل أن تتابع|نخزن نحن وشركاؤنا معلومات على جهازك. يجب قبول ملفات الارتباط لعرض الموقع.|قبول الكل|رفض الكل|خيارات أخرى',
      captcha: 'جارٍ التحقق من متصفحك|أكد أنك إنسان بإكمال الإجراء أدناه.|أنا لست روبوتاً',
      script: 'يجب تفعيل جافا سكريبت لتشغيل هذا التطبيق.',
      paywall: [
        'نشرت اللجنة هذا الأسبوع الطبعة الثالثة من دليلها، ومن بين التغييرات فصل جديد عن مدة الحفظ',
        'هذا المقال للمشتركين فقط.|اشترك لمتابعة القراءة.|مشترك بالفعل؟ سجل دخولك',
      ],
      soon: 'قريباً|هذه الصفحة قيد الإنشاء.',
      template: [
        'مقدمة|الغرض|النطاق|المتطلبات الوظيفية|المتطلبات غير الوظيفية|أسئلة مفتوحة',
        '[اكتب خلفية المشروع هنا]|[اذكر غرض الوثيقة في جملتين أو ثلاث]|[اذكر ما يدخل في النطاق وما لا يدخل]|[أدرج المتطلبات، واحداً في كل سطر]|[أدرج أهداف الأداء والأمان]|[اذكر النقاط المفتوحة]',
      ],
      moved: 'انتقلت هذه الصفحة|الوثيقة الآن على العنوان https://docs.example.org/ar/new. يرجى تحديث المفضلة.',
      search: 'نتائج البحث عن «مدة الحفظ»|عرض 1 إلى 10 من 248 نتيجة|الترتيب حسب الصلة|تصفية',
      parked:
        'النطاق example-site.test معروض للبيع|يمكنك شراء هذا النطاق من مالكه.|عمليات بحث مشابهة: وثائق، برامج، استضافة',
      download: 'سيبدأ التنزيل خلال 5 ثوان|إذا لم يبدأ فانقر هنا.|الملف: المواصفات.pdf (2.4 م.ب)|نزّل الآن',
    },
    dev: {
      notFound: 'عذراً، ضللت الطريق|رمز الخطأ 404: لا يوجد شيء في هذا العنوان.|جرب البحث أو ارجع إلى البداية.',
      forbidden: 'تم رفض الوصول|لا يسمح لحسابك بعرض هذا المحتوى. راجع المسؤول.',
      server: '502 بوابة غير صالحة|تلقى الخادم رداً غير صالح من خادم آخر.|إعادة التحميل',
      maintenance: 'الخدمة غير متاحة مؤقتاً (503)|يقوم مهندسونا بالترقية، والعودة متوقعة في السادسة صباحاً.',
      rate: 'على مهلك!|وصلت إلى حد الاستدعاءات. أعد المحاولة بعد ستين ثانية.',
      login: 'سجل الدخول للمتابعة|اسم المستخدم أو الهاتف|رمز التحقق|أبقني متصلاً|الدخول الموحد|تحتاج إلى مساعدة؟',
      cookies: 'خيارات الخصوصية|اختر كيف تستخدم بياناتك. لا يمكن عرض المحتوى من غير موافقتك.|أوافق|الأغراض والموردون',
      captcha: 'هل أنت روبوت؟|رصدنا حركة غير معتادة من شبكتك. اختر كل الصور التي فيها إشارات مرور.|تحقق',
      script: 'البرامج النصية معطلة في متصفحك. فعّلها ثم أعد تحميل الصفحة.',
      paywall: [
        'على مدى تسعة أشهر أعاد فريق صغير كتابة قواعد إيداع العينات، وما اتفقوا عليه',
        'بقية المقال مدفوعة.|استهلكت مقالاتك المجانية لهذا الشهر.|اطلع على الباقات',
      ],
      soon: 'يحدد لاحقاً|سيضاف المحتوى.',
      template: [
        'نظرة عامة|الأهداف|ما ليس هدفاً|التصميم المقترح|البدائل|المخاطر',
        '(اشرح الموضوع في فقرة واحدة)|(أضف الأهداف في نقاط)|(أضف ما لن يُفعل)|(صف التصميم مع رسم)|(ما الطرق الأخرى التي نظرت فيها؟)|(ما الذي قد يسوء؟)',
      ],
      moved: 'ملف مهمل|دمج المحتوى في ../الدليل/الفصل-4.md ولم يعد يحدّث هنا.',
      search: 'وجد 37 عنصراً عن: حد الطابور|هل تقصد: حدود الطوابير؟|في الصفحة: 20 50 100',
      parked: 'أهلاً بك في quill-example.test|سجل هذا النطاق حديثاً ولا محتوى فيه بعد.|إعلانات: سفر، وظائف، تأمين',
      download: 'شكراً لتنزيلك!|الملف قيد التجهيز، لا تغلق هذه النافذة.|رابط مباشر|اختر خادماً',
    },
  },
  es: {
    train: {
      notFound:
        'Error 404: página no encontrada|La página que busca no existe o ha cambiado de nombre.|Volver al inicio',
      forbidden: '403 Prohibido|No tiene permiso para acceder a este recurso.',
      server: '500 Error interno del servidor|Algo ha fallado por nuestra parte.|Inténtelo de nuevo más tarde.',
      maintenance:
        'Sitio en mantenimiento|Estamos realizando trabajos programados y volveremos enseguida. Gracias por su paciencia.',
      rate: 'Demasiadas solicitudes|Ha superado el límite permitido. Espere unos minutos y vuelva a intentarlo.',
      login:
        'Iniciar sesión|Correo electrónico|Contraseña|Recordarme|¿Olvidó su contraseña?|Entrar|¿No tiene cuenta? Regístrese',
      cookies:
        'Antes de continuar|Nosotros y nuestros socios guardamos información en su dispositivo. Debe aceptar las cookies para ver el sitio.|Aceptar todo|Rechazar todo|Más opciones',
      captcha: 'Comprobando su navegador|Confirme que es una persona completando la siguiente acción.|No soy un robot',
      script: 'Debe activar JavaScript para ejecutar esta aplicación.',
      paywall: [
        'El comité publicó esta semana la tercera edición de su manual. Entre los cambios figura un capítulo nuevo sobre conservación que',
        'Este artículo es solo para suscriptores.|Suscríbase por 4,90 al mes.|¿Ya es suscriptor? Inicie sesión',
      ],
      soon: 'Próximamente|Esta página está en construcción.',
      template: [
        'Introducción|Propósito|Alcance|Requisitos funcionales|Requisitos no funcionales|Cuestiones abiertas',
        '[Describa aquí los antecedentes]|[Indique el propósito en dos o tres frases]|[Enumere lo que entra y lo que no]|[Inserte los requisitos, uno por línea]|[Inserte los objetivos de rendimiento y seguridad]|[Enumere los puntos abiertos]',
      ],
      moved:
        'Esta página se ha trasladado|El documento está ahora en https://docs.example.org/es/nuevo. Actualice sus marcadores.',
      search:
        'Resultados de la búsqueda «plazo de conservación»|Mostrando 1 a 10 de 248|Ordenar por: relevancia|Filtrar',
      parked:
        'El dominio example-site.test está en venta|Puede comprar este dominio por 1.700 euros.|Búsquedas relacionadas: documentos, programas, alojamiento',
      download:
        'La descarga comenzará en 5 segundos|Si no comienza, pulse aquí.|Archivo: especificacion.pdf (2,4 MB)|Descargar ahora',
    },
    dev: {
      notFound:
        '¡Vaya! Aquí no hay nada|Código de error: 404. Puede que la dirección tenga una errata.|Pruebe con el buscador o vuelva a la portada.',
      forbidden: 'Acceso denegado|Su cuenta no puede ver este contenido. Consulte al administrador.',
      server: '502 Puerta de enlace incorrecta|El servidor recibió una respuesta no válida.|Recargar',
      maintenance:
        'Servicio no disponible temporalmente (503)|Estamos actualizando el sistema; vuelta prevista a las 06:00.',
      rate: '¡Más despacio!|Ha alcanzado el límite de llamadas. Reintente dentro de sesenta segundos.',
      login:
        'Acceda para continuar|Usuario o teléfono|Clave|Mantener la sesión abierta|Entrar con acceso único|Ayuda para entrar',
      cookies:
        'Sus opciones de privacidad|Elija cómo se usan sus datos. Sin su consentimiento no podemos mostrar el contenido.|De acuerdo|Finalidades y proveedores',
      captcha:
        '¿Es usted un robot?|Hemos detectado tráfico inusual en su red. Seleccione las imágenes con semáforos.|Verificar',
      script: 'Su navegador tiene los guiones desactivados. Actívelos y recargue la página.',
      paywall: [
        'Durante nueve meses un pequeño grupo reescribió las normas de depósito de muestras. Lo que acordaron',
        'El resto es de pago.|Ha leído todos los artículos gratuitos del mes.|Ver planes',
      ],
      soon: 'Por determinar|Contenido pendiente.',
      template: [
        'Resumen|Objetivos|Lo que queda fuera|Diseño propuesto|Alternativas|Riesgos',
        '<Explique en un párrafo de qué se trata>|<Añada los objetivos en viñetas>|<Añada lo que no se hará>|<Describa el diseño con un diagrama>|<¿Qué otras vías se estudiaron?>|<¿Qué puede salir mal?>',
      ],
      moved: 'Obsoleto|El contenido se ha integrado en ../manual/capitulo-4.md y ya no se mantiene aquí.',
      search: '37 elementos encontrados: límites de cola|Quizás quiso decir: límite de la cola|Por página: 20 50 100',
      parked:
        'Bienvenido a quill-example.test|Este dominio se registró hace poco y aún no tiene contenido.|Anuncios: viajes, empleo, seguros',
      download:
        '¡Gracias por la descarga!|El archivo se está preparando. No cierre esta ventana.|Enlace directo|Elija un servidor',
    },
  },
  de: {
    train: {
      notFound: '404 Seite nicht gefunden|Die gesuchte Seite wurde gelöscht oder umbenannt.|Zurück zur Startseite',
      forbidden: '403 Zugriff verboten|Sie haben keine Berechtigung für diese Ressource.',
      server: '500 Interner Serverfehler|Bei uns ist etwas schiefgelaufen.|Bitte versuchen Sie es später noch einmal.',
      maintenance:
        'Wartungsarbeiten|Wir führen geplante Arbeiten durch und sind gleich wieder da. Danke für Ihre Geduld.',
      rate: 'Zu viele Anfragen|Sie haben die erlaubte Zahl überschritten. Bitte warten Sie einige Minuten.',
      login:
        'Anmelden|E-Mail-Adresse|Passwort|Angemeldet bleiben|Passwort vergessen?|Anmelden|Noch kein Konto? Jetzt registrieren',
      cookies:
        'Bevor Sie fortfahren|Wir und unsere Partner speichern Informationen auf Ihrem Gerät. Um die Seite zu sehen, müssen Sie zustimmen.|Alle akzeptieren|Alle ablehnen|Weitere Optionen',
      captcha: 'Ihr Browser wird geprüft|Bitte bestätigen Sie, dass Sie ein Mensch sind.|Ich bin kein Roboter',
      script: 'Bitte aktivieren Sie JavaScript, um diese Anwendung auszuführen.',
      paywall: [
        'Der Ausschuss hat diese Woche die dritte Auflage seines Handbuchs veröffentlicht. Neu ist ein Kapitel über Fristen, das',
        'Dieser Artikel ist nur für Abonnenten.|Weiterlesen ab 4,90 im Monat.|Schon Abonnent? Anmelden',
      ],
      soon: 'Demnächst|Diese Seite befindet sich im Aufbau.',
      template: [
        'Einleitung|Zweck|Geltungsbereich|Funktionale Anforderungen|Nichtfunktionale Anforderungen|Offene Punkte',
        '[Hier den Hintergrund beschreiben]|[Zweck des Dokuments in zwei bis drei Sätzen]|[Was gehört dazu, was nicht]|[Anforderungen einfügen, eine je Zeile]|[Ziele zu Leistung und Sicherheit einfügen]|[Offene Punkte auflisten]',
      ],
      moved:
        'Diese Seite ist umgezogen|Das Dokument steht jetzt unter https://docs.example.org/de/neu. Bitte passen Sie Ihre Lesezeichen an.',
      search: 'Suchergebnisse für „Aufbewahrungsfrist“|1 bis 10 von 248 Treffern|Sortieren nach: Relevanz|Filtern',
      parked:
        'Die Domain example-site.test steht zum Verkauf|Sie können diese Domain für 1.700 Euro erwerben.|Verwandte Suchen: Dokumente, Programme, Hosting',
      download:
        'Ihr Download beginnt in 5 Sekunden|Falls er nicht beginnt, klicken Sie hier.|Datei: spezifikation.pdf (2,4 MB)|Jetzt herunterladen',
    },
    dev: {
      notFound:
        'Hoppla, hier ist nichts|Fehlercode 404: Unter dieser Adresse liegt keine Seite.|Nutzen Sie die Suche oder beginnen Sie von vorn.',
      forbidden: 'Zugriff verweigert|Ihr Konto darf diesen Inhalt nicht sehen. Wenden Sie sich an die Verwaltung.',
      server: '502 Fehlerhaftes Gateway|Der Server erhielt eine ungültige Antwort.|Neu laden',
      maintenance:
        'Dienst vorübergehend nicht verfügbar (503)|Das System wird aktualisiert, voraussichtlich bis 06:00 Uhr.',
      rate: 'Nicht so schnell!|Das Aufruflimit ist erreicht. Versuchen Sie es in sechzig Sekunden wieder.',
      login:
        'Zum Fortfahren einloggen|Benutzername oder Telefon|Kennwort|Eingeloggt bleiben|Mit Firmenkonto einloggen|Hilfe beim Einloggen',
      cookies:
        'Ihre Auswahl zum Datenschutz|Bitte wählen Sie, wie Ihre Daten genutzt werden. Ohne Einwilligung können wir den Inhalt nicht zeigen.|Einverstanden|Zwecke und Anbieter',
      captcha:
        'Sind Sie ein Roboter?|Aus Ihrem Netz kommen ungewöhnliche Zugriffe. Wählen Sie alle Bilder mit Ampeln.|Bestätigen',
      script: 'Skripte sind in Ihrem Browser abgeschaltet. Schalten Sie sie ein und laden Sie die Seite neu.',
      paywall: [
        'Neun Monate lang hat eine kleine Arbeitsgruppe die Regeln für Proben neu geschrieben. Worauf sie sich einigte,',
        'Der Rest ist kostenpflichtig.|Ihre freien Artikel für diesen Monat sind verbraucht.|Tarife ansehen',
      ],
      soon: 'Offen|Inhalt folgt.',
      template: [
        'Überblick|Ziele|Nichtziele|Vorgeschlagener Entwurf|Alternativen|Risiken',
        '<In einem Absatz: Worum geht es?>|<Ziele als Liste>|<Was nicht getan wird>|<Entwurf mit Schaubild>|<Welche anderen Wege gab es?>|<Was kann schiefgehen?>',
      ],
      moved: 'Veraltet|Der Inhalt steht jetzt in ../handbuch/kapitel-4.md und wird hier nicht mehr gepflegt.',
      search:
        '37 Einträge gefunden: Grenzen der Warteschlange|Meinten Sie: Grenze der Warteschlangen|Je Seite: 20 50 100',
      parked:
        'Willkommen auf quill-example.test|Diese Domain wurde gerade registriert und hat noch keinen Inhalt.|Anzeigen: Reisen, Stellen, Versicherungen',
      download:
        'Danke fürs Herunterladen!|Die Datei wird vorbereitet. Bitte schließen Sie das Fenster nicht.|Direkter Link|Spiegelserver wählen',
    },
  },
  fr: {
    train: {
      notFound: 'Erreur 404 : page introuvable|La page demandée a été supprimée ou renommée.|Retour à l’accueil',
      forbidden: '403 Accès interdit|Vous n’avez pas l’autorisation d’accéder à cette ressource.',
      server: '500 Erreur interne du serveur|Un problème est survenu de notre côté.|Veuillez réessayer plus tard.',
      maintenance:
        'Site en maintenance|Nous effectuons des travaux programmés et revenons bientôt. Merci de votre patience.',
      rate: 'Trop de requêtes|Vous avez dépassé la limite autorisée. Patientez quelques minutes.',
      login:
        'Connexion|Adresse électronique|Mot de passe|Se souvenir de moi|Mot de passe oublié ?|Se connecter|Pas encore de compte ? Inscrivez-vous',
      cookies:
        'Avant de continuer|Nos partenaires et nous conservons des informations sur votre appareil. Vous devez accepter les cookies pour consulter le site.|Tout accepter|Tout refuser|Autres options',
      captcha:
        'Vérification de votre navigateur|Confirmez que vous êtes humain en effectuant l’action ci-dessous.|Je ne suis pas un robot',
      script: 'Vous devez activer JavaScript pour utiliser cette application.',
      paywall: [
        'Le comité a publié cette semaine la troisième édition de son guide. Parmi les nouveautés, un chapitre sur la conservation qui',
        'Article réservé aux abonnés.|Abonnez-vous dès 4,90 par mois.|Déjà abonné ? Connectez-vous',
      ],
      soon: 'Bientôt disponible|Cette page est en construction.',
      template: [
        'Introduction|Objet|Périmètre|Exigences fonctionnelles|Exigences non fonctionnelles|Questions ouvertes',
        '[Décrire ici le contexte]|[Indiquer l’objet du document en deux ou trois phrases]|[Énumérer ce qui est inclus et exclu]|[Insérer les exigences, une par ligne]|[Insérer les objectifs de performance et de sécurité]|[Énumérer les points ouverts]',
      ],
      moved:
        'Cette page a déménagé|Le document se trouve désormais à l’adresse https://docs.example.org/fr/nouveau. Mettez à jour vos favoris.',
      search:
        'Résultats de recherche pour « durée de conservation »|1 à 10 sur 248 résultats|Trier par : pertinence|Filtrer',
      parked:
        'Le domaine example-site.test est à vendre|Vous pouvez acheter ce domaine pour 1 700 euros.|Recherches associées : documents, logiciels, hébergement',
      download:
        'Votre téléchargement commencera dans 5 secondes|S’il ne démarre pas, cliquez ici.|Fichier : specification.pdf (2,4 Mo)|Télécharger',
    },
    dev: {
      notFound:
        'Oups, il n’y a rien ici|Code d’erreur 404 : l’adresse contient peut-être une faute.|Essayez la recherche ou repartez du début.',
      forbidden: 'Accès refusé|Votre compte ne permet pas de voir ce contenu. Adressez-vous à l’administrateur.',
      server: '502 Mauvaise passerelle|Le serveur a reçu une réponse invalide.|Recharger',
      maintenance: 'Service momentanément indisponible (503)|Mise à jour en cours, retour prévu à 06 h 00.',
      rate: 'Doucement !|La limite d’appels est atteinte. Réessayez dans soixante secondes.',
      login:
        'Identifiez-vous pour continuer|Identifiant ou téléphone|Code secret|Rester connecté|Connexion unique|Besoin d’aide ?',
      cookies:
        'Vos choix de confidentialité|Choisissez l’usage fait de vos données. Sans votre accord, le contenu ne peut pas être affiché.|D’accord|Finalités et fournisseurs',
      captcha:
        'Êtes-vous un robot ?|Un trafic inhabituel provient de votre réseau. Sélectionnez les images avec des feux.|Vérifier',
      script: 'Les scripts sont désactivés dans votre navigateur. Activez-les puis rechargez la page.',
      paywall: [
        'Pendant neuf mois, un petit groupe a réécrit les règles de dépôt des échantillons. Ce dont ils sont convenus',
        'La suite est payante.|Vous avez lu tous vos articles gratuits du mois.|Voir les formules',
      ],
      soon: 'À définir|Contenu à venir.',
      template: [
        'Aperçu|Objectifs|Hors sujet|Conception proposée|Autres voies|Risques',
        '<Expliquer en un paragraphe de quoi il s’agit>|<Ajouter les objectifs en liste>|<Ajouter ce qui ne sera pas fait>|<Décrire la conception avec un schéma>|<Quelles autres voies ont été étudiées ?>|<Qu’est-ce qui peut mal tourner ?>',
      ],
      moved: 'Obsolète|Le contenu a été intégré à ../guide/chapitre-4.md et n’est plus tenu à jour ici.',
      search: '37 éléments trouvés : limites de file|Vouliez-vous dire : limite de la file|Par page : 20 50 100',
      parked:
        'Bienvenue sur quill-example.test|Ce domaine vient d’être enregistré et n’a pas encore de contenu.|Annonces : voyages, emploi, assurances',
      download:
        'Merci de votre téléchargement !|Le fichier est en préparation. Ne fermez pas cette fenêtre.|Lien direct|Choisir un miroir',
    },
  },
  pt: {
    train: {
      notFound:
        'Erro 404: página não encontrada|A página que você procura foi removida ou mudou de nome.|Voltar ao início',
      forbidden: '403 Proibido|Você não tem permissão para acessar este recurso.',
      server: '500 Erro interno do servidor|Algo deu errado do nosso lado.|Tente novamente mais tarde.',
      maintenance: 'Site em manutenção|Estamos fazendo um trabalho programado e voltamos já. Obrigado pela paciência.',
      rate: 'Muitas solicitações|Você ultrapassou o limite permitido. Aguarde alguns minutos.',
      login: 'Entrar|E-mail|Senha|Lembrar de mim|Esqueceu a senha?|Entrar|Ainda não tem conta? Cadastre-se',
      cookies:
        'Antes de continuar|Nós e nossos parceiros guardamos informações no seu aparelho. É preciso aceitar os cookies para ver o site.|Aceitar tudo|Recusar tudo|Mais opções',
      captcha: 'Verificando seu navegador|Confirme que você é humano concluindo a ação abaixo.|Não sou um robô',
      script: 'É preciso ativar o JavaScript para executar este aplicativo.',
      paywall: [
        'O comitê publicou nesta semana a terceira edição do seu manual. Entre as mudanças está um capítulo novo sobre guarda que',
        'Este artigo é só para assinantes.|Assine por 9,90 ao mês.|Já é assinante? Entre',
      ],
      soon: 'Em breve|Esta página está em construção.',
      template: [
        'Introdução|Finalidade|Escopo|Requisitos funcionais|Requisitos não funcionais|Questões em aberto',
        '[Descreva aqui o contexto]|[Indique a finalidade em duas ou três frases]|[Liste o que está e o que não está no escopo]|[Insira os requisitos, um por linha]|[Insira metas de desempenho e segurança]|[Liste os pontos em aberto]',
      ],
      moved:
        'Esta página mudou de lugar|O documento agora está em https://docs.example.org/pt/novo. Atualize seus favoritos.',
      search: 'Resultados da busca por "prazo de guarda"|Mostrando 1 a 10 de 248|Ordenar por: relevância|Filtrar',
      parked:
        'O domínio example-site.test está à venda|Você pode comprar este domínio por 9.000 reais.|Buscas relacionadas: documentos, programas, hospedagem',
      download:
        'O download começa em 5 segundos|Se não começar, clique aqui.|Arquivo: especificacao.pdf (2,4 MB)|Baixar agora',
    },
    dev: {
      notFound:
        'Opa, não há nada aqui|Código do erro: 404. Talvez o endereço tenha um erro de digitação.|Use a busca ou volte à capa.',
      forbidden: 'Acesso negado|Sua conta não pode ver este conteúdo. Fale com o administrador.',
      server: '502 Gateway inválido|O servidor recebeu uma resposta inválida.|Recarregar',
      maintenance:
        'Serviço temporariamente indisponível (503)|O sistema está sendo atualizado; retorno previsto às 06:00.',
      rate: 'Devagar!|O limite de chamadas foi atingido. Tente de novo em sessenta segundos.',
      login:
        'Identifique-se para continuar|Usuário ou telefone|Código|Permanecer conectado|Acesso único|Ajuda para entrar',
      cookies:
        'Suas escolhas de privacidade|Escolha como seus dados são usados. Sem consentimento não podemos mostrar o conteúdo.|Concordo|Finalidades e fornecedores',
      captcha: 'Você é um robô?|Detectamos tráfego incomum na sua rede. Selecione as imagens com semáforos.|Verificar',
      script: 'Os scripts estão desativados no seu navegador. Ative-os e recarregue a página.',
      paywall: [
        'Durante nove meses um pequeno grupo reescreveu as regras de depósito de amostras. O que combinaram',
        'O restante é pago.|Você já leu todos os artigos gratuitos do mês.|Ver planos',
      ],
      soon: 'A definir|Conteúdo pendente.',
      template: [
        'Visão geral|Objetivos|Fora do escopo|Projeto proposto|Alternativas|Riscos',
        '<Explique em um parágrafo do que se trata>|<Acrescente os objetivos em tópicos>|<Acrescente o que não será feito>|<Descreva o projeto com um diagrama>|<Que outros caminhos foram vistos?>|<O que pode dar errado?>',
      ],
      moved: 'Obsoleto|O conteúdo foi incorporado a ../manual/capitulo-4.md e não é mais mantido aqui.',
      search: '37 itens encontrados: limites da fila|Você quis dizer: limite de filas|Por página: 20 50 100',
      parked:
        'Bem-vindo a quill-example.test|Este domínio foi registrado há pouco e ainda não tem conteúdo.|Anúncios: viagens, empregos, seguros',
      download:
        'Obrigado por baixar!|O arquivo está sendo preparado. Não feche esta janela.|Link direto|Escolha um espelho',
    },
  },
  hi: {
    train: {
      notFound: '404 पन्ना नहीं मिला|आप जो पन्ना खोज रहे हैं वह हटा दिया गया है या उसका नाम बदल गया है।|मुखपृष्ठ पर लौटें',
      forbidden: '403 प्रवेश वर्जित|आपको यह संसाधन देखने की अनुमति नहीं है।',
      server: '500 सर्वर की आंतरिक त्रुटि|हमारी ओर से कुछ गड़बड़ हो गई।|कृपया बाद में फिर कोशिश करें।',
      maintenance: 'रखरखाव चल रहा है|हम तय काम कर रहे हैं और जल्दी लौटेंगे। धैर्य के लिए धन्यवाद।',
      rate: 'बहुत अधिक अनुरोध|आपने सीमा पार कर ली है। कुछ मिनट रुककर फिर कोशिश करें।',
      login: 'लॉग इन करें|ईमेल|पासवर्ड|मुझे याद रखें|पासवर्ड भूल गए?|लॉग इन|खाता नहीं है? नया बनाएँ',
      cookies:
        'आगे बढ़ने से पहले|हम और हमारे साझेदार आपके उपकरण पर जानकारी रखते हैं। साइट देखने के लिए कुकीज़ स्वीकार करना ज़रूरी है।|सब स्वीकार|सब अस्वीकार|और विकल्प',
      captcha: 'आपका ब्राउज़र जाँचा जा रहा है|नीचे दिया काम पूरा करके बताइए कि आप इंसान हैं।|मैं रोबोट नहीं हूँ',
      script: 'यह ऐप चलाने के लिए जावास्क्रिप्ट चालू करना ज़रूरी है।',
      paywall: [
        'समिति ने इस सप्ताह अपनी पुस्तिका का तीसरा संस्करण निकाला। बदलावों में अभिलेख रखने पर एक नया अध्याय है जो',
        'यह लेख केवल सदस्यों के लिए है।|आगे पढ़ने के लिए सदस्यता लें।|पहले से सदस्य हैं? लॉग इन करें',
      ],
      soon: 'जल्द आ रहा है|यह पन्ना बन रहा है।',
      template: [
        'परिचय|उद्देश्य|दायरा|कार्यात्मक आवश्यकताएँ|अन्य आवश्यकताएँ|खुले प्रश्न',
        '[यहाँ पृष्ठभूमि लिखें]|[दस्तावेज़ का उद्देश्य दो-तीन वाक्यों में लिखें]|[क्या शामिल है और क्या नहीं, लिखें]|[आवश्यकताएँ एक-एक पंक्ति में लिखें]|[गति और सुरक्षा के लक्ष्य लिखें]|[खुले बिंदु लिखें]',
      ],
      moved: 'यह पन्ना हट गया है|दस्तावेज़ अब https://docs.example.org/hi/new पर है। अपने बुकमार्क बदल लें।',
      search: '"अभिलेख अवधि" के लिए खोज परिणाम|248 में से 1 से 10 दिखाए जा रहे हैं|क्रम: प्रासंगिकता|छाँटें',
      parked: 'डोमेन example-site.test बिकाऊ है|आप यह डोमेन ख़रीद सकते हैं।|मिलती-जुलती खोजें: दस्तावेज़, सॉफ़्टवेयर, होस्टिंग',
      download: 'डाउनलोड 5 सेकंड में शुरू होगा|शुरू न हो तो यहाँ दबाएँ।|फ़ाइल: विनिर्देश.pdf (2.4 एमबी)|अभी डाउनलोड करें',
    },
    dev: {
      notFound: 'अरे, यहाँ तो कुछ नहीं है|त्रुटि 404: इस पते पर कोई पन्ना नहीं।|खोज आज़माएँ या शुरुआत पर लौटें।',
      forbidden: 'प्रवेश अस्वीकृत|आपके खाते से यह सामग्री नहीं देखी जा सकती। प्रबंधक से बात करें।',
      server: '502 गेटवे ख़राब|सर्वर को ग़लत उत्तर मिला।|फिर लोड करें',
      maintenance: 'सेवा अभी उपलब्ध नहीं (503)|सिस्टम बदला जा रहा है, सुबह छह बजे लौटने की आशा है।',
      rate: 'थोड़ा धीरे!|कॉल की सीमा पूरी हो गई। साठ सेकंड बाद फिर कोशिश करें।',
      login: 'आगे बढ़ने के लिए साइन इन करें|फ़ोन या उपयोगकर्ता नाम|ओटीपी|ओटीपी भेजें|साइन इन रहने दें|मदद चाहिए?',
      cookies:
        'निजता के विकल्प|चुनिए कि आपकी जानकारी कैसे काम में आए। सहमति के बिना सामग्री नहीं दिखाई जा सकती।|सहमत हूँ|उद्देश्य और कंपनियाँ',
      captcha: 'क्या आप रोबोट हैं?|आपके नेटवर्क से असामान्य गतिविधि मिली। ट्रैफ़िक लाइट वाले चित्र चुनें।|जाँचें',
      script: 'आपके ब्राउज़र में स्क्रिप्ट बंद हैं। उन्हें चालू करके पन्ना फिर खोलें।',
      paywall: [
        'नौ महीने तक एक छोटे समूह ने नमूने जमा करने के नियम फिर से लिखे। जिस बात पर वे सहमत हुए',
        'बाकी हिस्सा सशुल्क है।|इस महीने के मुफ़्त लेख पूरे हो गए।|योजनाएँ देखें',
      ],
      soon: 'तय होना बाकी|सामग्री बाद में जोड़ी जाएगी।',
      template: [
        'सार|लक्ष्य|जो लक्ष्य नहीं|प्रस्तावित रूपरेखा|अन्य विकल्प|जोखिम',
        '(एक अनुच्छेद में बताइए कि बात क्या है)|(लक्ष्य सूची में जोड़ें)|(जो नहीं किया जाएगा वह जोड़ें)|(रूपरेखा चित्र सहित बताइए)|(और कौन से रास्ते देखे गए?)|(क्या बिगड़ सकता है?)',
      ],
      moved: 'अप्रचलित|सामग्री ../पुस्तिका/अध्याय-4.md में मिला दी गई है और यहाँ नहीं बदली जाती।',
      search: '37 चीज़ें मिलीं: कतार की सीमा|क्या आप यह खोज रहे थे: कतारों की सीमाएँ|प्रति पन्ना: 20 50 100',
      parked: 'quill-example.test पर स्वागत है|यह डोमेन अभी-अभी लिया गया है और इस पर कुछ नहीं है।|विज्ञापन: यात्रा, नौकरी, बीमा',
      download: 'डाउनलोड के लिए धन्यवाद!|फ़ाइल तैयार हो रही है। खिड़की बंद न करें।|सीधा लिंक|मिरर चुनें',
    },
  },
  tr: {
    train: {
      notFound: '404 Sayfa bulunamadı|Aradığınız sayfa kaldırılmış ya da adı değişmiş olabilir.|Ana sayfaya dön',
      forbidden: '403 Erişim yasak|Bu kaynağa erişim izniniz yok.',
      server: '500 Sunucu hatası|Bizim tarafımızda bir sorun oluştu.|Lütfen daha sonra yeniden deneyin.',
      maintenance: 'Bakım çalışması|Planlı çalışma yapıyoruz, birazdan döneceğiz. Sabrınız için teşekkürler.',
      rate: 'Çok fazla istek|İzin verilen sınırı aştınız. Birkaç dakika bekleyip yeniden deneyin.',
      login: 'Giriş yap|E-posta|Parola|Beni hatırla|Parolanızı mı unuttunuz?|Giriş|Hesabınız yok mu? Üye olun',
      cookies:
        'Devam etmeden önce|Biz ve ortaklarımız cihazınızda bilgi saklarız. Siteyi görmek için çerezleri kabul etmelisiniz.|Tümünü kabul et|Tümünü reddet|Diğer seçenekler',
      captcha: 'Tarayıcınız denetleniyor|Aşağıdaki işlemi tamamlayarak insan olduğunuzu doğrulayın.|Robot değilim',
      script: 'Bu uygulamayı çalıştırmak için JavaScript’i etkinleştirmelisiniz.',
      paywall: [
        'Kurul bu hafta el kitabının üçüncü baskısını yayımladı. Değişiklikler arasında saklama süresine ilişkin yeni bir bölüm',
        'Bu yazı yalnızca abonelere açıktır.|Okumayı sürdürmek için abone olun.|Abone misiniz? Giriş yapın',
      ],
      soon: 'Çok yakında|Bu sayfa yapım aşamasındadır.',
      template: [
        'Giriş|Amaç|Kapsam|İşlevsel gereksinimler|İşlevsel olmayan gereksinimler|Açık konular',
        '[Projenin geçmişini buraya yazın]|[Belgenin amacını iki üç cümleyle yazın]|[Kapsam içini ve dışını yazın]|[Gereksinimleri birer satıra yazın]|[Başarım ve güvenlik hedeflerini yazın]|[Açık konuları yazın]',
      ],
      moved: 'Bu sayfa taşındı|Belge artık https://docs.example.org/tr/yeni adresinde. Yer imlerinizi güncelleyin.',
      search: '"saklama süresi" için arama sonuçları|248 sonuçtan 1–10 gösteriliyor|Sırala: ilgiye göre|Süz',
      parked:
        'example-site.test alan adı satılık|Bu alan adını satın alabilirsiniz.|İlgili aramalar: belge, yazılım, barındırma',
      download:
        'İndirme 5 saniye içinde başlayacak|Başlamazsa buraya tıklayın.|Dosya: sartname.pdf (2,4 MB)|Şimdi indir',
    },
    dev: {
      notFound:
        'Hay aksi, burada bir şey yok|Hata kodu 404: Adreste yazım yanlışı olabilir.|Aramayı deneyin ya da başa dönün.',
      forbidden: 'Erişim reddedildi|Hesabınız bu içeriği göremez. Yöneticiye başvurun.',
      server: '502 Geçersiz ağ geçidi|Sunucu geçersiz bir yanıt aldı.|Yenile',
      maintenance: 'Hizmet geçici olarak kapalı (503)|Dizge yenileniyor, 06.00’da açılması bekleniyor.',
      rate: 'Yavaş olun!|Çağrı sınırına ulaşıldı. Altmış saniye sonra yeniden deneyin.',
      login:
        'Sürdürmek için oturum açın|Kullanıcı adı ya da telefon|Şifre|Oturumum açık kalsın|Kurumsal girişle oturum aç|Yardım ister misiniz?',
      cookies:
        'Gizlilik seçimleriniz|Verilerinizin nasıl kullanılacağını seçin. Onayınız olmadan içerik gösterilemez.|Onaylıyorum|Amaçlar ve sağlayıcılar',
      captcha: 'Robot musunuz?|Ağınızdan alışılmadık trafik geliyor. Trafik ışığı olan resimleri seçin.|Doğrula',
      script: 'Tarayıcınızda betikler kapalı. Açıp sayfayı yenileyin.',
      paywall: [
        'Küçük bir çalışma grubu dokuz ay boyunca numune kurallarını yeniden yazdı. Üzerinde anlaştıkları şey',
        'Gerisi ücretlidir.|Bu ayın ücretsiz yazıları bitti.|Paketlere bakın',
      ],
      soon: 'Belirlenecek|İçerik eklenecek.',
      template: [
        'Özet|Hedefler|Hedef olmayanlar|Önerilen tasarım|Seçenekler|Riskler',
        '<Konuyu bir paragrafta anlatın>|<Hedefleri maddeler hâlinde ekleyin>|<Yapılmayacakları ekleyin>|<Tasarımı bir çizimle anlatın>|<Başka hangi yollara bakıldı?>|<Ne ters gidebilir?>',
      ],
      moved: 'Kullanımdan kalktı|İçerik ../elkitabi/bolum-4.md dosyasına alındı, burada artık güncellenmiyor.',
      search: '37 öğe bulundu: kuyruk sınırları|Bunu mu demek istediniz: kuyruk sınırı|Sayfa başına: 20 50 100',
      parked:
        'quill-example.test sitesine hoş geldiniz|Bu alan adı yeni alınmış, henüz içeriği yok.|İlanlar: gezi, iş, sigorta',
      download:
        'İndirdiğiniz için teşekkürler!|Dosya hazırlanıyor, pencereyi kapatmayın.|Doğrudan bağlantı|Yansı seçin',
    },
  },
};
