import type { ServerResponse } from 'node:http';
import { isMailingChoice, MAILING_CHOICES, type MailingChoice } from '../../domain/mailing/index.ts';
import { type PreferencesWords, preferencesWords } from '../../domain/words/index.ts';
import { type FunctionRequest, formFields } from '../body.ts';
import { type Html, html } from '../html.ts';
import { sendPage } from '../page.ts';
import type { TriggerPorts } from '../ports.ts';
import { type Reader, readerOf } from '../reader.ts';
import { refuseToken } from './refuse-token.ts';

/**
 * Pages behind the links below each mailing. `/unsubscribe/<token>`: one button, and RFC 8058's one-click POST, which mail programs send
 * without cookies and without showing anything. `/preferences/<token>`: which mailings. A GET changes nothing; every POST may come twice.
 */
export async function preferencesPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
  place: 'unsubscribe' | 'preferences',
): Promise<void> {
  const reader = readerOf(req);
  const reading = ports.readToken(token, (await ports.now()).now);
  const isOurs = reading.ok && ['unsubscribe', 'preferences'].includes(reading.link.action);
  if (!isOurs) return refuseToken(res, reading, reader);
  const { person, process } = reading.link;
  const words = preferencesWords(reader.language);
  const page = new Page(res, reader, words, token);
  if (req.method === 'POST') {
    const fields = formFields(req);
    const choice = choiceIn(fields, place);
    const found = choice ? undefined : await ports.preferences.look(person);
    if (!choice) return found ? page.ask(400, found, words.choose) : page.gone();
    const done = await ports.preferences.choose(person, choice, process.slice('mailing/'.length));
    return done ? page.done(done, place) : page.gone();
  }
  const found = await ports.preferences.look(person);
  if (!found) return page.gone();
  if (place === 'preferences') return page.ask(200, found);
  return found.choice === 'none' ? page.done('none', place) : page.leave(found.email);
}

/** On the page for leaving every POST means to leave, but that of the button that takes it back. */
function choiceIn(fields: Readonly<Record<string, string>>, place: string): MailingChoice | undefined {
  if (fields.again === 'yes') return 'all';
  if (place === 'unsubscribe') return 'none';
  return isMailingChoice(fields.choice) ? fields.choice : undefined;
}

class Page {
  private readonly res: ServerResponse;
  private readonly reader: Reader;
  private readonly words: PreferencesWords;
  private readonly token: string;

  constructor(res: ServerResponse, reader: Reader, words: PreferencesWords, token: string) {
    this.res = res;
    this.reader = reader;
    this.words = words;
    this.token = token;
  }

  leave(email: string): void {
    const { words } = this;
    this.send(
      200,
      words.leave,
      html`<p><strong>${words.address(email)}</strong></p><p>${words.leaveExplained} ${words.mailingsOnly}</p><form method="post"><button type="submit">${words.leaveButton}</button></form><p>${this.link('preferences', words.preferences)}</p>`,
    );
  }

  ask(status: number, found: { readonly email: string; readonly choice: MailingChoice }, problem?: string): void {
    const { words } = this;
    const options = MAILING_CHOICES.map(
      (choice) =>
        html`<label class="choice"><input type="radio" name="choice" value="${choice}"${choice === found.choice ? html` checked` : undefined} required>${words.choices[choice]}</label>`,
    );
    this.send(
      status,
      words.preferences,
      html`${problem ? html`<p class="problem" role="alert">${problem}</p>` : undefined}<p><strong>${words.address(found.email)}</strong></p><p>${words.mailingsOnly}</p><form method="post"><fieldset><legend>${words.question}</legend>${options}</fieldset><button type="submit">${words.save}</button></form>`,
    );
  }

  done(choice: MailingChoice, place: string): void {
    const { words } = this;
    const isLeft = choice === 'none';
    const undo =
      choice === 'all'
        ? undefined
        : html`<form method="post"><input type="hidden" name="again" value="yes"><button type="submit">${words.again}</button></form>`;
    this.send(
      200,
      isLeft ? words.left : words.savedTitle,
      html`<p>${isLeft ? words.leftExplained : words.saved[choice]}</p><p>${words.mailingsOnly}</p>${undo}<p>${this.link('preferences', place === 'preferences' ? words.question : words.preferences)}</p>`,
    );
  }

  gone(): void {
    this.send(200, this.words.left, html`<p>${this.words.gone}</p>`);
  }

  private link(place: string, label: string): Html {
    const { language } = this.reader;
    return html`<a href="/${place}/${this.token}${language === 'en' ? '' : `?lang=${language}`}">${label}</a>`;
  }

  private send(status: number, title: string, body: Html): void {
    sendPage(this.res, status, title, html`<h1>${title}</h1>${body}`, this.reader, { part: this.words.part });
  }
}
