import { ApiError } from '../errors.ts';

export type Kind = 'read' | 'write';

const PER_USER = 60;
const PER_PROJECT = 300;
const MINUTE = 60_000;
const PROJECT = '100000000001';

/** Google's default Sheets quota: per minute 60 reads and 60 writes of one user, 300 and 300 of the project. Real time. */
export class Quota {
  #minute = -1;
  readonly #used = new Map<string, number>();

  take(user: string, kind: Kind): void {
    const minute = Math.floor(Date.now() / MINUTE);
    if (minute !== this.#minute) this.#used.clear();
    this.#minute = minute;
    if (this.#count(`${kind}/user/${user}`) > PER_USER) throw exceeded(kind, 'User', PER_USER);
    if (this.#count(`${kind}/project`) > PER_PROJECT) throw exceeded(kind, 'Project', PER_PROJECT);
  }

  #count(key: string): number {
    const used = (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, used);
    return used;
  }
}

/** The 429 as Google words it. */
export function exceeded(kind: Kind, who: 'User' | 'Project', value: number): ApiError {
  const word = kind === 'read' ? 'Read' : 'Write';
  const service = 'sheets.googleapis.com';
  const suffix = who === 'User' ? ' per user' : '';
  const message = `Quota exceeded for quota metric '${word} requests' and limit '${word} requests per minute${suffix}' of service '${service}' for consumer 'project_number:${PROJECT}'.`;
  return new ApiError(429, 'RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        quota_limit: `${word}RequestsPerMinutePer${who}`,
        quota_limit_value: String(value),
        quota_location: 'global',
        quota_metric: `${service}/${kind}_requests`,
        quota_unit: who === 'User' ? '1/min/{project}/{user}' : '1/min/{project}',
        consumer: `projects/${PROJECT}`,
        service,
      },
    },
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [
        {
          description: 'Request a higher quota limit.',
          url: 'https://cloud.google.com/docs/quotas/help/request_increase',
        },
      ],
    },
  ]);
}
