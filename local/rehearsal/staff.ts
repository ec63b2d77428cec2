import type { Cells, LocalClient } from '../client/index.ts';
import type { Random } from './random.ts';

/** The coordinator and the case officer of the rehearsal: they do in the sheet what the letter of the day and the rows ask for. */
export class Staff {
  private readonly people: LocalClient;
  private readonly random: Random;
  /** What they did, for the timeline. */
  readonly did: string[] = [];

  constructor(people: LocalClient, random: Random) {
    this.people = people;
    this.random = random;
  }

  /** Types the programme: who works here, the sessions, the season, the graduates. */
  async setUp(
    season: { name: string; opens: string; closes: string; ends: string },
    sessions: readonly string[],
    alumni: readonly Cells[],
  ): Promise<void> {
    await this.people.add('staff', {
      name: 'Saule Nurlanova',
      email: 'saule@cac.example',
      roles: 'Coordinator, Director',
    });
    await this.people.add('staff', {
      name: 'Askar Bekov',
      email: 'askar@cac.example',
      roles: 'Case officer',
      deputy: 'Saule Nurlanova',
    });
    for (const date of sessions)
      await this.people.add('training', {
        topic: 'Orientation',
        audience: 'Everybody',
        date,
        from: '17:00',
        to: '18:30',
        place: 'Online',
        seats: '200',
      });
    for (const alumnus of alumni) await this.people.add('alumni', alumnus);
    await this.people.add('seasons', {
      name: season.name,
      opensOn: season.opens,
      closesOn: season.closes,
      endsOn: season.ends,
    });
  }

  /** One working day: attendance, proposals, the queue, and now and then a wrong edit. */
  async work(today: string): Promise<void> {
    await this.tickAttendance(today);
    await this.approve();
    await this.clearQueue(today);
    await this.answerCases();
    if (this.random.chance(0.25)) await this.slip();
  }

  private async tickAttendance(today: string): Promise<void> {
    const sessions = (await this.people.rows('training')).filter(
      (row) => row.date && row.date < today && row.complete !== 'TRUE',
    );
    if (sessions.length === 0) return;
    const attendance = await this.people.rows('attendance');
    for (const session of sessions) {
      const booked = attendance.filter((row) => row.session === session.id && row.state === 'booked');
      for (const row of booked) await this.people.edit('attendance', row.id ?? '', { attended: 'TRUE' });
      await this.people.edit('training', session.id ?? '', { complete: 'TRUE' });
      this.did.push(`ticked the attendance of ${booked.length} people`);
    }
  }

  /** Approves in the row; now and then rejects, and once stops an approval before it acts. */
  private async approve(): Promise<void> {
    for (const row of await this.people.rows('matches')) {
      if (row.stage !== 'Proposed' || row.decision) continue;
      const decision = this.random.chance(0.9) ? 'Approve' : 'Reject';
      await this.people.edit('matches', row.id ?? '', { decision });
      this.did.push(`${decision === 'Approve' ? 'approved' : 'rejected'} ${row.id}`);
    }
  }

  private async clearQueue(today: string): Promise<void> {
    for (const row of await this.people.rows('needs')) {
      if (row.state !== 'Open' || row.action || !row.suggested) continue;
      const actions = row.suggested.split(', ');
      // Fresh rows wait a day; most are settled with a word, a few pairs get another mentor.
      if ((row.since ?? '').slice(0, 10) >= today) continue;
      const action = actions.includes('Mark sent')
        ? await this.aboutLetter(row.about ?? '')
        : actions.includes('Replace mentor') && this.random.chance(0.2)
          ? 'Replace mentor'
          : actions[0];
      if (!action) continue;
      await this.people.edit('needs', row.id ?? '', { action });
      this.did.push(`chose ${action} for ${row.about}`);
    }
  }

  /** A letter that may or may not have been sent: they look into the sent mail, as the row asks. */
  private async aboutLetter(id: string): Promise<string> {
    const row = (await this.people.rows('mailLog')).find((each) => each.id === id);
    const arrived = (await this.people.letters()).some((letter) => letter.messageId === row?.message);
    return arrived ? 'Mark sent' : 'Send again';
  }

  private async answerCases(): Promise<void> {
    for (const row of await this.people.rows('cases')) {
      if (row.stage === 'Reported' && row.responded !== 'TRUE')
        await this.people.edit('cases', row.id ?? '', { responded: 'TRUE' });
      else if (row.stage === 'In progress' && !row.decision && this.random.chance(0.3))
        await this.people.edit('cases', row.id ?? '', { decision: 'Close case' });
      else if (row.stage === 'In progress' && row.decision === 'Close case') await this.decideOnPage(row.id ?? '');
    }
  }

  /** A decision about a case counts on the page that the letter of the case officer brings. */
  private async decideOnPage(id: string): Promise<void> {
    const letter = (await this.people.letters('askar@cac.example')).findLast((each) =>
      each.subject.includes(`A decision about case ${id}`),
    );
    const link = letter?.links.find((each) => each.label === 'Decide');
    if (!link) return;
    await this.people.press(link.href);
    this.did.push(`decided about ${id} on its page`);
  }

  /** What happens in every office: a sort, a name typed over, a date in words, a wrong ID. */
  private async slip(): Promise<void> {
    const matches = (await this.people.rows('matches')).filter((row) => row.id);
    const row = matches.length > 0 ? this.random.one(matches) : undefined;
    switch (this.random.whole(0, 4)) {
      case 0:
        await this.people.sort('matches', 'stage', this.random.chance(0.5));
        this.did.push('sorted Matches by Stage');
        return;
      case 1:
        await this.people.sort('mentees', 'name', this.random.chance(0.5));
        this.did.push('sorted Mentees by name');
        return;
      case 2:
        if (!row) return;
        await this.people.edit('matches', row.id ?? '', { stage: 'Completed' });
        this.did.push(`typed over Stage of ${row.id}`);
        return;
      case 3:
        if (!row) return;
        await this.people.edit('matches', row.id ?? '', { newEnd: 'end of spring' });
        this.did.push(`typed a date in words into ${row.id}`);
        return;
      default:
        if (row?.stage !== 'Active') return;
        await this.people.edit('matches', row.id ?? '', { staffNote: 'Called both, all is well' });
        this.did.push(`wrote a note on ${row.id}`);
    }
  }
}
