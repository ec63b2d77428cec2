/** Checks everything that a running programme needs, one line each: `npm run doctor`. Changes nothing. */
import { parseArgs } from 'node:util';
import { type FormKey, formOf, questionId, WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { createMail } from '../mail/index.ts';
import { Caller } from '../sheets/google.ts';
import { googleClients } from '../sheets/index.ts';
import { type Config, ConfigError, readConfig } from '../worker/config.ts';
import { type Finding, fine, look, wrong } from './checks/finding.ts';
import { checkStaff } from './checks/staff.ts';
import { checkTemporal } from './checks/temporal.ts';
import { cellsOf, checkForms, checkReaders, checkTabs } from './checks/workbooks.ts';

const HELP = `Checks the configuration, Temporal, spreadsheets, staff, readers, forms and the mail server. Changes nothing.

npm run doctor

Reads the same environment as the worker (see .env.example). One line for each thing: OK, or what to do.
Exit code 1 if anything is wrong.
`;
const PATIENCE_MS = 8_000;
const GOOGLE =
  'Check GOOGLE_APPLICATION_CREDENTIALS, and that the account may open the files named in GOOGLE_IDS (or run "npm run setup").';

/** All findings, in the order of what depends on what. */
export async function diagnose(env: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [wrong(`Configuration: ${error.message}`, 'Nothing else can be checked before that.')];
  }
  return [
    ...checkConfig(config),
    ...(await look('Temporal', 'Check that this account may look at the namespace.', () =>
      checkTemporal(config.temporal),
    )),
    ...(await checkGoogle(config)),
    ...(await look('The mail server', 'Check SMTP_URL.', () => checkMail(config))),
  ];
}

/** Letters carry https links only, or addresses of this machine: anything else would stop every letter with a button. */
function checkConfig(config: Config): Finding[] {
  const bad = Object.entries({
    PUBLIC_URL: config.publicUrl,
    SHEET_URL: config.sheetUrl,
  }).filter(([, url]) => !/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/.test(url));
  return bad.length === 0
    ? [fine('Configuration: complete')]
    : bad.map(([name, url]) =>
        wrong(`Configuration: ${name} is ${url}`, 'Letters link to https addresses only; give it one.'),
      );
}

async function checkGoogle(config: Config): Promise<Finding[]> {
  const { sheets, drive, forms } = googleClients(config.googleRoot, config.googleToken);
  const caller = new Caller({ now: Date.now, patience: PATIENCE_MS });
  const account = await look('Google', GOOGLE, async () => {
    const { data } = await drive.about.get({ fields: 'user(emailAddress)' });
    return [fine(`Google: signed in as ${data.user?.emailAddress}`)];
  });
  if (account.some(({ ok }) => !ok)) return account;
  const out = [...account];
  for (const [workbook, { title }] of Object.entries(WORKBOOKS) as [Workbook, { title: string }][]) {
    const id = config.ids.spreadsheets?.[workbook];
    if (!id) out.push(wrong(`${title}: GOOGLE_IDS does not name it`, 'Run "npm run setup".'));
    else
      out.push(
        ...(await look(title, GOOGLE, () => checkTabs(sheets, caller, id, workbook, title))),
        ...(await look(title, GOOGLE, () => checkReaders(drive, caller, id, title))),
      );
  }
  const programme = config.ids.spreadsheets?.programme;
  if (programme)
    out.push(
      ...(await look('Staff', GOOGLE, async () =>
        checkStaff(await cellsOf(sheets, caller, programme, 'programme', 'staff')),
      )),
    );
  out.push(...(await look('The forms', GOOGLE, () => checkForms(forms, caller, config.ids, missingIn))));
  return out;
}

const missingIn = (form: FormKey, present: readonly string[]): string[] =>
  Object.entries(formOf(form).questions).flatMap(([key, { title }]) =>
    present.includes(questionId(form, key)) ? [] : [title],
  );

/** Not wrong, but worth knowing before the first mailing. */
function checkMailings({ bounceAddress, dkim }: Config): Finding[] {
  return [
    fine(
      bounceAddress
        ? `Letters and mailings: what comes back goes to ${bounceAddress}; its mail has to be piped to POST /bounce`
        : 'Letters and mailings: what comes back is not noted, since BOUNCE_ADDRESS is not set',
    ),
    fine(
      dkim
        ? `Mailings: signed for ${dkim.domain} by the key ${dkim.selector}._domainkey.${dkim.domain}`
        : 'Mailings: not signed here (DKIM_DOMAIN is not set); the mail server has to sign, with both List-Unsubscribe headers',
    ),
  ];
}

async function checkMail(config: Config): Promise<Finding[]> {
  const mail = createMail({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  try {
    await mail.check();
    return [fine(`Mail: ${new URL(config.smtpUrl).host} answers and lets us in`), ...checkMailings(config)];
  } finally {
    mail.close();
  }
}

async function main(): Promise<number> {
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
    if (values.help) {
      console.log(HELP.trimEnd());
      return 0;
    }
  } catch (error) {
    console.error(`${(error as Error).message.split('. To specify')[0]}\nSee npm run doctor -- --help`);
    return 2;
  }
  const findings = await diagnose(process.env);
  for (const { ok, what, todo } of findings) console.log(ok ? `OK    ${what}` : `WRONG ${what}\n      ${todo}`);
  const bad = findings.filter(({ ok }) => !ok).length;
  console.log(bad === 0 ? '\nEverything is in order.' : `\n${bad} of ${findings.length} are wrong.`);
  return bad === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
