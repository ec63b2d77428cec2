/** A small programme to begin with: a season, staff, training sessions, a register of graduates. Typed as staff would type it. */
import {
  addDays,
  civilDateOf,
  holidaysOf,
  type Instant,
  KAZAKHSTAN,
  nextWorkingDay,
} from '../../domain/calendar/index.ts';
import { DIRECTIONS } from '../../domain/program/index.ts';
import type { StaffHand } from '../staff/index.ts';

const ALUMNI = [
  ['Aigerim Sadykova', 'aigerim.sadykova@alumni.example', "Bachelor's", '2016', 'SEDS'],
  ['Daniyar Omarov', 'daniyar.omarov@alumni.example', "Master's", '2018', 'GSB'],
  ['Madina Zhunusova', 'madina.zhunusova@alumni.example', "Bachelor's", '2017', 'SSH'],
  ['Timur Akhmetov', 'timur.akhmetov@alumni.example', 'PhD', '2020', 'SEDS'],
  ['Zarina Iskakova', 'zarina.iskakova@alumni.example', "Bachelor's", '2019', 'SEDS'],
  ['Yerlan Kassymov', 'yerlan.kassymov@alumni.example', "Master's", '2021', 'SMG'],
  ['Aliya Beisenova', 'aliya.beisenova@alumni.example', "Master's", '2022', 'GSPP'],
  ['Ruslan Tulegenov', 'ruslan.tulegenov@alumni.example', "Bachelor's", '2023', 'SSH'],
] as const;

const MAILING_STAFF = [
  ['Gulnara Tasova', 'gulnara.tasova@cac.example', 'Moderator', 'Miras Oral'],
  ['Miras Oral', 'miras.oral@cac.example', 'Communication officer', ''],
  ['Assel Duman', 'assel.duman@cac.example', 'Center approver', 'Saule Nurlanova'],
] as const;

/** A School's request as it comes in: the receipt leads its initiator to the draft page, where it is handed in. */
const request = (today: string) => ({
  subject: 'Alumni evening of the School of Engineering',
  unit: 'SEDS',
  direction: DIRECTIONS.event,
  initiatorName: 'Bakyt Seitov',
  initiatorEmail: 'bakyt.seitov@nu.edu.kz',
  eventDate: onWorkingDay(today, 42),
  text: 'Dear graduates,\n\nthe School invites you to an evening in Block 3.\n\nPlease register at https://nu.edu.kz/seds.',
  signature: 'Bakyt Seitov, SEDS\nbakyt.seitov@nu.edu.kz\n53 Kabanbay batyr ave., Astana 010000\n+7 7172 70 66 88',
  schools: 'SEDS',
});

/** Everything begins on the day the programme starts, so that a newcomer can apply at once. */
export function typeSample(hand: StaffHand, now: Instant): void {
  if (hand.rows('seasons').length > 0) return;
  const today = civilDateOf(now);
  hand.add('staff', { name: 'Saule Nurlanova', email: 'saule.nurlanova@cac.example', roles: 'Coordinator, Director' });
  hand.add('staff', {
    name: 'Askar Bekov',
    email: 'askar.bekov@cac.example',
    roles: 'Case officer',
    deputy: 'Saule Nurlanova',
  });
  for (const [name, email, roles, deputy] of MAILING_STAFF) hand.add('staff', { name, email, roles, deputy });
  hand.add('training', {
    topic: 'Orientation for mentors and mentees',
    audience: 'Everybody',
    date: onWorkingDay(today, 7),
    from: '17:00',
    to: '18:30',
    place: 'Online, link in the calendar',
    seats: '60',
  });
  hand.add('training', {
    topic: 'Orientation, second session',
    audience: 'Everybody',
    date: onWorkingDay(today, 12),
    from: '12:00',
    to: '13:30',
    place: 'Block 1, room 1022',
    seats: '30',
  });
  for (const [name, email, degree, year, school] of ALUMNI) hand.add('alumni', { name, email, degree, year, school });
  hand.add('mailings', request(today));
  hand.add('seasons', {
    name: seasonName(today),
    opensOn: today,
    closesOn: addDays(today, 14),
    endsOn: addDays(today, 150),
  });
}

/** So many days on, or the next working day: sessions are held in office hours. A year without a calendar has its weekends. */
const onWorkingDay = (today: string, days: number): string =>
  nextWorkingDay(addDays(today, days), holidaysOf(KAZAKHSTAN, '9999-12-31'));

/** `2026-autumn` from August to January, `2027-spring` else. */
function seasonName(date: string): string {
  const [year = '', month = ''] = date.split('-');
  return Number(month) >= 8 ? `${year}-autumn` : `${year}-spring`;
}
