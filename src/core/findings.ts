/** From observations to findings: levels, fingerprints, acceptance, order. */
import { explain, RANK, type Raised } from './explain.ts';
import { fingerprint } from './fingerprint.ts';
import { compareText } from './order.ts';
import type { Acceptance, Check, Finding, Level, Place } from './types.ts';

/** A line of the index that accepts a finding, as far as it is needed here. */
export interface Accepting extends Acceptance {
  readonly path: string;
  readonly check: string;
  readonly fingerprint: string;
}

export interface Settled {
  /** Sorted by path, place, check and message. */
  readonly findings: readonly Finding[];
  /** What a finding explains and therefore tells with it. */
  readonly folded: readonly Finding[];
  /** Lines that accept nothing that was found. */
  readonly stale: readonly Accepting[];
  /** Lines that name a finding which cannot be accepted. */
  readonly refused: readonly Accepting[];
}

/** The lower of two levels. */
export function atMost(level: Level, ceiling: Level): Level {
  return RANK[level] <= RANK[ceiling] ? level : ceiling;
}

export function settle(raised: readonly Raised[], checks: readonly Check[], accepting: readonly Accepting[]): Settled {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const levelOf = ({ check: id, observation }: Raised): Level => {
    const ceiling = byId.get(id)?.level ?? 'stop';
    return atMost(observation.level ?? ceiling, ceiling);
  };
  const { kept, folded } = explain(raised, levelOf);
  const lines = new Map<string, Accepting>();
  for (const line of accepting) lines.set(`${line.check}\u0000${line.path}\u0000${line.fingerprint}`, line);
  const used = new Set<Accepting>();
  const refused = new Set<Accepting>();
  const equals = new Map<string, number>();

  const finish = (one: Raised): Finding => {
    const { check: id, observation } = one;
    const check = byId.get(id);
    const [place, ...related] = observation.places;
    const alike = fingerprint(id, observation.places, 0);
    const before = equals.get(alike + place.path) ?? 0;
    equals.set(alike + place.path, before + 1);
    const code = before === 0 ? alike : fingerprint(id, observation.places, before);
    const line = lines.get(`${id}\u0000${place.path}\u0000${code}`);
    if (line) (check?.acceptable ? used : refused).add(line);
    return {
      check: id,
      level: levelOf(one),
      message: observation.message,
      next: observation.next ?? null,
      place,
      related,
      ...(observation.change === undefined ? {} : { change: observation.change }),
      ...(observation.from === undefined ? {} : { from: observation.from }),
      fingerprint: code,
      ...(line && check?.acceptable
        ? { accepted: { reason: line.reason, by: line.by, on: line.on, line: line.line } }
        : {}),
    };
  };
  const findings = [...kept].sort(compareRaised).map(finish);
  return {
    findings,
    folded: [...folded].sort(compareRaised).map(finish),
    stale: accepting.filter((line) => !used.has(line) && !refused.has(line)),
    refused: [...refused],
  };
}

function compareRaised(a: Raised, b: Raised): number {
  return (
    comparePlaces(a.observation.places[0], b.observation.places[0]) ||
    compareText(a.check, b.check) ||
    compareText(a.observation.message, b.observation.message) ||
    compareText(quotes(a), quotes(b))
  );
}

/** By path, then start (no place in the text first), then line. */
export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.path, b.path) || (a.start ?? -1) - (b.start ?? -1) || (a.line ?? 0) - (b.line ?? 0);
}

function quotes(raised: Raised): string {
  return raised.observation.places.map((place) => `${place.path}\u0000${place.quote ?? ''}`).join('\u0000');
}
