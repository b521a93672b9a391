/** A line on stderr while work takes longer than half a second; only where a person looks, and gone at the end. */

export interface Progress {
  /** Says what is being done; cheap to call often. */
  say(text: string): void;
  /** Takes the line away. */
  end(): void;
}

const PATIENCE = 500;
const EVERY = 100;

const silent: Progress = { say: () => undefined, end: () => undefined };

export function progress(stream: NodeJS.WriteStream = process.stderr, now: () => number = Date.now): Progress {
  if (!stream.isTTY || process.env['TERM'] === 'dumb') return silent;
  const started = now();
  let last = started + PATIENCE - EVERY;
  let shown = false;
  return {
    say(text) {
      const time = now();
      if (time - last < EVERY) return;
      last = time;
      shown = true;
      const width = Math.max(20, (stream.columns ?? 80) - 1);
      stream.write(`\r\u001b[2K${text.slice(0, width)}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
