import { createServer } from 'node:http';

/** The bytes every call is answered with, as the parent sent them; a call costs what HTTP itself costs. */
let answer = Buffer.from('{}\n');

const server = createServer((req, res) => {
  req.resume().on('end', () => {
    res
      .writeHead(200, { 'Content-Type': 'application/json; charset=UTF-8', 'Content-Length': answer.length })
      .end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', (text: string) => {
  answer = Buffer.from(text);
  process.send?.({ set: true });
});
process.on('disconnect', () => process.exit());
