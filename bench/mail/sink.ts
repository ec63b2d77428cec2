import { createServer, type Socket } from 'node:net';

/** One copy as the sink took it. */
export interface Taken {
  readonly to: string;
  readonly from: string;
  readonly messageId: string;
}
export interface SinkOptions {
  /** The answer to RCPT TO, such as `450 come again`; nothing to take it. */
  readonly recipient?: (to: string) => string | undefined;
  /** The answer to AUTH; nothing to offer none. */
  readonly auth?: () => string;
  /** The answer to a whole message; nothing to take it. */
  readonly message?: (to: string) => string | undefined;
  /** Breaks the connection off after the message, before its answer. */
  readonly dropAfter?: (to: string) => boolean;
  /** Counts, and remembers nobody. */
  readonly forget?: boolean;
  /** Keeps whole messages, for looking at them. */
  readonly keep?: boolean;
}
export interface Sink {
  readonly port: number;
  readonly taken: readonly Taken[];
  readonly messages: readonly string[];
  readonly count: () => number;
  /** Breaks off all connections. */
  hangUp(): void;
  close(): Promise<void>;
}

const END = Buffer.from('\r\n.\r\n');

/** A mail server that costs next to nothing: it takes messages, remembers who got them, and reads no further. */
export async function openSink(options: SinkOptions = {}): Promise<Sink> {
  const taken: Taken[] = [];
  const messages: string[] = [];
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // A client that was killed.
    socket.setNoDelay(true);
    let rest: Buffer = Buffer.alloc(0);
    let isData = false;
    let from = '';
    let to = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      const word = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (word === 'EHLO')
        say(options.auth ? '250-sink\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME' : '250-sink\r\n250 8BITMIME');
      else if (word === 'AUTH') say(options.auth?.() ?? '502 no');
      else if (word === 'MAIL') {
        from = address;
        say('250 ok');
      } else if (word === 'RCPT') {
        to = address;
        say(options.recipient?.(to) ?? '250 ok');
      } else if (word === 'DATA') {
        isData = true;
        say('354 go on');
      } else if (word === 'QUIT') socket.end('221 bye\r\n');
      else say('250 ok');
    };
    const message = (bytes: Buffer): void => {
      isData = false;
      const refusal = options.message?.(to);
      if (refusal) return void say(refusal);
      count++;
      if (options.forget) return void say('250 kept');
      const head = bytes.toString('latin1', 0, Math.min(bytes.length, 6000));
      taken.push({ to, from, messageId: /^message-id: *(.*)$/im.exec(head)?.[1]?.trim() ?? '' });
      if (options.keep) messages.push(bytes.toString('utf8'));
      if (options.dropAfter?.(to)) return void socket.destroy();
      say('250 kept');
    };
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (;;) {
        const at = isData ? rest.indexOf(END) : rest.indexOf('\r\n');
        if (at < 0) return;
        const part = rest.subarray(0, at);
        rest = rest.subarray(at + (isData ? END.length : 2));
        if (isData) message(part);
        else command(part.toString('latin1'));
      }
    });
    say('220 sink');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    taken,
    messages,
    count: () => count,
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
