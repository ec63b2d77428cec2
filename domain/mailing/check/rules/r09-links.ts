import { isAllowed, isFormSite, isShortener, sentOnTo } from '../links/allowed.ts';
import { bareLinks } from '../links/bare.ts';
import type { Found, Judged, Rule } from '../rule.ts';
import { excerpt, placeIn, textOf } from '../text.ts';

type Fault = Pick<Found, 'code'> & Partial<Pick<Found, 'severity' | 'data'>> & { readonly host: string };

/** R9: links lead to the School's own resources only; what is elsewhere stands on the School's own pages (Q3). */
export const links: Rule = {
  id: 'R9',
  ofText: true,
  judge: (judged) => {
    const allowed = judged.unit?.links;
    const shown = allowed?.join(', ') ?? null;
    return all(judged).flatMap(({ href, at }): Found[] => {
      const fault = judgeLink(href, allowed);
      return fault
        ? [
            {
              code: fault.code,
              at,
              text: excerpt(href, 100),
              found: fault.host || excerpt(href),
              allowed: shown,
              ...(fault.severity ? { severity: fault.severity } : {}),
              ...(fault.data ? { data: fault.data } : {}),
            },
          ]
        : [];
    });
  },
};

/** Links, and addresses in the text that mail programs make links of. One that is both is judged once. */
function all({ mailing }: Judged): { href: string; at: number }[] {
  const plain = (href: string) => href.replace(/\/$/, '').toLowerCase();
  const known = new Set(mailing.links.map(({ href }) => plain(href)));
  const parts = [
    ...mailing.blocks,
    ...mailing.tables.map(({ pieces }) => ({ pieces, text: textOf(pieces) })),
    ...(mailing.signature ? [{ pieces: mailing.signature.pieces, text: textOf(mailing.signature.pieces) }] : []),
  ];
  const bare = parts.flatMap((part) =>
    bareLinks(part.text)
      .filter(({ href }) => !known.has(plain(href)))
      .map(({ href, index }) => ({ href, at: placeIn(part, index) })),
  );
  return [...mailing.links, ...bare].sort((a, b) => a.at - b.at);
}

/** What is wrong with an address; undefined for one that may stand. Without a known unit nobody can say which hosts are its own. */
function judgeLink(written: string, allowed: readonly string[] | undefined): Fault | undefined {
  const href = written.trim();
  if (/^(?:mailto|tel):/i.test(href) || /^#/.test(href)) return undefined;
  if (!/^[a-z][a-z\d+.-]*:/i.test(href)) return relative(href);
  if (!/^https?:/i.test(href)) return { code: 'link-scheme', host: href.split(':')[0] ?? '' };
  const url = URL.parse(href);
  if (!url) return { code: 'link-broken', host: '' };
  const host = url.hostname;
  if (url.username !== '' || url.password !== '') return { code: 'link-user', host };
  if (/(?:^|\.)xn--/.test(host)) return { code: 'link-lookalike', host };
  if (host.endsWith('.'))
    return { code: 'link-dot', host, data: { better: `https://${host.replace(/\.+$/, '')}${rest(url)}` } };
  if (allowed === undefined) return undefined;
  if (!isAllowed(url, allowed))
    return { code: isShortener(url) ? 'link-shortener' : isFormSite(url) ? 'link-form' : 'link-external', host };
  const elsewhere = sentOnTo(url, allowed);
  if (elsewhere !== undefined) return { code: 'link-redirect', host: elsewhere };
  return url.protocol === 'http:'
    ? { code: 'link-http', host, severity: 'warning', data: { better: `https://${url.host}${rest(url)}` } }
    : undefined;
}

const rest = (url: URL): string => `${url.pathname}${url.search}${url.hash}`;

/** A mail stands on no page, so an address must be complete. */
function relative(href: string): Fault {
  const host = /^[/\\]{2,}([^/\\?#]*)/.exec(href)?.[1] ?? '';
  const better = /^(?:[/\\]{2,})?([\w-]+(?:\.[\w-]+)+(?:[/?#].*)?)$/.exec(href)?.[1];
  return { code: 'link-incomplete', host, data: { better: better ? `https://${better}` : 'https://nu.edu.kz/…' } };
}
