/** Memory cells hold JSON of codes. One that staff or a crash made unreadable counts as lost, and the row's Stage decides. */
export function readMemory<M>(text: string): M | undefined {
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'version' in value ? (value as M) : undefined;
  } catch {
    // A broken memory must not stop a process for good: it starts over from the visible cells.
    return undefined;
  }
}
