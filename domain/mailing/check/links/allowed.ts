/** Whether a host is one of those allowed, or below one: `nu.edu.kz.evil.com` is below nobody's. */
export function isAllowed(url: URL, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const [host = '', ...path] = entry
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^\*?\./, '')
      .split('/');
    if (host === '' || (url.hostname !== host && !url.hostname.endsWith(`.${host}`))) return false;
    const under = path.filter(Boolean).join('/');
    const has = url.pathname.toLowerCase().replace(/^\/+/, '');
    return under === '' || has === under || has.startsWith(`${under}/`);
  });
}

const SHORTENERS = new Set(
  'bit.ly t.co goo.gl tinyurl.com clck.ru vk.cc is.gd ow.ly cutt.ly rb.gy shorturl.at lnkd.in buff.ly t.ly u.to tiny.cc qrco.de s.id'.split(
    ' ',
  ),
);
const FORMS =
  /(?:^|\.)(?:forms\.gle|forms\.office\.com|forms\.yandex\.\w+|typeform\.com|surveymonkey\.com|jotform\.com|qualtrics\.com|airtable\.com|tally\.so|eventbrite\.com|ticketon\.kz|timepad\.ru)$/;

export const isShortener = (url: URL): boolean => SHORTENERS.has(url.hostname.replace(/^www\./, ''));
export const isFormSite = (url: URL): boolean =>
  FORMS.test(url.hostname) || (url.hostname === 'docs.google.com' && url.pathname.startsWith('/forms'));

/** Parameters that pages send people on by. */
const SENDS_ON =
  /^(?:u|q|to|url|uri|href|link|out|next|dest|target|goto|go|continue|return|return_?url|redirect|redirect_?(?:to|uri|url)|destination|ref_?url)$/i;

/** Decoded as often as it was encoded, at most three times. */
function decoded(text: string): string {
  let now = text;
  for (let i = 0; i < 3; i++) {
    try {
      const next = decodeURIComponent(now);
      if (next === now) return now;
      now = next;
    } catch (error) {
      // A lone % is no encoding: what is there is what is meant.
      if (error instanceof URIError) return now;
      throw error;
    }
  }
  return now;
}

/** Where an allowed address would send a reader on to, if that lies elsewhere. */
export function sentOnTo(url: URL, allowed: readonly string[]): string | undefined {
  const places = [...url.searchParams].map(([key, value]) => ({ key, value: decoded(value).trim() }));
  const rest = [decoded(url.pathname.slice(1)), decoded(url.hash.slice(1))].map((value) => ({ key: '', value }));
  for (const { key, value } of [...places, ...rest]) {
    const absolute = /(?:https?:[/\\]*|^[/\\]{2,})([^\s/\\?#&]+[^\s]*)/i.exec(value)?.[1];
    const named = SENDS_ON.test(key) && /^[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?$/.test(value) ? value : undefined;
    const target = absolute ?? named;
    if (target === undefined) continue;
    const parsed = URL.parse(`https://${target}`);
    if (!parsed || !isAllowed(parsed, allowed)) return parsed?.hostname ?? target;
  }
  return undefined;
}
