/** One thing looked at: in order, or what is wrong and what to do. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do; only where something is wrong. */
  readonly todo?: string;
}
export const fine = (what: string): Finding => ({ ok: true, what });
export const wrong = (what: string, todo: string): Finding => ({ ok: false, what, todo });

/** Runs a check; one that cannot be made is itself a finding. */
export async function look(what: string, todo: string, check: () => Promise<readonly Finding[]>): Promise<Finding[]> {
  try {
    return [...(await check())];
  } catch (error) {
    const { status, code, message } = error as { status?: unknown; code?: unknown; message?: string };
    const number = Number(status ?? code);
    const why = Number.isInteger(number) && number > 0 ? `status ${number}` : (message ?? String(error));
    return [wrong(`${what} could not be checked (${why.split('\n')[0]})`, todo)];
  }
}
