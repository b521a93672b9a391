/** What `--help` prints: examples first. */
import type { Command } from './arguments.ts';

const CHECK = `seedcheck: is this folder of documents what you meant to build from?

  seedcheck seeds                  check a folder: files present, whole, unaltered, specifications
  seedcheck                        the folder ./seeds if there is one, else the current folder
  seedcheck runs/*/seeds           many folders: a line for each bad one, causes, counts
  seedcheck seeds/api.md           one file by itself

  seedcheck init seeds             writes seeds/INDEX.md: say there what you meant to include
  seedcheck seal seeds             writes seeds/INDEX.sha256: later changes are told, by kind
  seedcheck why loop               what a check finds, and what it leaves alone
  seedcheck why api.md seeds       how a file was read: kind, role, reasons, places
  seedcheck why 3f9c21aa seeds     one finding whole, with the line that accepts it
  seedcheck text scan.html         the text that was read from a file
  seedcheck export seeds           checksums, a BagIt bag or a data package for other tools

Answers and exit codes
  0  READY         nothing speaks against building from this folder
  1  NOT READY     something does: a file is missing, cut off, altered, no specification, ...
  3  CANNOT TELL   no INDEX.md says what was meant, or a file could not be read
  2  could not check: no such path, a bad option, an unreadable index. Of many folders the worst.

Options
  --format text|json|ndjson        -o, --output FILE     outside of the folder
  -q, --quiet                      the verdict line only
  --show stop|look|note            the least grave findings on the screen (look)
  --fail-on stop|look              what keeps a folder from READY (stop)
  --allow-unindexed                exit 0, not 3, if all that lacks is an INDEX.md
  --expect FILE                    an index for every folder checked, in place of its own
  --expect-list TSV                folder, path, role, sha256: what you know you fetched
  --threads N                      0 for none
  --ocr eng+chi_sim                read scans and pictures, where tesseract.js is installed
  --limits entries=50000,…         counted limits of reading (docs/security.md)
  --version, --help                also for a command: seedcheck init --help

A folder called init: seedcheck ./init. Checking writes nothing and needs no network.
`;

const INIT = `seedcheck init: write the index that says what you meant to include

  seedcheck init seeds                       writes seeds/INDEX.md, every file under "Not placed";
                                             again, it only adds files that are new
  seedcheck init seeds --into seeds/INDEX.md
                                             appends the headings to an INDEX.md of yours
                                             that is not an index yet
  seedcheck init --expect-list list.tsv      writes the index of every folder in the list:
                                             folder, path, role, sha256, with tabs between

Then edit it: move each line to Specifications, Background, Attachments or Left out, and
add a line for every file that you expect and that is not there. No byte of yours is changed.

  --into FILE   --expect-list TSV   -q, --quiet   --threads N
`;

const SEAL = `seedcheck seal: keep what was agreed, so that later changes are told by their kind

  seedcheck seal seeds                       writes seeds/INDEX.sha256; adds new placed files
  seedcheck seal seeds api.md limits.md      reseals these after a change that you meant
  seedcheck seal seeds --all                 reseals whatever changed

It lists every change since the last seal. With changes and neither names nor --all it exits 1
and writes nothing; so it does while anything else keeps the folder from READY.
sha256sum -c INDEX.sha256, run in the folder, checks the seal without seedcheck.

  --all   -q, --quiet   --threads N
`;

const WHY = `seedcheck why: the reasons behind an answer

  seedcheck why loop                         the page of a check: what it finds and leaves alone
  seedcheck why api.md seeds                 a file: its kind, role, reasons, and all its places
  seedcheck why 3f9c21aa seeds               a finding by its fingerprint: whole, with all places
                                             and the line to paste under "Accepted findings"

The folder may be left out as for seedcheck itself: ./seeds, else the current folder.

  --expect FILE   --expect-list TSV   --threads N
`;

const TEXT = `seedcheck text: exactly the text that was read from a file

  seedcheck text seeds/page.html             what the checks see; offsets in reports count in it
  seedcheck text seeds/page.html --places    each line with line:column (and page) in the file

On a terminal, control and invisible characters are shown as escapes; in a pipe they are as read.
`;

const EXPORT = `seedcheck export: what was agreed, as a list that other tools read

  seedcheck export seeds                             checksums, for sha256sum -c
  seedcheck export seeds --as datapackage -o d.json  a Frictionless data package
  seedcheck export seeds --as bagit -o bag           a BagIt 1.0 bag in a new folder, files copied

It lists placed documents, attachments and companions; without an index, every file.
A folder that is NOT READY is not exported (exit 1). Nothing is written into the folder.

  --as sha256sum|bagit|datapackage   -o, --output   -q, --quiet   --threads N
`;

const PAGES: Readonly<Record<Command, string>> = {
  check: CHECK,
  init: INIT,
  seal: SEAL,
  why: WHY,
  text: TEXT,
  export: EXPORT,
};

export function help(command: Command): string {
  return PAGES[command];
}
