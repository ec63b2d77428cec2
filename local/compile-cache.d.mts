/** Folder where Node keeps code that was compiled once. */
export const COMPILE_CACHE: string;
