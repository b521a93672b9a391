/** Numbers of a sheet as they are shown: dates as ISO dates, shares in per cent, decimals and units as the format says. */

/** Formats that a workbook does not have to write down. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy-mm-dd',
  28: 'yyyy-mm-dd',
  29: 'yyyy-mm-dd',
  30: 'yyyy-mm-dd',
  31: 'yyyy-mm-dd',
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'h:mm',
  35: 'h:mm:ss',
  36: 'yyyy-mm-dd',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy-mm-dd',
  51: 'yyyy-mm-dd',
  52: 'yyyy-mm-dd',
  53: 'yyyy-mm-dd',
  54: 'yyyy-mm-dd',
  55: 'yyyy-mm-dd',
  56: 'yyyy-mm-dd',
  57: 'yyyy-mm-dd',
  58: 'yyyy-mm-dd',
};

/** Days from 1900-01-01 (day 1) to 1970-01-01, the day that Excel adds to February 1900 counted. */
const EPOCH = 25_569;
const FROM_1904 = 1462;
const DAY = 86_400;

interface Format {
  readonly date: boolean;
  readonly time: boolean;
  readonly seconds: boolean;
  readonly percent: boolean;
  readonly thousands: boolean;
  /** Digits behind the point; null for as many as there are. */
  readonly decimals: number | null;
  readonly before: string;
  readonly after: string;
}

const GENERAL: Format = {
  date: false,
  time: false,
  seconds: false,
  percent: false,
  thousands: false,
  decimals: null,
  before: '',
  after: '',
};

function parse(code: string): Format {
  const first = code.split(';', 1)[0]!;
  // currencies keep their sign: [$€-407]
  const literal = first.replace(/\[\$([^\]-]*)[^\]]*\]/gu, '"$1"').replace(/\[(?!h|m|s)[^\]]*\]/giu, '');
  const bare = literal.replace(/"[^"]*"|\\.|_.|\*./gu, '');
  if (/^\s*general\s*$/iu.test(bare) || bare === '@' || bare === '') return GENERAL;
  if (!/[0#?]/u.test(bare) || /\[h+\]|\[m+\]|\[s+\]|[ymdhs]/iu.test(bare.replace(/AM\/PM|A\/P/giu, ''))) {
    const letters = bare.replace(/AM\/PM|A\/P/giu, '').toLowerCase();
    const time = /[hs]/u.test(letters);
    // a month in a format that has no hour, a minute in one that has no day
    const date = /[yd]|mmm/u.test(letters) || (letters.includes('m') && !time);
    if (date || time) return { ...GENERAL, date, time, seconds: letters.includes('s') };
    return GENERAL;
  }
  const digits = /[0#?][0#?,. ]*/u.exec(bare);
  if (!digits || /e[+-]/iu.test(bare) || bare.includes('/')) return GENERAL;
  const shape = digits[0];
  const unquote = (text: string): string =>
    text
      .replace(/"([^"]*)"/gu, '$1')
      .replace(/\\(.)/gu, '$1')
      .replace(/_.|\*./gu, '')
      .replaceAll('%', '')
      .replace(/[()]/gu, '');
  const from = literal.search(/[0#?]/u);
  const to = Math.max(literal.lastIndexOf('0'), literal.lastIndexOf('#'), literal.lastIndexOf('?')) + 1;
  const point = shape.indexOf('.');
  const behind = point < 0 ? '' : shape.slice(point + 1);
  return {
    ...GENERAL,
    percent: bare.includes('%'),
    thousands: /[0#?],[0#?]/u.test(shape),
    decimals: /[#?]/u.test(behind) ? null : behind.replace(/[^0]/gu, '').length,
    before: unquote(literal.slice(0, from)).trim(),
    after: unquote(literal.slice(to)).trim(),
  };
}

export class NumberFormats {
  readonly #codes: ReadonlyMap<number, string>;
  readonly #styles: readonly number[];
  readonly #parsed = new Map<number, Format>();
  /** Whether days count from 1904, as in old files of a Mac. */
  since1904 = false;

  /** `codes` by format id; `styles`: the format id of each cell style. */
  constructor(codes: ReadonlyMap<number, string>, styles: readonly number[]) {
    this.#codes = codes;
    this.#styles = styles;
  }

  /** A stored number as a cell of this style shows it; what is no number stays as it is. */
  show(stored: string, style: number): string {
    const value = Number(stored);
    if (stored.trim() === '' || !Number.isFinite(value)) return stored;
    const format = this.#format(this.#styles[style] ?? 0);
    if (format.date || format.time) return this.#moment(value, format) ?? plain(value);
    if (format === GENERAL) return plain(value);
    const scaled = format.percent ? value * 100 : value;
    let text = format.decimals === null ? plain(scaled) : scaled.toFixed(Math.min(format.decimals, 20));
    if (format.thousands) text = grouped(text);
    const sign = text.startsWith('-') ? '-' : '';
    const size = sign === '' ? text : text.slice(1);
    const unit =
      format.after === '' ? '' : /^[A-Za-z\u0370-\uffff]/u.test(format.after) ? ` ${format.after}` : format.after;
    return `${sign}${format.before}${/[A-Za-z]$/u.test(format.before) ? ' ' : ''}${size}${format.percent ? '%' : ''}${unit}`;
  }

  #format(id: number): Format {
    let format = this.#parsed.get(id);
    if (!format) {
      const code = this.#codes.get(id) ?? BUILT_IN[id];
      format = code === undefined ? GENERAL : parse(code.slice(0, 400));
      this.#parsed.set(id, format);
    }
    return format;
  }

  #moment(value: number, { date, time, seconds }: Format): string | null {
    const days = value + (this.since1904 ? FROM_1904 : 0);
    if (days < 0 || days >= 2_958_466) return null;
    let day = Math.floor(days);
    let second = Math.round((days - day) * DAY);
    if (second === DAY) {
      day++;
      second = 0;
    }
    const two = (number: number): string => String(number).padStart(2, '0');
    const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}${seconds || second % 60 > 0 ? `:${two(second % 60)}` : ''}`;
    // a stretch of time, longer than a day perhaps
    if (!date) {
      const hours = Math.floor(second / 3600) + (day > 0 && day < 1000 ? day * 24 : 0);
      return two(hours) + clock.slice(2);
    }
    const [year, month, number] = civil((day < 60 ? day + 1 : day) - EPOCH);
    const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(number)}`;
    return time ? `${iso} ${clock}` : iso;
  }
}

/** Digits as a person writes them: 0.1, 47947. */
function plain(value: number): string {
  // what a double cannot keep is not shown
  const text = String(Number(value.toPrecision(15)));
  return text === '-0' ? '0' : text;
}

function grouped(text: string): string {
  const [whole, behind] = text.split('.') as [string, string?];
  const spaced = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return behind === undefined ? spaced : `${spaced}.${behind}`;
}

/** Year, month and day of a number of days since 1970-01-01. */
function civil(days: number): [number, number, number] {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1];
}
