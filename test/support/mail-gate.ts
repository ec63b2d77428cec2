import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

export interface MailGate {
  readonly port: number;
  /** Where to hand on what it lets through; until it is said everybody waits. */
  leadTo(port: number): void;
  /** The answer to RCPT TO by address; nothing lets it through, a promise makes it wait. */
  answer: (to: string) => string | undefined | Promise<string | undefined>;
  close(): Promise<void>;
}

/** A mail server in front of the embedded inbox that may refuse somebody, ask to come again, or take its time. */
export async function openMailGate(): Promise<MailGate> {
  const target = Promise.withResolvers<ReturnType<typeof createTransport>>();
  let onward: ReturnType<typeof createTransport> | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      Promise.resolve(gate.answer(address)).then((said) => {
        if (said === undefined) return callback();
        callback(Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) }));
      }, callback);
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        target.promise
          .then((post) => post.sendMail({ envelope: { from, to }, raw: Buffer.concat(chunks) }))
          .then(() => callback(null, 'kept'), callback);
      });
    },
  });
  server.on('error', () => undefined); // A client that was killed.
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const gate: MailGate = {
    port,
    answer: () => undefined,
    leadTo(smtpPort) {
      onward = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
      target.resolve(onward);
    },
    async close() {
      onward?.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return gate;
}
