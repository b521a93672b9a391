/** Files that lie in a folder of documents by custom, known by their names. */

/** Instructions that a coding agent obeys: new or changed since the seal, they are a danger. Lower case, whole path ends. */
const AGENT = [
  'agents.md',
  'agent.md',
  'agents.override.md',
  'claude.md',
  'claude.local.md',
  'gemini.md',
  'qwen.md',
  'warp.md',
  'codex.md',
  'copilot-instructions.md',
  '.cursorrules',
  '.windsurfrules',
  '.clinerules',
  '.roorules',
  '.goosehints',
  '.rules',
  '.junie/guidelines.md',
  'skill.md',
  'llms-install.md',
  '.mcp.json',
  'opencode.json',
];

/** Folders whose every file is an instruction to an agent. */
const AGENT_FOLDERS = [
  '.cursor/rules/',
  '.claude/',
  '.windsurf/rules/',
  '.clinerules/',
  '.roo/',
  '.kiro/steering/',
  '.github/instructions/',
  '.github/prompts/',
  '.amazonq/rules/',
  '.codex/',
  '.gemini/',
];

const PLAIN = [
  'readme',
  'license',
  'licence',
  'copying',
  'copyright',
  'notice',
  'notices',
  'contributing',
  'contributors',
  'code_of_conduct',
  'code-of-conduct',
  'security',
  'support',
  'governance',
  'authors',
  'maintainers',
  'codeowners',
  'changelog',
  'citation',
  'funding',
  'third_party_notices',
  'third-party-notices',
];

const PLAIN_SET = new Set(PLAIN);
const AGENT_SET = new Set(AGENT);

/** What a component's licence is called by custom: its name in capitals, and whose it is behind it (`LICENSE_OPENJPEG`, `COPYING.LESSER`). */
const LICENCE = /^(?:LICEN[CS]E|COPYING|COPYRIGHT|NOTICE)[-_.][\w.+-]+$/;
/** No text of a licence ends so. */
const OTHER_FORMAT = /\.(?!md$|txt$|rst$|html?$)[a-z][a-z0-9]*$/;

/**
 * Whether a path is a companion by its name: never stray, needs no line in INDEX.md.
 * `agent`: instructions that a coding agent reads; `plain`: README, LICENSE and the like, with any extension of text and
 * a language suffix (`README.zh-CN.md`).
 */
export function companion(path: string): 'agent' | 'plain' | null {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  if (AGENT_SET.has(name)) return 'agent';
  for (const folder of AGENT_FOLDERS) if (lower.startsWith(folder) || lower.includes(`/${folder}`)) return 'agent';
  if (lower === '.junie/guidelines.md' || lower.endsWith('/.junie/guidelines.md')) return 'agent';
  const match =
    /^([a-z_-]+?)(?:[._-][a-z]{2,3}(?:[-_][a-z]{2,4})?)?(?:-(?:mit|apache|bsd|gpl|[0-9.]+)+)?(?:\.(?:md|markdown|txt|rst|adoc|asciidoc|html|cff|yml|yaml))?$/.exec(
      name,
    );
  if (match && PLAIN_SET.has(match[1]!)) return 'plain';
  const whole = path.slice(path.lastIndexOf('/') + 1);
  return LICENCE.test(whole) && !OTHER_FORMAT.test(whole) ? 'plain' : null;
}
