/** Sound files that say like things with other values, or count in a way that only looks wrong. */
import type { Trap } from './types.ts';

const raw = String.raw;
const trap = (id: string, path: string, why: string, text: string): Trap => ({
  id,
  path,
  why,
  text: text.replace(/^\n/u, ''),
});

export const trapsOfSense: readonly Trap[] = [
  trap(
    'conflict-number',
    'modes.md',
    'The same sentence with another value for each mode of the pump.',
    raw`
# Pump

## Day mode

In day mode the pump runs for 20 minutes in every hour and the valve stays open for the whole of that time.

## Night mode

In night mode the pump runs for 5 minutes in every hour and the valve stays open for the whole of that time.

The operator can change from one mode to the other at the panel. A change takes effect at the next full hour.
`,
  ),
  trap(
    'conflict-number',
    'history.md',
    'A value that was another one in an earlier edition, and says so.',
    raw`
# Session store

A session ends after 30 minutes without a request from the client that opened it.

## History

Until edition 2, a session ended after 15 minutes without a request from the client that opened it. Operators found that too short.
`,
  ),
  trap(
    'conflict-number',
    'bereich.md',
    'Mindest- und Höchstwert desselben Feldes.',
    raw`
# Zähler

Der Zähler muss mindestens 10 Werte je Sekunde aufnehmen und an die Zentrale weitergeben. Der Zähler darf höchstens 50 Werte je
Sekunde aufnehmen und an die Zentrale weitergeben. Dazwischen stellt ihn der Betreiber ein.
`,
  ),
  trap(
    'conflict-number',
    'products.md',
    'One section for each product, all from one template.',
    raw`
# Licences

## Small

The small licence is for 5 users and 20 projects, and support answers within 48 hours.

## Medium

The medium licence is for 25 users and 100 projects, and support answers within 24 hours.

## Large

The large licence is for 200 users and 900 projects, and support answers within 4 hours.
`,
  ),
  trap(
    'conflict-number',
    'tables.md',
    'A table of variants.',
    raw`
# Fuses

| Type | Current | Time |
| --- | --- | --- |
| F1 slow | 2 A | 120 ms |
| F1 fast | 2 A | 20 ms |
| F2 slow | 4 A | 140 ms |
| F2 fast | 4 A | 25 ms |

The type F1 carries 2 A. The type F2 carries 4 A.
`,
  ),
  trap(
    'conflict-number',
    'example.md',
    'An example with its own number beside the rule.',
    raw`
# Upload

The server must refuse a file of more than 50 MB with the error "too large".

For example, a server in a small office may be set up so that it must refuse a file of more than 5 MB with the error "too large".
`,
  ),
  trap(
    'conflict-number',
    'zhan.md',
    '两个不同项目的补贴标准。',
    raw`
# 补贴办法

种植油茶的农户，每户补贴由五十元提高到一千元，由县林业局在年底前发放到位。

开办农家乐的农户，每户补贴由一万元提高到三万元，由县旅游局在年底前发放到位。
`,
  ),
  trap(
    'conflict-number',
    'units.md',
    'The same length in two units.',
    raw`
# Cable

The cable must not be longer than 100 m between the hub and the sensor. For sites that measure in feet: the cable must not be longer
than 328 ft between the hub and the sensor.
`,
  ),
  trap(
    'conflict-modality',
    'roles.md',
    'What one role must do, the other must not.',
    raw`
# Keys

A server must send its certificate in the first message of the handshake, before any other field.

A client must not send its certificate in the first message of the handshake, before any other field.
`,
  ),
  trap(
    'conflict-modality',
    'condition.md',
    'The rule and its exception.',
    raw`
# Cache

If the answer has an age, a cache must store the answer and serve it to later requests for the same address.

If the answer has no age, a cache must not store the answer and serve it to later requests for the same address.
`,
  ),
  trap(
    'conflict-value',
    'renamed.md',
    'A field that has another name in the older interface.',
    raw`
# Fields

In version 2 the name of the customer stands in the field ${'`customer_name`'} and may hold up to 80 characters.

In version 1 the name of the customer stands in the field ${'`client`'} and may hold up to 80 characters.
`,
  ),
  trap(
    'repeat-differs',
    'languages.md',
    'The same clause in two of the languages that the contract is made in.',
    raw`
# Warranty

The maker answers for faults of the device for 24 months from the day on which it was handed over, if it was used as this manual says
and was not opened by anyone but a workshop that the maker has named. Wear of the brushes is no fault.

# Garantie

Der Hersteller haftet 24 Monate ab dem Tag der Übergabe für Mängel des Geräts, sofern es gebraucht wurde, wie diese Anleitung es sagt,
und von niemandem geöffnet wurde außer von einer Werkstatt, die der Hersteller benannt hat. Abrieb der Bürsten ist kein Mangel.
`,
  ),
  trap(
    'repeat-differs',
    'endpoints.md',
    'Two endpoints described in the words of one template.',
    raw`
# Interface

## GET /orders/{id}

Returns the order with this id. The caller needs the right ${'`orders.read`'}. If there is no such order, or the caller may not see it, the
answer is 404. The answer is cached for 60 seconds at the edge; a caller that needs the newest state adds ${'`?fresh=1`'}.

## GET /invoices/{id}

Returns the invoice with this id. The caller needs the right ${'`invoices.read`'}. If there is no such invoice, or the caller may not see it,
the answer is 404. The answer is cached for 300 seconds at the edge; a caller that needs the newest state adds ${'`?fresh=1`'}.
`,
  ),
  trap(
    'miscount',
    'at-least.md',
    'At least three: four follow.',
    raw`
# Roles

An installation has at least three of the following roles:

- reader
- writer
- auditor
- owner
`,
  ),
  trap(
    'miscount',
    'including.md',
    'Some of many are named.',
    raw`
# Sensors

The board has twelve sensors, including:

- two for heat
- one for light
- one for noise
`,
  ),
  trap(
    'miscount',
    'nested.md',
    'Two groups with their members below them.',
    raw`
# States

A compartment has two groups of states:

- open
  - by the courier
  - by the customer
- closed
  - empty
  - full
  - out of order
`,
  ),
  trap(
    'miscount',
    'split.md',
    'Five steps, set in two lists around a picture.',
    raw`
# Start-up

Start-up has five steps:

1. Switch on the supply.
2. Wait for the green light.

![The panel](panel.png)

3. Press the key.
4. Read the number.
5. Write it down.
`,
  ),
  trap(
    'miscount',
    'drei.md',
    'Die Zahl gehört zu etwas anderem als der Liste.',
    raw`
# Ablauf

Nach drei Fehlversuchen geschieht Folgendes:

- Das Fach bleibt zu.
- Der Kurier wird benachrichtigt.
`,
  ),
  trap(
    'miscount',
    'deng.md',
    '“等”表示未列完。',
    raw`
# 接口

系统提供登录、查询、导出等五类接口，由网关统一管理。
`,
  ),
  trap(
    'wrong-sum',
    'subtotals.md',
    'A table with sums of parts before the sum of all.',
    raw`
# Hours

| Part | Hours |
| --- | ---: |
| Design | 20 |
| Build | 60 |
| Subtotal | 80 |
| Test | 30 |
| Total | 110 |
`,
  ),
  trap(
    'wrong-sum',
    'average.md',
    'The last row is a mean.',
    raw`
# Times

| Run | Seconds |
| --- | ---: |
| A | 12 |
| B | 15 |
| C | 18 |
| Mean | 15 |
`,
  ),
  trap(
    'wrong-shares',
    'rounding.md',
    'Shares that were rounded.',
    raw`
# Traffic

| Kind | Share |
| --- | ---: |
| Web | 33.3 % |
| Mail | 33.3 % |
| Files | 33.3 % |
| Total | 100 % |
`,
  ),
  trap(
    'wrong-shares',
    'multiple.md',
    'Several answers were allowed.',
    raw`
# Survey

Several answers could be given.

| Wish | Share |
| --- | ---: |
| Faster | 70 % |
| Cheaper | 55 % |
| Quieter | 20 % |
`,
  ),
];
