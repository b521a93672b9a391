/** `seedcheck seal`: keeps what was agreed. It changes only what was named, and nothing while something else is wrong. */
import { SEAL_NAME } from '../manifest/seal.ts';
import { UserError } from '../core/errors.ts';
import type { Difference } from '../core/types.ts';
import { displayPath } from '../manifest/paths.ts';
import { planSeal, type SealPlan } from '../manifest/seal-plan.ts';
import { sha256 } from '../node/hash.ts';
import { findRoot, readInside } from '../node/open.ts';
import { writeWhole } from '../node/write.ts';
import { visible, visibleName, wrap } from '../reporters/escape.ts';
import { plain, type Paint } from '../reporters/terminal.ts';
import { counted, number, shellWord } from '../reporters/words.ts';
import { type Arguments } from './arguments.ts';
import { calledAs, colour, wantsColour, write } from './output.ts';
import { defaultFolder, explainNoFolder, pathInFolder } from './paths.ts';
import { checkedFolder } from './folder.ts';

/** 0: the seal says what is here, but for changes that were not named; 1: nothing was written, something is in the way. */
export async function seal(args: Arguments): Promise<number> {
  const [folder = defaultFolder(), ...paths] = args.paths;
  const all = args.options.all === true;
  if (all && paths.length > 0) throw new UserError('--all means every change: leave out the names, or leave out --all');
  explainNoFolder(folder);
  const root = findRoot(folder);
  const before = readInside(root, SEAL_NAME);
  const { checked } = await checkedFolder(folder, args);
  const { listing, intent, entries, ignored, prefixes, findings, judged } = checked;
  const plan = planSeal({
    listing,
    intent,
    seal: checked.seal,
    entries,
    ignored,
    prefixes,
    findings: [...findings, ...checked.folded],
    reasons:
      judged.verdict === 'CANNOT TELL' && !judged.onlyUnindexed
        ? judged.reasons.filter((reason) => /^the check | could not be looked into$/.test(reason))
        : [],
    named: all
      ? 'all'
      : paths.map((path) =>
          named(
            path,
            folder,
            checked.listing.files.map((file) => file.path),
          ),
        ),
  });
  if (plan.unknown.length > 0)
    throw new UserError(
      `${plan.unknown.map(visibleName).join(', ')}: neither a file in ${visibleName(folder)} nor sealed`,
    );

  const words = new Told(folder, plan, wantsColour() ? colour : plain, Math.min(100, process.stdout.columns ?? 100));
  if (plan.bytes === null) {
    await write(words.refused());
    return 1;
  }
  if (!plan.same) {
    // A seal that changed since it was read is not written over.
    const was = before instanceof Uint8Array ? sha256(before) : null;
    if (was === null && checked.seal !== null) throw new UserError(`${SEAL_NAME} cannot be read: nothing was written`);
    writeWhole(root, SEAL_NAME, plan.bytes, was);
  }
  if (args.options.quiet !== true) await write(words.done());
  return 0;
}

/** A name as the person gave it, as a path in the folder: from there, or from here. */
function named(path: string, folder: string, files: readonly string[]): string {
  const plainPath = path.replace(/^(?:\.\/)+/, '');
  const own = files.find((file) => file === plainPath || displayPath(file) === plainPath);
  if (own !== undefined) return own;
  const inside = pathInFolder(path, folder);
  if (inside !== null && files.includes(inside)) return inside;
  if (files.some((file) => file.startsWith(`${plainPath.replace(/\/+$/, '')}/`)))
    return `${plainPath.replace(/\/+$/, '')}/`;
  if (inside !== null && files.some((file) => file.startsWith(`${inside.replace(/\/+$/, '')}/`)))
    return `${inside.replace(/\/+$/, '')}/`;
  return plainPath;
}

class Told {
  readonly folder: string;
  readonly plan: SealPlan;
  readonly paint: Paint;
  readonly width: number;

  constructor(folder: string, plan: SealPlan, paint: Paint, width: number) {
    this.folder = folder.replace(/(?<=.)\/+$/, '');
    this.plan = plan;
    this.paint = paint;
    this.width = Math.max(50, width);
  }

  refused(): string {
    const { plan, folder, paint } = this;
    const lines: string[] = [];
    const { hindrances, waiting } = plan;
    if (hindrances.length > 0) {
      lines.push(
        `${paint('not-ready', 'NOT SEALED')}  ${visibleName(folder)}: ${hindrances.length === 1 ? 'something stands' : `${number(hindrances.length)} things stand`} in the way; nothing was written`,
        '',
      );
      for (const { path, message } of hindrances) lines.push(...this.item(path, message));
      if (waiting.length > 0) lines.push('', 'Changes since the last seal', ...this.changes(waiting));
      lines.push(
        '',
        'Next',
        `  1. ${paint('command', `${calledAs()} ${shellWord(folder)}`)}    shows what to do about ${hindrances.length === 1 ? 'it' : 'them'}; then seal again.`,
      );
    } else {
      lines.push(
        `${paint('not-ready', 'NOT SEALED')}  ${visibleName(folder)}: ${counted(waiting.length, 'change')} since the last seal, none of them named; nothing was written`,
        '',
        ...this.changes(waiting),
      );
      const some = waiting.slice(0, 3).map((one) => shellWord(one.places[0].path));
      const base = `${calledAs()} seal ${shellWord(folder)}`;
      lines.push(
        '',
        'Next',
        '  1. Look at each: is it meant?',
        `  2. ${paint('command', `${base} ${some.join(' ')}`)}${waiting.length > 3 ? ' …' : ''}    seals these as they are now; ${paint('command', `${base} --all`)} all of them.`,
      );
    }
    return `${lines.join('\n')}\n`;
  }

  done(): string {
    const { plan, folder } = this;
    const at = visibleName(folder === '.' ? SEAL_NAME : `${folder}/${SEAL_NAME}`);
    const lines: string[] = [];
    if (plan.same) lines.push(`${at} says what is here already; nothing was written.`);
    else lines.push(`Wrote ${at}${this.counts()}.`);
    if (plan.resealed.length > 0) lines.push('', 'Sealed as they are now', ...this.changes(plan.resealed));
    if (plan.dropped.length > 0) lines.push('', `No longer sealed: ${plan.dropped.map(visibleName).join(', ')}`);
    if (plan.waiting.length > 0)
      lines.push('', `Left as they were sealed, for they were not named`, ...this.changes(plan.waiting));
    if (!plan.same)
      lines.push(
        '',
        `Next: ${this.paint('command', `${calledAs()} ${shellWord(folder)}`)}    tells every later change. Without seedcheck: sha256sum -c ${SEAL_NAME}, run in the folder.`,
      );
    return `${lines.join('\n')}\n`;
  }

  counts(): string {
    const { added, resealed, dropped } = this.plan;
    const parts = [];
    if (added.length > 0) parts.push(`${counted(added.length, 'file')} added`);
    if (resealed.length > 0) parts.push(`${number(resealed.length)} resealed`);
    if (dropped.length > 0) parts.push(`${number(dropped.length)} taken out`);
    return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  }

  changes(differences: readonly Difference[]): string[] {
    return differences.flatMap((one) => this.item(one.places[0].path, one.message));
  }

  item(path: string, message: string): string[] {
    const name = path === '.' ? '' : `${visibleName(path)}: `;
    return wrap(`${name}${visible(displayPath(message))}`, this.width - 4).map((line, i) =>
      i === 0 ? `  ${line}` : `    ${line}`,
    );
  }
}
