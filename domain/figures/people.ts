import { PARTICIPANT_STAGES } from '../program/index.ts';
import type { Figure, PersonFacts, Section } from './types.ts';

const ROLES = { mentors: 'Mentors', mentees: 'Mentees' } as const;
type Side = keyof typeof ROLES;

function byStage(side: Side, people: readonly PersonFacts[]): Figure[] {
  const all = people.filter((person) => person.stage !== '');
  const total = `people/${side}`;
  return [
    {
      key: total,
      measure: ROLES[side],
      value: all.length,
      group: all.length,
      definition: 'Everybody of the season who applied, whatever came of it.',
    },
    ...PARTICIPANT_STAGES.map((stage): Figure => {
      const count = all.filter((person) => person.stage === stage).length;
      return {
        key: `${total}/${stage}`,
        measure: `${ROLES[side]}: ${stage}`,
        value: count,
        group: count,
        partOf: total,
        definition: `Rows of ${ROLES[side]} at the stage ${stage}.`,
      };
    }),
  ];
}

/** Who takes part, by stage (M11, M18). */
export const PEOPLE: Section = {
  title: 'People',
  figures: ({ mentors, mentees }) => [...byStage('mentors', mentors), ...byStage('mentees', mentees)],
};

/** Training before anybody is eligible (M12, M13). */
export const TRAINING: Section = {
  title: 'Training',
  figures: ({ mentors, mentees, sessionsAhead }) => [
    {
      key: 'training/sessions',
      measure: 'Sessions ahead',
      value: sessionsAhead,
      definition: 'Rows of Training whose time is still to come, of the whole programme.',
    },
    ...(Object.keys(ROLES) as Side[]).flatMap((side): Figure[] => {
      const people = side === 'mentors' ? mentors : mentees;
      const trained = people.filter((person) => person.attended).length;
      const open = people.filter((person) => person.stage === 'Training');
      const booked = open.filter((person) => person.booked).length;
      return [
        {
          key: `training/${side}/attended`,
          measure: `${ROLES[side]} trained`,
          value: trained,
          group: trained,
          definition: 'People of the season who attended a session, ticked by staff.',
        },
        {
          key: `training/${side}/booked`,
          measure: `${ROLES[side]} with a place in a session`,
          value: booked,
          group: booked,
          partOf: `people/${side}/Training`,
          definition: 'At the stage Training, with a booking that is open.',
        },
        {
          key: `training/${side}/waiting`,
          measure: `${ROLES[side]} without a place yet`,
          value: open.length - booked,
          group: open.length - booked,
          partOf: `people/${side}/Training`,
          definition: 'At the stage Training, without a booking.',
        },
      ];
    }),
  ],
};
