/**
 * What happens and when: one process per file, read from top to bottom. Runs in Temporal's sandbox: no Node, no clock of the
 * machine, no names or texts of people; what staff and people see is made by activities.
 */
export { caseWorkflow as 'case' } from './case.ts';
export { cohort } from './cohort.ts';
export { delivery } from './delivery.ts';
export { desk } from './desk.ts';
export { intake } from './intake.ts';
export { mailing } from './mailing.ts';
export { mentorship } from './mentorship.ts';
export { participant } from './participant.ts';
export { sync } from './sync.ts';
