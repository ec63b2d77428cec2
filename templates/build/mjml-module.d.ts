/** The part of MJML 5 that the build uses; the package ships no types. */
declare module 'mjml' {
  interface Options {
    readonly validationLevel: 'strict' | 'soft' | 'skip';
    /** Web fonts by name; MJML's own list when left out. */
    readonly fonts: Readonly<Record<string, string>>;
  }
  interface Result {
    readonly html: string;
    readonly errors: readonly { readonly formattedMessage: string }[];
  }
  export default function mjml2html(mjml: string, options: Options): Promise<Result>;
}
