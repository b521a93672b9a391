/** Sound files whose form is repetition, short lines, hyphens or columns. */
import type { Trap } from './types.ts';

const trap = (id: string, path: string, why: string, text: string): Trap => ({
  id,
  path,
  why,
  text: text.replace(/^\n/u, ''),
});
const raw = String.raw;

const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

export const trapsOfForm: readonly Trap[] = [
  trap(
    'loop-exact',
    'refrain.txt',
    'A song whose refrain stands three times, word for word.',
    raw`
The Lamp on the Bar

When father went out on the evening tide
with bread in his bag and the dog at his side,

Burn, lamp, burn, till the boats come home,
burn on the bar in the wind and the foam,
burn, lamp, burn, for the night is long,
and the sea has a voice but it knows no song.

When brother went out on the morning ebb
with a net that was thin as a spider's web,

Burn, lamp, burn, till the boats come home,
burn on the bar in the wind and the foam,
burn, lamp, burn, for the night is long,
and the sea has a voice but it knows no song.

When I go out I shall look behind
for a light on the bar that is small and kind.

Burn, lamp, burn, till the boats come home,
burn on the bar in the wind and the foam,
burn, lamp, burn, for the night is long,
and the sea has a voice but it knows no song.
`,
  ),
  trap(
    'loop-exact',
    'refrain-at-the-end.txt',
    'The last verse of a song is sung three times over, and the sheet writes it out.',
    raw`
Rowing song

Out with the oar and in with the oar,
we have a mile and we want no more.

Pull, boys, pull, the harbour is near,
pull, boys, pull, and be of good cheer.
Pull, boys, pull, the harbour is near,
pull, boys, pull, and be of good cheer.
Pull, boys, pull, the harbour is near,
pull, boys, pull, and be of good cheer.
`,
  ),
  trap(
    'loop-exact',
    'litany.txt',
    'A litany: the people answer with the same words every time.',
    raw`
For use at the blessing of boats

From storm and from lightning,        keep us, we pray.
From fog on the water,                keep us, we pray.
From rope that is rotten,             keep us, we pray.
From rock that is hidden,             keep us, we pray.
From sleep at the tiller,             keep us, we pray.
From pride in fair weather,           keep us, we pray.

All: Bring us home. Bring us home. Bring us home.

Peace to the sea, peace to the land, peace to all who sail.
Peace to the sea, peace to the land, peace to all who wait.
`,
  ),
  trap(
    'loop-exact',
    '诵.txt',
    'A chant that is said many times; the sheet writes out three rounds.',
    raw`
晨诵（三遍）

山高水长，灯火相望，愿舟平安，愿人还乡。
山高水长，灯火相望，愿舟平安，愿人还乡。
山高水长，灯火相望，愿舟平安，愿人还乡。

诵毕静坐片刻，再读当日功课。
`,
  ),
  trap(
    'loop-exact',
    'parallel-sections.md',
    'Every command has the same six parts, and most of the sentences in them are the same.',
    `# Commands\n${many(
      9,
      (i) => `
## ${['LAST', 'FIRST', 'NEXT', 'COUNT', 'DATUM', 'CLOCK', 'SLEEP', 'WAKE', 'QUIT'][i]!}

Syntax: one word, then CR LF.

Answer: one line.

Errors: the gauge answers \`ERR\` and a number where it cannot carry out the command.

Since: version ${1 + (i % 3)}.0

The command takes no argument. A client MUST NOT send a further command before the answer has been read to its end.
`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'requirements-frames.md',
    'Requirements share one sentence frame and differ by a word or a number.',
    `# Requirements of the gauge\n\n${many(
      24,
      (i) =>
        `**R-${String(i + 1).padStart(3, '0')}** When the level exceeds ${1200 + i * 50} mm above datum, the gauge shall report the reading within ${2 + (i % 4)} s and shall set alarm bit ${i} until the level has fallen below ${1150 + i * 50} mm.\n\n`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'требования.md',
    'Requirements in Russian that share one frame.',
    `# Требования к журналу\n\n${many(
      14,
      (i) =>
        `${i + 1}. Система должна сохранять событие типа «${['вход', 'выход', 'сбой', 'пуск', 'останов', 'замена', 'поверка', 'сброс', 'опрос', 'связь', 'питание', 'доступ', 'архив', 'отчёт'][i]!}» в журнале и показывать его оператору не позднее чем через ${i + 2} с после получения.\n`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'test-vectors.txt',
    'Test vectors: blocks of the same form that differ in a few digits.',
    `Test vectors for the checksum of readings\n${many(
      10,
      (i) => `
   Vector ${i + 1}
      Key:     000102030405060708090a0b0c0d0e0f
      Input:   000000000000000000000000000000${(i * 7 + 16).toString(16)}
      Length:  16
      Output:  ${((i + 3) * 2654435761).toString(16).padStart(10, '0')}${((i + 9) * 40503).toString(16).padStart(6, '0')}
`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'registers.md',
    'A register table whose rows differ by one bit number.',
    `# Alarm register 0x40\n\nAll bits are cleared by reading.\n\n| Bit | Name | Access | Reset | Meaning |\n| --- | --- | --- | --- | --- |\n${many(
      32,
      (i) => `| ${i} | ALM${i} | RO | 0 | 1: level ${i} was exceeded since the last read; 0: it was not |\n`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'grammar.abnf.md',
    'A grammar: rule after rule of the same form.',
    raw`
# Grammar

~~~abnf
request   = last / first / next / count
last      = "LAST" [ SP letter ] CRLF
first     = "FIRST" [ SP letter ] CRLF
next      = "NEXT" [ SP letter ] CRLF
count     = "COUNT" [ SP letter ] CRLF
answer    = reading / error
reading   = time SP level SP letter CRLF
time      = 4DIGIT "-" 2DIGIT "-" 2DIGIT "T" 2DIGIT ":" 2DIGIT
level     = [ "-" ] 1*5DIGIT
letter    = "G" / "S" / "B"
error     = "ERR" SP 3DIGIT CRLF
~~~
`,
  ),
  trap(
    'loop-exact',
    'decision-template.md',
    'A form with the same empty fields for each of five options.',
    `# Which pump\n${many(
      5,
      (i) => `
## Option ${i + 1}

Description:

Advantages:

- ...

Disadvantages:

- ...

Cost: to be filled in

Decision: open
`,
    )}`,
  ),
  trap(
    'loop-phrase',
    'hex-dump.md',
    'A dump of an empty page of memory: zeros, line after line.',
    `# An erased page\n\nA page that was erased reads as follows:\n\n~~~\n${many(
      16,
      (i) => `${(i * 16).toString(16).padStart(4, '0')}  ff ff ff ff ff ff ff ff  ff ff ff ff ff ff ff ff\n`,
    )}~~~\n\nAny other value means that the page is in use.\n`,
  ),
  trap(
    'loop-phrase',
    'rules-and-dots.txt',
    'Lines of one character are rules; dots lead to page numbers.',
    raw`
HARBOUR ALMANAC
================================================================================

Contents

1. Tides ............................................................ 2
   1.1. Springs and neaps ........................................... 3
   1.2. Surges ...................................................... 5
2. Lights ........................................................... 8
   2.1. Fixed . . . . . . . . . . . . . . . . . . . . . . . . . . . . 9
   2.2. Flashing . . . . . . . . . . . . . . . . . . . . . . . . . . 11
3. Fog signals ..................................................... 14

--------------------------------------------------------------------------------
1. Tides

Two tides come and two tides go in a little more than a day.
********************************************************************************
`,
  ),
  trap(
    'loop-phrase',
    'laughter.txt',
    'A dialogue in which somebody laughs and somebody counts.',
    raw`
第二幕

老周：哈哈哈哈哈哈，你也有今天！
小林：别笑了，别笑了，别笑了。
老周：哈哈哈……好，好，好，不笑了。
（远处传来钟声：当，当，当，当，当，当。）
小林：六点了。走吧，走吧。

第三幕

众人：一二，起！一二，起！一二，起！一二，起！
`,
  ),
  trap(
    'hard-wrap',
    'free-verse.md',
    'A poem in which every line stands alone.',
    raw`
# Ebb

The water goes

without a word.

It leaves a rope,

a shoe,

the ribs of something

that had a name.

A gull walks

where I have swum,

and looks at me

as if I were late.
`,
  ),
  trap(
    'hard-wrap',
    'haiku.txt',
    'Haiku, three short lines each.',
    raw`
静かなる

灯台の下

波の音


霧の朝

舟の名呼べば

鳥答ふ


lamp on the long pier

the tide takes back its mirror

one gull, then no gull
`,
  ),
  trap(
    'hard-wrap',
    'one-sentence-paragraphs.md',
    'Short rules, each a paragraph and a sentence of its own.',
    raw`
# House rules

Shut the door.

Boots stay in the hall.

The last one out puts off the lamp.

Oil is fetched on Mondays.

Nobody sleeps on watch.

What you borrow you bring back.

Dogs are welcome; goats are not.

Read the log before you write in it.

Ask when you do not know.

Ask again when you were not told.
`,
  ),
  trap(
    'hard-wrap',
    'line-block.rst',
    'A line block keeps the line ends of an address and of a verse.',
    raw`
Where to write
==============

| Harbour Board
| 4 Quay Street
| Northhaven NH4 2QP

And over the door stands:

| Who comes by night
|   let him see light.
| Who comes by day
|   let him find the way.
`,
  ),
  trap(
    'hard-wrap',
    'glossary.md',
    'A glossary of short paragraphs: a term and a few words.',
    raw`
# Words of the harbour

**bar** - sand across the mouth

**bollard** - post for ropes

**ebb** - falling tide

**fender** - what hangs between hull and quay

**flood** - rising tide

**neap** - small tide

**roads** - where ships lie outside

**slack** - no tide

**spring** - great tide

**warp** - rope to move a ship by
`,
  ),
  trap(
    'hard-wrap',
    'معجم.md',
    'A glossary in Arabic, one short paragraph a word.',
    raw`
# كلمات الميناء

**مد** - ارتفاع الماء

**جزر** - انخفاض الماء

**رصيف** - حيث ترسو السفن

**منارة** - برج فوقه ضوء

**مرساة** - حديد يمسك السفينة

**شراع** - قماش يدفعه الهواء

**دفة** - ما توجه به السفينة
`,
  ),
  trap(
    'hard-break',
    'commit-style.txt',
    'A text that a person wrapped at a narrow width.',
    raw`
gauge: read the clock before the level

The level was read first and the
clock after it, so that a reading
could carry the time of the next
one where the line was slow.

Read the clock first. The error is
then at most the time that the
level takes, which is bounded.
`,
  ),
  trap(
    'columns-interleaved',
    'bilingual.md',
    'Two languages sentence by sentence: the lines take turns on purpose.',
    raw`
# Safety card / Sicherheitskarte

Put on your life jacket before you go on deck.

Legen Sie die Schwimmweste an, bevor Sie an Deck gehen.

Hold on with one hand at all times.

Halten Sie sich immer mit einer Hand fest.

In fog the horn sounds once a minute.

Bei Nebel ertönt das Horn einmal in der Minute.

Do not step over ropes that are tight.

Steigen Sie nicht über gespannte Leinen.
`,
  ),
  trap(
    'columns-interleaved',
    '对照.md',
    'English and Chinese, paragraph by paragraph.',
    raw`
# Reading the gauge 读取水位

The gauge answers each request with one line.

水位计对每个请求回答一行。

A line that is too long is thrown away.

过长的行将被丢弃。

Ask at most once in ten seconds.

每十秒最多询问一次。

If it says BUSY, wait.

若回答“忙”，请稍候。
`,
  ),
  trap(
    'columns-interleaved',
    'interview.txt',
    'Two people talk in turns, in short and broken sentences.',
    raw`
Q. You kept the light for -
A. Forty years, near enough.
Q. And you were alone -
A. Never alone. There was the dog, and before
   him another dog.
Q. What did you do when -
A. When the boat did not come? I read.
Q. The same books -
A. The same book. It is a long one.
Q. And then -
A. Then I read it again.
`,
  ),
  trap(
    'columns-interleaved',
    'interlinear.txt',
    'A text with a gloss under each of its lines.',
    raw`
Interlinear gloss of the harbour inscription

   lumen   nautis    portus   dedit
   light   sailors   harbour  gave

   qui     venit     videat
   who     comes     let.see

   qui     abit      meminerit
   who     leaves    let.remember

   mare    manet     nos   imus
   sea     stays     we    go
`,
  ),
  trap(
    'hyphenation',
    'hanging-hyphens.md',
    'Hanging hyphens belong to the language.',
    raw`
# Pre- and post-processing

The gauge does pre- and post-processing of readings. Short- and long-term means are kept apart; so are two-, four- and
eight-hour means. Upper- and lower-case letters are the same.

In German this is usual: Ein- und Ausgabe, Vor- und Nachteile, Hafen- und Seezeichen, Sommer- bzw. Winterzeit.

Dutch too: in- en uitvoer, land- en zeekaarten.

The well-known re-
entry of the tide into the basin is seen twice a day.
`,
  ),
  trap(
    'hyphenation',
    'list-with-dashes.txt',
    'Dashes after words are pauses and list marks.',
    raw`
Duties of the day

Monday - lamp, oil - wicks
Tuesday - sails, ropes and the like
Wednesday- day of rest

1912- the first lamp; 1934- the second.
`,
  ),
  trap(
    'hyphenation',
    'syllables.md',
    'A page for learners that parts words into syllables.',
    raw`
# Parting words

Part a word where you can sing it: har- bour, light- house, an- chor, com- pass, ti- ller.

| Word | Parted |
| --- | --- |
| harbour | har- bour |
| window | win- dow |
| lantern | lan- tern |

Try these yourself: *keeper*, *signal*, *water*.
`,
  ),
  trap(
    'loop-phrase',
    'ascii-chart.txt',
    'A drawing made of characters.',
    raw`
Depth across the bar, one column a fathom

   0 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
   1 ####                                                ####
   2 ######                                            ######
   3 ##########                  ####               #########
   4 ##############            ########          ############
   5 ##################      ############     ###############
   6 ########################################################

      west                     rock                      east
`,
  ),
  trap(
    'loop-noisy',
    'faq.md',
    'Questions and answers that are all put in the same way.',
    `# Questions\n${many(
      10,
      (i) => `
### Can I use a ${['rope', 'chain', 'wire', 'net', 'pole', 'plank', 'hook', 'winch', 'block', 'boat'][i]!} from the store?

Yes. Sign for the ${['rope', 'chain', 'wire', 'net', 'pole', 'plank', 'hook', 'winch', 'block', 'boat'][i]!} in the book, bring it back within a week, and tell the storekeeper if it is worn.
`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'release-notes.md',
    'Releases whose notes are the same but for the number.',
    `# Releases\n${many(
      12,
      (i) => `
## 3.${12 - i}.0

- Updated the list of gauges to ${2023 - Math.floor(i / 4)}-${String(12 - (i % 4) * 3).padStart(2, '0')}.
- No change for users of the library.
`,
    )}`,
  ),
  trap(
    'loop-noisy',
    'recitals.txt',
    'Recitals of a contract that all begin alike.',
    raw`
WHEREAS the Board owns the quay known as the North Quay; and

WHEREAS the Board wishes to have the quay lit between sunset and sunrise; and

WHEREAS the Keeper has lit the quay known as the South Quay since 2004; and

WHEREAS the Keeper is willing to light the North Quay between sunset and sunrise; and

WHEREAS the Board and the Keeper wish to set down the terms on which the quay is lit;

NOW, THEREFORE, the Board and the Keeper agree as follows.

1. The Keeper shall light the North Quay between sunset and sunrise.
2. The Board shall pay the Keeper on the first day of each month.
`,
  ),
  trap(
    'loop-exact',
    'मंत्र.txt',
    'A verse in Hindi whose first line comes back after each couplet.',
    raw`
दीप जले, दीप जले, घाट पर दीप जले।

नाव चली उस पार, लहरें गाएँ मल्हार,
दीप जले, दीप जले, घाट पर दीप जले।

रात अँधेरी आए, माँझी गीत सुनाए,
दीप जले, दीप जले, घाट पर दीप जले।

भोर भई जब जागे, तट पर आए आगे,
दीप जले, दीप जले, घाट पर दीप जले।
`,
  ),
  trap(
    'loop-exact',
    'תפילה.txt',
    'A prayer in Hebrew with the same answer after each line.',
    raw`
ברכת הסירות

מן הסערה, שמור אותנו.
מן הערפל, שמור אותנו.
מן הסלע, שמור אותנו.
מן החבל הרקוב, שמור אותנו.
מן השינה, שמור אותנו.

שלום לים, שלום ליבשה, שלום לכל היורדים בו.
`,
  ),
  trap(
    'page-furniture',
    'numbers-in-text.md',
    'Numbers alone on a line are answers, years and scores.',
    raw`
# Quiz night

How many lamps has the north quay?

14

When was the east light lit?

1897

Who won last year, and by how much?

Pilots 7
Keepers 5

## Score of the evening

12 / 20
`,
  ),
  trap(
    'page-furniture',
    'page-entity.md',
    'A data model in which Page is a thing.',
    raw`
# Paging

A list of readings is returned in pages.

Page 1 of 3
: the first fifty readings and a link to the next page.

Page 2 of 3
: the next fifty.

Page 3 of 3
: what is left, with no link.

The field *page* counts from 1. A client that asks for page 4 of 3 gets an empty list.
`,
  ),
  trap(
    'cut-end',
    'scores.csv.txt',
    'A short list of values by line, the last one as short as the rest.',
    raw`
station level letter
north 1204 G
east 1198 G
west 1211 S
bar 1187 G
roads 1191 G
`,
  ),
];
