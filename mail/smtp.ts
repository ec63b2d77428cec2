/** Where an SMTP URL leads, as nodemailer takes it. On this machine nothing is encrypted; elsewhere TLS is used wherever it is offered. */
export function smtpOptions(smtpUrl: string) {
  const url = new URL(smtpUrl);
  return {
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
    secure: url.protocol === 'smtps:',
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...(['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) ? { ignoreTLS: true } : {}),
  };
}
