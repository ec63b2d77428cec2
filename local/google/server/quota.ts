import { ApiError } from '../errors.ts';

export type Kind = 'read' | 'write' | 'expensive read';

export type Service = 'sheets' | 'forms';

interface Limits {
  readonly user: number;
  readonly project: number;
}

/** Calls a minute, as Google gives them out by default. Drive's are so much larger that nobody meets them here. */
const LIMITS: Readonly<Record<Service, Readonly<Record<Kind, Limits>>>> = {
  sheets: {
    read: { user: 60, project: 300 },
    'expensive read': { user: 60, project: 300 },
    write: { user: 60, project: 300 },
  },
  forms: {
    read: { user: 390, project: 975 },
    'expensive read': { user: 180, project: 450 },
    write: { user: 150, project: 375 },
  },
};

const MINUTE = 60_000;
const PROJECT = '100000000001';

/** Google's default quotas of one user and of the project, per minute of real time. */
export class Quota {
  #minute = -1;
  readonly #used = new Map<string, number>();

  take(service: Service, user: string, kind: Kind): void {
    const minute = Math.floor(Date.now() / MINUTE);
    if (minute !== this.#minute) this.#used.clear();
    this.#minute = minute;
    const limits = LIMITS[service][kind];
    if (this.#count(`${service}/${kind}/user/${user}`) > limits.user) throw exceeded(kind, 'User', service);
    if (this.#count(`${service}/${kind}/project`) > limits.project) throw exceeded(kind, 'Project', service);
  }

  #count(key: string): number {
    const used = (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, used);
    return used;
  }
}

/** The 429 as Google words it. */
export function exceeded(kind: Kind, who: 'User' | 'Project', api: Service = 'sheets'): ApiError {
  const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const value = LIMITS[api][kind][who === 'User' ? 'user' : 'project'];
  const service = `${api}.googleapis.com`;
  const suffix = who === 'User' ? ' per user' : '';
  const message = `Quota exceeded for quota metric '${word} requests' and limit '${word} requests per minute${suffix}' of service '${service}' for consumer 'project_number:${PROJECT}'.`;
  return new ApiError(429, 'RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        quota_limit: `${word.replace(' r', 'R')}RequestsPerMinutePer${who}`,
        quota_limit_value: String(value),
        quota_location: 'global',
        quota_metric: `${service}/${kind.replace(' ', '_')}_requests`,
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
