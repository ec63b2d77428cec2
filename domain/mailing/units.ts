/** Who may ask for a mailing (R19), and where its links may lead (R9). In a running programme this is the Units tab. */
export interface Unit {
  /** Abbreviation that a mailing names. */
  readonly code: string;
  readonly name: string;
  /** Hosts with their subdomains, each perhaps with the beginning of a path: `nu.edu.kz`, `nu.edu.kz/seds`. */
  readonly links: readonly string[];
}

export const CENTER = 'Center';
const unit = (code: string, name: string): Unit => ({ code, name, links: ['nu.edu.kz'] });

/** The units the program ships; staff narrow the links to those of each School. */
export const UNITS: readonly Unit[] = [
  unit('SEDS', 'School of Engineering and Digital Sciences'),
  unit('SSH', 'School of Sciences and Humanities'),
  unit('SMG', 'School of Mining and Geosciences'),
  unit('GSB', 'Graduate School of Business'),
  unit('GSE', 'Graduate School of Education'),
  unit('GSPP', 'Graduate School of Public Policy'),
  unit('NUSOM', 'School of Medicine'),
  unit('FP', 'Foundation Program'),
  unit(CENTER, 'Career and Advising Center'),
];

/** A unit by its abbreviation, in any case, or by its full name. */
export function findUnit(text: string, units: readonly Unit[]): Unit | undefined {
  const wanted = text.trim().toLowerCase();
  return wanted === ''
    ? undefined
    : units.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
}
