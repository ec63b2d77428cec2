import { DIRECTIONS, type Direction } from '../program/index.ts';

/** What the regulation asks of a direction besides the rules all share. */
interface DirectionRules {
  /** A mailing of this direction is about a day: it has none, may have one, must have one. */
  readonly day: 'none' | 'possible' | 'required';
  /** Exempt from the rules of the text, R3 to R18 (R2). */
  readonly exempt?: true;
  /** Announces an event, which R27 binds besides R25. */
  readonly event?: true;
  /** Always needs the Center's approval, whoever gets it (Q26). */
  readonly broad?: true;
  /** Only the Center may ask for it. */
  readonly centerOnly?: true;
}

const RULES: Readonly<Record<Direction, DirectionRules>> = {
  digest: { day: 'none', exempt: true },
  'graduation-year': { day: 'possible' },
  vacancy: { day: 'possible' },
  event: { day: 'required', event: true },
  research: { day: 'possible' },
  'open-day': { day: 'required', event: true },
  'board-decision': { day: 'none' },
  center: { day: 'none', broad: true, centerOnly: true },
};

export const directionRules = (direction: Direction): DirectionRules => RULES[direction];

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** A direction by its word or by what staff read in the sheet; undefined for anything the regulation does not know (R1). */
export function readDirection(text: string): Direction | undefined {
  const wanted = plain(text);
  return (Object.keys(DIRECTIONS) as Direction[]).find((key) => key === wanted || plain(DIRECTIONS[key]) === wanted);
}
