/**
 * Facts of a page that need no words: password fields, forms that go to a login, services that check for robots, ask for
 * consent, sell access or domains, refreshes, elements that scripts fill. Fed tag by tag by html.ts.
 */
import type { PageFact, PageFacts, PageSign } from '../core/types.ts';

/** Pages with more text than this stand in place of nothing; as the check that asks for these facts has it. In units. */
const PAGE_UNITS = 16_000;
/** Of a script, so much is read; of all of them, so much. In units. */
const SCRIPT_UNITS = 8_000;
const SCRIPTS_UNITS = 64_000;
const LABELS = 24;
const FOUND_UNITS = 80;

/** Names of services and of elements, in values of `src`, `href`, `action`, `id` and `class`. */
const SERVICES: readonly (readonly [PageSign, RegExp])[] = [
  [
    'captcha',
    /captcha|challenges\.cloudflare|challenge-platform|cf-(?:chl|challenge|turnstile)|turnstile|datadome|perimeterx|px-cdn|px-captcha|_incapsula_|incapsula|arkoselabs|funcaptcha|geetest|kasada|ak-challenge|sec-cpt|aws-?waf|ddos-guard|smart-?captcha/iu,
  ],
  [
    'consent',
    /onetrust|optanon|didomi|cookiebot|cybotcookie|usercentrics|quantcast|qc-cmp|sourcepoint|sp_message|trustarc|truste-|consentmanager|cmpbox|iubenda|cookieyes|cky-consent|cookie-?law|cookie-?(?:banner|consent|notice|wall|bar|modal)|borlabs|klaro|complianz|cmplz|fc-consent|tarteaucitron|osano|axeptio|termly/iu,
  ],
  [
    'paywall',
    /paywall|tinypass|piano\.io|pelcro|poool|zephr|metered-content|subscriber-only|subscription-?(?:wall|gate)|regwall|leaky-?pay/iu,
  ],
  [
    'parked',
    /sedoparking|parkingcrew|bodis\.com|dan\.com|afternic|parklogic|above\.com\/|domainparking|parked-?(?:domain|page)|domain-?for-?sale|hugedomains|sav\.com\/|undeveloped\.com|uniregistry|dsparking|cashparking|voodoo\.com|skenzo|adsense\/domains/iu,
  ],
];
const LOGIN =
  /(?:^|[/_.-])(?:log-?in|log-?on|sign-?in|signon|auth|authenticate|authorize|sso|oauth2?|saml2?|openid|session|sessions|j_security_check|wp-login|idp|cas)(?:$|[/_.?#-])/iu;
const USER = /^(?:.{0,30}[[_.-])?(?:user(?:name|id)?|login|log|e-?mail|account|identifier|loginfmt|os_username)\]?$/iu;
const ROOT =
  /^(?:root|app|__next|__nuxt|___gatsby|q-app|svelte|main-app|app-root|react-root|application|mount|ember-basic-dropdown-wormhole)$/iu;
const REFRESH = /^\s*(\d{1,4})\s*[;,]\s*(?:url\s*=\s*)?['"]?\s*\S/iu;
/** A longer wait shows a text that was meant to be read. In seconds. */
const SOON = 30;

const SENDS_ON = /\blocation(?:\.href)?\s{0,4}=\s{0,4}["'`]|\blocation\.(?:replace|assign)\s?\(\s{0,4}["'`]/u;
const UNFREE = /"isAccessibleForFree"\s{0,4}:\s{0,4}"?false/iu;
const CHALLENGE =
  /_cf_chl_opt|cdn-cgi\/challenge-platform|_Incapsula_Resource|grecaptcha|hcaptcha\.|turnstile\.|datadome|_pxAppId|_pxUuid/u;

/** Attributes of one element that are of interest, by name. */
export const FACT_ATTRIBUTES: ReadonlySet<string> = new Set(
  'id class src href action type name content http-equiv placeholder value aria-label autocomplete'.split(' '),
);

export class PageFactsOf {
  readonly #signs = new Map<PageSign, { found: string; at: number }>();
  readonly #labels: string[] = [];
  #scripted = 0;
  #read = 0;
  #attributes: Record<string, string> = {};

  /** An element begins: what was kept of the last one is forgotten. */
  begin(): void {
    this.#attributes = {};
  }

  attribute(name: string, value: string): void {
    if (value !== '') this.#attributes[name] = value;
  }

  /** The tag that was read ends; `at` is its offset in the file. */
  element(name: string, at: number): void {
    const attributes = this.#attributes;
    const value = (attribute: string): string => attributes[attribute] ?? '';
    for (const attribute of ['src', 'action', 'id', 'class']) {
      const text = value(attribute);
      if (text === '' || text.length > 400) continue;
      for (const [sign, pattern] of SERVICES)
        if (!this.#signs.has(sign) && pattern.test(text)) this.#add(sign, text, at);
    }
    switch (name) {
      case 'input': {
        const type = value('type').toLowerCase();
        if (type === 'password' || value('autocomplete') === 'current-password')
          this.#add('password', 'type=password', at);
        else if (
          type === 'email' ||
          value('autocomplete') === 'username' ||
          ((type === '' || type === 'text' || type === 'tel') && USER.test(value('name')))
        )
          this.#add('user', value('name') || type, at);
        if (type !== 'hidden') {
          this.#label(value('placeholder') || value('aria-label'));
          if (type === 'submit' || type === 'button') this.#label(value('value'));
        }
        break;
      }
      case 'form':
        if (LOGIN.test(value('action'))) this.#add('login', value('action'), at);
        break;
      case 'meta': {
        const equiv = value('http-equiv').toLowerCase();
        const wait = equiv === 'refresh' ? REFRESH.exec(value('content')) : null;
        if (wait && Number(wait[1]) <= SOON) this.#add('redirect', value('content'), at);
        if (value('name').toLowerCase() === 'robots' && /noindex|none/iu.test(value('content')))
          this.#add('unindexed', value('content'), at);
        break;
      }
      case 'div':
      case 'main':
      case 'app-root':
      case 'section':
        if (name === 'app-root' || ROOT.test(value('id'))) this.#add('root', value('id') || name, at);
        break;
      default:
    }
  }

  /** Text of a script element. */
  script(text: string, start: number, end: number): void {
    this.#scripted += end - start;
    if (this.#read >= SCRIPTS_UNITS) return;
    const piece = text.slice(start, Math.min(end, start + SCRIPT_UNITS));
    this.#read += piece.length;
    const look = (sign: PageSign, pattern: RegExp): void => {
      const match = this.#signs.has(sign) ? null : pattern.exec(piece);
      if (match) this.#add(sign, match[0], start + match.index);
    };
    look('captcha', CHALLENGE);
    look('paywall', UNFREE);
    // longer scripts send on when somebody clicks
    if (end - start < 400) look('redirect', SENDS_ON);
  }

  /** The facts, where the text of `units` is short enough for such a page. */
  facts(title: string | null, units: number, lineStarts: Uint32Array): PageFacts | null {
    if (units > PAGE_UNITS) return null;
    const signs: PageFact[] = [...this.#signs].map(([sign, { found, at }]) => ({
      sign,
      found,
      line: lineOf(lineStarts, at),
    }));
    return {
      title: (title ?? '').replace(/\s+/gu, ' ').trim().slice(0, 400),
      signs,
      labels: this.#labels,
      scripted: this.#scripted,
    };
  }

  #add(sign: PageSign, found: string, at: number): void {
    if (!this.#signs.has(sign)) this.#signs.set(sign, { found: found.slice(0, FOUND_UNITS), at });
  }

  #label(label: string): void {
    const text = label.trim();
    if (text !== '' && text.length <= FOUND_UNITS && this.#labels.length < LABELS) this.#labels.push(text);
  }
}

/** The line, from 1, in which an offset of the file stands. */
function lineOf(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}
