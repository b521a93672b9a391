/** Sound files whose numbers, ends, beginnings or pages look as if something were lost. */
import type { Trap } from './types.ts';

const trap = (id: string, path: string, why: string, text: string): Trap => ({
  id,
  path,
  why,
  text: text.replace(/^\n/u, ''),
});
const raw = String.raw;

/** A standard of the plain-text age: pages of 58 lines, a foot and a head on each, form feeds between. */
function paged(): string {
  const body: string[] = [
    '',
    'Working Group on Tide Gauges                                  M. Oyelaran',
    'Request for Opinions: 914                                   Harbour Board',
    'Category: Standards Track                                      March 2003',
    '',
    '',
    '              A Line Protocol for Reading Remote Tide Gauges',
    '',
    'Status of this Memo',
    '',
    '   This memo describes how a harbour office asks a tide gauge for its',
    '   latest readings over a serial line or a TCP connection.',
    '',
    '1.  Introduction',
    '',
  ];
  const topics = [
    'The gauge answers each request with one line that ends in CR LF. A line',
    'longer than 512 octets MUST be discarded by the receiver, which then waits',
    'for the next line end before it reads on.',
    '',
    'A reading carries the time at which it was taken, the level in millimetres',
    'above the local datum, and a quality letter. Letters other than G, S and B',
    'are reserved; a client that meets one treats the reading as suspect.',
    '',
    'Clients poll at most once in ten seconds. A gauge that is polled more often',
    'MAY answer BUSY, and the client then doubles its interval up to ten minutes.',
    '',
    'Where the connection is lost inside a line, neither side keeps the part that',
    'it has seen. The client asks again from the last reading that was complete.',
    '',
  ];
  for (let section = 2; section <= 9; section++) {
    body.push(
      `${section}.  ${['Transport', 'Requests', 'Readings', 'Polling', 'Loss of the Line', 'Datum', 'Security', 'References'][section - 2]!}`,
      '',
    );
    for (const line of topics) body.push(line === '' ? '' : `   ${line}`);
  }
  const pages: string[] = [];
  for (let i = 0, page = 1; i < body.length; i += 46, page++) {
    const head =
      page === 1 ? [] : ['RFO 914                  Remote Tide Gauge Reading                March 2003', '', ''];
    const foot = ['', '', `Oyelaran                    Standards Track                     [Page ${page}]`];
    pages.push([...head, ...body.slice(i, i + 46), ...foot].join('\n'));
  }
  return `${pages.join('\n\f\n')}\n`;
}

export const trapsOfOrder: readonly Trap[] = [
  trap(
    'page-furniture',
    'rfo914.txt',
    'A plain-text standard that is set in pages from end to end, with heads, feet and form feeds.',
    paged(),
  ),
  trap(
    'page-furniture',
    'guide-to-page-heads.md',
    'A guide about page headers that shows them in code and in quotes.',
    raw`
# Cleaning up scanned reports

When a report has been scanned, the head and the foot of every page end up in the text. Typical lines are:

    Page 3 of 47
    Confidential - Draft 2
    - 12 -

Take them out before the text is indexed. A sentence that was cut by the page end then reads on:

> the pump must not be
>
> Page 12 of 30
>
> started before the valve is open

Lines such as "Page 4 of 9" and "第 4 页" are easy to find because their numbers go up by one. Hyphens at the line's end, as
in "imple- mentation", need a word list.
`,
  ),
  trap(
    'page-furniture',
    'minutes-2021-05.txt',
    'Minutes whose lines hold times and page references that belong to the text.',
    raw`
Minutes of the Harbour Lighting Committee
Tuesday, 4 May 2021, 14:00 to 15:20

Present: A. Brandt (chair), K. Osei, L. Marchetti, T. Ivanova
Apologies: none

1. Minutes of the last meeting
   Approved with one change: on page 3, "forty lamps" reads "fourteen lamps".

2. Lamps on the north quay
   KO reported that lamps 7, 9 and 12 are out. See page 2 of the survey.
   Action: KO to order three spare heads.

3. Budget
   Deferred to June.

4. Any other business
   None.

Next meeting: Tuesday, 1 June 2021, 14:00
`,
  ),
  trap(
    'missing-section',
    'reserved-sections.md',
    'Sections that were removed are named as such, and the rest keep their numbers on purpose.',
    raw`
# Signal house operating rules

## 1. Scope

These rules apply to every signal house on the northern line.

## 2. Terms

A *watch* is eight hours.

## 3. Reserved

## 4. Handing over the watch

The person who leaves reads the log aloud. The person who comes signs it.

## 5. (Intentionally removed)

## 6. Log

The log is kept for ten years.

## 8. Lamps

Rule 7 was withdrawn in 2014; its number is not used again.
`,
  ),
  trap(
    'missing-section',
    'appendices.md',
    'Numbered sections are followed by lettered appendices and by sections without number.',
    raw`
# Kettle controller

## 1 Overview

The controller heats water to a set temperature and holds it.

## 2 Commands

### 2.1 SET

Sets the temperature in tenths of a degree.

### 2.2 HOLD

Holds the temperature for a number of minutes.

## 3 Errors

An error is a letter and two digits.

## A Wiring

Brown is live.

## B Change record

First issue.

## Index

SET, HOLD
`,
  ),
  trap(
    'missing-section',
    'extract-of-by-laws.md',
    'An extract says which sections it gives.',
    raw`
# By-laws of the Allotment Society (extract)

This sheet gives sections 4, 5 and 9 only; the whole text is kept by the secretary.

## 4. Plots

A plot is let for one year from the first of March.

## 5. Water

Water is drawn from the tanks, not from the main.

## 9. Ending a tenancy

Either side may end a tenancy with three months' notice.
`,
  ),
  trap(
    'missing-section',
    'CHANGELOG.md',
    'Releases that were never published leave gaps in the numbers.',
    raw`
# Changelog

## 2.4.0 - 2022-09-14

- Reads gauges over IPv6.

## 2.3.1 - 2022-06-02

- No longer stops when the clock is set back.

## 2.1.0 - 2022-01-20

2.2.0 and 2.3.0 were built and never released.

- Adds the letter S for suspect readings.

## 1.9.7 - 2021-08-11

- Last release for the old line protocol.

## 1.0.0 - 2019-04-01

- First release.
`,
  ),
  trap(
    'missing-section',
    'two-numberings.md',
    'Two series of headings are numbered apart: parts and rules.',
    raw`
# Ferry handbook

## Part 1: Boarding

### Rule 1

Foot passengers board first.

### Rule 2

Bicycles are walked.

## Part 2: At sea

### Rule 3

Doors stay shut.

### Rule 4

Children under ten stay with an adult.

## Part 3: Landing

### Rule 5

Nobody leaves before the ramp is down.
`,
  ),
  trap(
    'missing-section',
    '章程.txt',
    'Articles are counted through all chapters, one line each.',
    raw`
临江诗社章程

第一章 总则

第一条 本社定名为临江诗社。
第二条 本社以读诗、写诗为宗旨。

第二章 社员

第三条 凡赞成本章程者，均可申请入社。
第四条 社员每季度至少到会一次。
第五条 社员可以随时退社。

第三章 会议

第六条 大会每年召开一次，由社长召集。
第七条 大会须有三分之一以上社员到会。

第四章 附则

第八条 本章程自通过之日起施行。
`,
  ),
  trap(
    'missing-item',
    'starts-at-four.md',
    'A list goes on from an earlier one and starts at four.',
    raw`
# Setting up the station

Do this once:

1. Unpack the mast.
2. Drive in the four pegs.
3. Raise the mast and tie it down.

Wait for the concrete to set, at least two days. Then:

4. Fix the vane to the top.
5. Lead the cable down inside the mast.
6. Connect the cable to the box.

If the box shows red, go back to step 5.
`,
  ),
  trap(
    'missing-item',
    'lists-in-code.md',
    'The numbers that skip stand in code and show what a program prints.',
    raw`
# Line filter

The filter prints the lines that match, with their numbers:

~~~
1. alpha
2. beta
5. gamma
9. delta
12. epsilon
~~~

Run it with the option that counts from zero and the output is:

~~~
0) alpha
1) beta
4) gamma
8) delta
~~~

Numbers are those of the input, so gaps are normal.
`,
  ),
  trap(
    'missing-item',
    'all-ones.md',
    'Every item carries the same number, as Markdown allows.',
    raw`
# Pumping dry

1. Shut the inlet.
1. Open the drain.
1. Start the pump.
1. Stop it when air comes.
1. Shut the drain.

Then write the time into the log.
`,
  ),
  trap(
    'missing-item',
    'survey.md',
    'A questionnaire whose questions depend on answers and send the reader on by number.',
    raw`
# Survey of well owners

1. Do you own a well? If not, go to question 9.
2. How deep is it, in metres?
3. When was it dug?
4. Who cleans it?

Ask 5 to 8 only where the well is shared (form B).

9. Do you draw water from a tank?
10. How many people use it?

Thank you. Please put the sheet into the box at the door.
`,
  ),
  trap(
    'missing-item',
    'alternatives.md',
    'The chosen options of a longer list are quoted by their letters.',
    raw`
# Which roofs we looked at

Of the eight roofs in the first paper we kept three:

b) slate on battens,
e) standing-seam zinc,
g) turf.

The letters are those of the first paper, so that costs can be compared. Roof a) was too heavy, c) and d) leak at this
pitch, f) is no longer made and h) was withdrawn.
`,
  ),
  trap(
    'missing-figure',
    'figures-selected.md',
    'Figures keep the numbers that they have in the book they were taken from.',
    raw`
# Handout for the third evening

The drawings keep the numbers of the book.

![Knot](knot.svg)

Figure 3. The reef knot.

![Bend](bend.svg)

Figure 7. The sheet bend.

![Hitch](hitch.svg)

Figure 12. The rolling hitch.
`,
  ),
  trap(
    'missing-figure',
    'references-partial.md',
    'The list of references holds those of this chapter only, with the numbers of the whole report.',
    raw`
# 5 Corrosion of anchor chains

Chains in brackish water lose more than chains at sea [12, 15]. The loss is greatest at the splash line [19].

References of this chapter (numbers as in the report):

[12] Oduya, P.: Chains in estuaries. Harbour Papers 3, 1988.
[15] Lindqvist, S.: Iron in the Sound. Private print, 1991.
[19] Marchetti, L.: The splash line. Harbour Papers 9, 1997.
`,
  ),
  trap(
    'cut-end',
    'ends-in-signature.txt',
    'A letter ends in a name without a full stop.',
    raw`
To the keeper of the east light

Dear Mr. Adeyemi,

the lens that you asked for has been found. It stands in the store behind the old boathouse and can be fetched on any
weekday before noon. Please bring two people and a blanket, since the frame is heavy and the glass is loose at one
corner. The key hangs where it always did.

With kind regards,

Ingrid Sørdal
Harbour Office, second floor
`,
  ),
  trap(
    'cut-end',
    'ends-in-link.md',
    'The last line is a link.',
    raw`
# Where to ask

Most questions are answered in the handbook. For the rest there is a list:

- Lamps: ask the keeper.
- Lines: ask the office.

See also

- [Handbook](handbook.md)
- [Charts](charts/index.md)

[charts]: https://charts.example.org/north
`,
  ),
  trap(
    'cut-end',
    'ends-in-code.md',
    'The last block is a whole code block.',
    raw`
# Reading a gauge from the shell

Open the line and ask for the last reading:

~~~sh
exec 3<>/dev/tcp/gauge.example.org/4090
printf 'LAST\r\n' >&3
read -r line <&3
echo "$line"
~~~

To stop, close the descriptor:

~~~sh
exec 3>&-
~~~
`,
  ),
  trap(
    'cut-end',
    'ends-in-table.md',
    'The last block is a whole table.',
    raw`
# Letters of quality

Every reading carries one letter. A client shows readings with S in grey and leaves out those with B.

| Letter | Meaning | Shown |
| ------ | ------- | ----- |
| G | good | yes |
| S | suspect | in grey |
| B | bad | no |
`,
  ),
  trap(
    'cut-end',
    'ends-in-address.txt',
    'An address is the end, as in every standard of that age.',
    raw`
9.  Security Considerations

   A gauge does not know who asks. Where readings are not public the line
   must be protected by other means.

10.  Author's Address

   Mercy Oyelaran
   Harbour Board
   4 Quay Street
   Northhaven NH4 2QP

   Phone: +99 555 0114
   EMail: oyelaran@harbour.example
`,
  ),
  trap(
    'cut-end',
    'template-with-empty-headings.md',
    'A proposal made from a form; the last headings of the form were left without text.',
    raw`
# Proposal 31: quiet hours

## Summary

Between ten in the evening and six in the morning the fog horn sounds at half power.

## Motivation

People who live on the quay have asked for it since 2015.

## Design

A relay in the horn house switches a resistor into the line. The clock that drives it is the one of the lamp.

## Drawbacks

In thick fog half power may not carry to the bar.

## Alternatives

## Unresolved questions

## Future work
`,
  ),
  trap(
    'cut-end',
    'ends-in-list.rst',
    'The last block is a list of terms without full stops.',
    raw`
Parts of a lamp
===============

A lamp has four parts, from the inside to the outside:

* burner
* mantle
* chimney
* lens

Spare parts are kept in the store:

* wicks
* glass
* brass polish
`,
  ),
  trap(
    'cut-end',
    'word-list.txt',
    'A list of one word a line, in order, ends where it ends.',
    `${'anchor ballast bilge boom bow bulkhead cleat davit fender galley halyard hatch hawser hull jib keel mast oar rudder sheet shroud spar stern tiller transom winch'.replaceAll(' ', '\n')}\n`,
  ),
  trap(
    'cut-end',
    'ends-with-colon.md',
    'The last paragraph names what follows in another file.',
    raw`
# Chapter 2: The store

This chapter lists what is kept in the store, shelf by shelf. The lists themselves are long and are kept in files of their
own, one a shelf, so that the storekeeper can change them without touching this text. They are:

* shelf-1.csv
* shelf-2.csv
* shelf-3.csv

Continue with chapter 3
`,
  ),
  trap(
    'cut-end',
    'thai-notes.md',
    'Thai sets no full stops; the text ends where it ends.',
    raw`
# บันทึกการประชุม

ที่ประชุมเห็นชอบให้เปลี่ยนหลอดไฟบนท่าเรือด้านเหนือทั้งหมด ภายในเดือนหน้า

ผู้รับผิดชอบรายงานว่ามีอะไหล่ในคลังเพียงพอแล้ว และไม่ต้องสั่งซื้อเพิ่ม

นัดประชุมครั้งต่อไปวันอังคารแรกของเดือน เวลาบ่ายสองโมง
`,
  ),
  trap(
    'cut-end',
    'ends-in-formula.tex',
    'A note that ends in a displayed formula.',
    raw`
\documentclass{article}
\begin{document}
\section{Height of a lamp}

A lamp at height $h$ above the sea is seen from the distance $d$ at which the line of sight touches the water. With the
radius $R$ of the earth, and $h$ small against $R$, the distance is

\[ d = \sqrt{2 R h} \]

\end{document}
`,
  ),
  trap(
    'cut-start',
    'fragment.md',
    'A part that is included by another file begins below the highest heading and without a title.',
    raw`
### Options of the reader

--port NUMBER
: The port of the gauge, 4090 where nothing is said.

--letters LIST
: Letters of quality to print.

and any option of the shell that starts it.

### Exit status

0 where a reading was printed, 1 where none came, 2 where the line was lost.
`,
  ),
  trap(
    'cut-start',
    'lower-case-title.md',
    'A program is written small, also at the beginning of its manual.',
    raw`
gaugecat - print the readings of a tide gauge

gaugecat opens a connection, asks for the last reading and prints it. without arguments it asks the gauge that is named in
the file .gaugerc in the home directory.

usage: gaugecat [host] [count]

gaugecat is in the public domain.
`,
  ),
  trap(
    'cut-start',
    'iphone-note.txt',
    'The first word is a name that begins with a small letter.',
    raw`
iGauge for the harbour office: first steps

Install the programme from the office's own shelf, not from the shop. On the first start it asks for the name of the gauge;
type it in small letters. The readings appear within ten seconds. If they do not, the gauge is asleep: press the blue
button on its case and wait.
`,
  ),
  trap(
    'cut-by-heading',
    'definition-stubs.md',
    'Short lines without a full stop stand above headings: they are labels, dates and values.',
    raw`
# Register of lamps

## East light

Kept by the harbour office

### History

Lit for the first time on 2 May 1897

### Lens

Third order, made in Northhaven

## West light

Kept by the pilots

### History

Lit for the first time on 9 October 1903

### Lens

Fourth order, maker unknown
`,
  ),
  trap(
    'cut-by-heading',
    'options-before-headings.md',
    'Paragraphs lead over to the headings below them with a colon or three dots.',
    raw`
# Choosing a rope

Three things decide, and they are taken in turn:

## Load

Take ten times the weight that will hang on it. For ropes that people climb on, take fifteen times and then ask someone
else to work it out again...

## Wear

Where the rope runs over an edge, the edge decides

## Water

Wet hemp shrinks, wet nylon stretches. See also:

## Further reading

The rope maker's own sheets.
`,
  ),
  trap(
    'spliced',
    'telegrams.txt',
    'Telegram style leaves out words and joins half sentences with STOP.',
    raw`
Log of telegrams, February 1931

3 Feb. ARRIVED SAFELY STOP BAGGAGE MISSING STOP WIRE FUNDS NORTHHAVEN STOP
4 Feb. FUNDS SENT STOP BAGGAGE FOUND WITH SISTER STOP WRITE SOON
9 Feb. LAMP OUT SINCE MIDNIGHT STOP SPARE MANTLES NONE STOP SEND BOAT
10 Feb. BOAT LEFT SIX THIS MORNING STOP MANTLES TWO DOZEN STOP GLASS FOLLOWS
12 Feb. BOAT HERE STOP GLASS BROKEN STOP LAMP LIT
`,
  ),
  trap(
    'missing-words',
    'cloze.md',
    'An exercise leaves gaps on purpose.',
    raw`
# Exercise 4: the right word

Put in the words that are missing: *at, by, in, of, on*.

1. The keeper lives ____ the island.
2. The boat comes ____ noon.
3. The lens was made ____ a firm in Northhaven.
4. Most ____ the glass is old.
5. The oil is kept ____ a tank.
`,
  ),
  trap(
    'dropped-numbers',
    'form-without-values.md',
    'A form with blanks for the numbers that will be filled in by hand.',
    raw`
# Delivery note

Received on ____ : ____ boxes of ____ pieces each, in all ____ pieces.

Weight: ______ kg

Temperature on arrival: ____ °C

共 ____ 箱，每箱 ____ 件，合计 ____ 元。

Signature:
`,
  ),
  trap(
    'dropped-numbers',
    'units-in-words.md',
    'Units are spoken of without numbers.',
    raw`
# Units

Lengths are given in metres, times in seconds and weights in kilograms. Values within seconds of each other count as one.
A total of readings is given at the end of every page, in per cent of the readings that were asked for.

价格以元为单位，面积以平方米为单位。年、月、日之间用短横线隔开。

Percentages (%) are rounded down. A field that holds only "kg" is an error.
`,
  ),
];
