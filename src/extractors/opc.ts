/** Parts of an Office or OpenDocument file and the relationships between them, whatever the case of their names. */
import { type Budget, LimitError, ReadError } from './limits.ts';
import { walkXml, type Walked, type XmlHandler } from './xml-walk.ts';
import { openCfb } from './cfb.ts';
import { openZip, type Zip, type ZipEntry } from './zip.ts';

export interface Relationship {
  /** Last part of its type: `styles`, `slide`, `hyperlink`. */
  readonly type: string;
  /** Of a part: its path from the top of the package. Of what is outside: the address as written. */
  readonly target: string;
  readonly external: boolean;
}

export class Package {
  readonly #zip: Zip;
  readonly #budget: Budget;
  readonly #entries = new Map<string, ZipEntry>();
  readonly #twice = new Set<string>();

  private constructor(zip: Zip, budget: Budget) {
    this.#zip = zip;
    this.#budget = budget;
    for (const entry of zip.entries) {
      const path = entry.name.replace(/^\/+/u, '').toLowerCase();
      if (this.#entries.has(path)) this.#twice.add(path);
      else this.#entries.set(path, entry);
    }
  }

  /** @throws ReadError, LimitError */
  static async open(bytes: Uint8Array, budget: Budget): Promise<Package> {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ReadError(oleReason(bytes));
    return new Package(await openZip(bytes, budget), budget);
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** Paths in lower case. */
  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** @throws ReadError where it is damaged; null where it is not there */
  async read(path: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(path.toLowerCase());
    if (!entry) return null;
    // programs differ in which of them they take
    if (this.#twice.has(path.toLowerCase())) throw new ReadError(`it holds ${path} twice`);
    try {
      return await this.#zip.read(entry);
    } catch (error) {
      // said of the entry
      if (error instanceof ReadError) throw new ReadError(`${path} ${error.message}`);
      throw error;
    }
  }

  /** @throws ReadError, LimitError; null where the part is not there */
  async walk(path: string, handler: XmlHandler): Promise<Walked | null> {
    const bytes = await this.read(path);
    return bytes && (await walkXml(bytes, this.#budget, handler));
  }

  /** Like `walk`, for a part without which the text can be read: null where it is damaged, too. */
  async tryWalk(path: string, handler: XmlHandler): Promise<Walked | null> {
    try {
      return await this.walk(path, handler);
    } catch (error) {
      if (error instanceof LimitError || !(error instanceof ReadError)) throw error;
      return null;
    }
  }

  /** Of a part, by id, in the order of the file; those of the package itself for ''. */
  async relationships(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const found = new Map<string, Relationship>();
    await this.tryWalk(`${folder}_rels/${part.slice(slash)}.rels`, {
      open: (name, attribute) => {
        if (name !== 'rel:Relationship' && name !== 'Relationship') return;
        const id = attribute('Id');
        const target = attribute('Target');
        if (id === undefined || target === undefined || found.size > 100_000) return;
        const external = attribute('TargetMode')?.toLowerCase() === 'external';
        found.set(id, {
          type: (attribute('Type') ?? '').replace(/^.*\//u, ''),
          target: external ? target : resolved(folder, target),
          external,
        });
      },
      close: () => undefined,
    });
    return found;
  }

  /** The first target of a type. */
  async related(part: string, type: string): Promise<string | undefined> {
    for (const each of (await this.relationships(part)).values())
      if (each.type === type && !each.external) return each.target;
    return undefined;
  }
}

/** Why a file named like a package is none: Office wraps a package with a password in a container of the old kind. */
function oleReason(bytes: Uint8Array): string {
  let names: readonly string[] = [];
  try {
    ({ names } = openCfb(bytes));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
  return names.includes('EncryptedPackage') || names.includes('EncryptionInfo')
    ? 'it is encrypted: a password is needed to read it'
    : 'it is an old Office container (OLE) under a new name, and holds no document that is read here';
}

/** A target relative to a folder, as a path from the top. */
export function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The most people whose names are kept of one file. */
const MOST_PEOPLE = 10_000;

/** Names of those who wrote remarks, by id, from the parts of these relationship types; `nameOf` is the attribute with the name. */
export async function peopleOf(
  parts: Package,
  relations: ReadonlyMap<string, Relationship>,
  types: readonly string[],
  elements: readonly string[],
  nameOf: string,
): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  for (const { type, target, external } of relations.values())
    if (!external && types.includes(type))
      await parts.tryWalk(target, {
        open: (name, attribute) => {
          if (elements.includes(name) && people.size < MOST_PEOPLE)
            people.set(attribute('id') ?? '', attribute(nameOf) ?? '');
        },
        close: () => undefined,
      });
  return people;
}
