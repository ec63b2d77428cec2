import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One HTTP call to a server on this machine; gives the whole answer. Throws on any status but 200. */
export function call(url: string, method: string, body?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const req = request(url, { method, agent, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const answer = Buffer.concat(chunks);
        if (res.statusCode === 200) resolve(answer);
        else reject(new Error(`${method} ${url}: ${res.statusCode} ${answer.subarray(0, 300)}`));
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}

/** How many calls a second get done when `parallel` callers each make their next call at once. */
export async function rate(seconds: number, parallel: number, one: (n: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (performance.now() < end) {
        await one(done);
        done++;
      }
    }),
  );
  return done / ((performance.now() - began) / 1000);
}

/** Milliseconds of the call in the middle; `first` is done before each and not counted. */
export async function median(
  times: number,
  one: () => Promise<unknown>,
  first: () => Promise<unknown> = async () => undefined,
): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    await first();
    const began = performance.now();
    await one();
    all.push(performance.now() - began);
  }
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}
