/** Puts hostile things into a folder. Names are given as paths are in reports: bytes that are not UTF-8 as lone surrogates. */
import { spawnSync } from 'node:child_process';
import { ftruncateSync, mkdirSync, openSync, closeSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOfPath, encodePath } from '../../src/manifest/paths.ts';

/** What stands in a file beside the folder: it must never be seen. */
export const SECRET = 'OUTSIDE-7f3a91';

/** A document with nothing wrong. */
export const spec = (topic: string = 'sessions'): string =>
  `# Service of ${topic}\n\n## Requirements\n\nThe server MUST answer each request for ${topic} within 20 ms.\n\nThe client MUST send the header \`X-Request\` with each call, and MUST NOT repeat a call that failed with code 409.\n\n## Interface\n\n\`GET /${topic.replaceAll(/[^a-z]/g, '') || 'items'}\` gives a list; each item has an \`id\` and a \`name\`.\n`;

export class Folder {
  readonly root: string;
  readonly #lines: string[] = [];

  constructor(root: string) {
    this.root = root;
    mkdirSync(root, { recursive: true });
    writeFileSync(join(dirname(root), 'secret.md'), `# ${SECRET}\n`);
  }

  at(path: string): Buffer {
    return Buffer.concat([Buffer.from(`${this.root}/`), bytesOfPath(path)]);
  }

  put(path: string, content: string | Uint8Array = spec()): this {
    const slash = path.lastIndexOf('/');
    if (slash > 0) mkdirSync(this.at(path.slice(0, slash)), { recursive: true });
    writeFileSync(this.at(path), content);
    return this;
  }

  /** A file that the index names under Specifications. */
  named(path: string, content?: string | Uint8Array): this {
    this.#lines.push(`- [Document](${encodePath(path)})`);
    return this.put(path, content);
  }

  /** Writes INDEX.md with what was named, and more. */
  index(more = ''): this {
    return this.put('INDEX.md', `# Set\n\n## Specifications\n${this.#lines.join('\n')}\n${more}`);
  }

  link(path: string, target: string): this {
    symlinkSync(target, this.at(path));
    return this;
  }

  sparse(path: string, size: number): this {
    const fd = openSync(this.at(path), 'w');
    ftruncateSync(fd, size);
    closeSync(fd);
    return this;
  }

  run(program: string, ...args: readonly string[]): this {
    spawnSync(program, args, { cwd: this.root });
    return this;
  }
}
