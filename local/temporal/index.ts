/**
 * Temporal on this machine: find the program (or a server that runs), start it on a file, make its namespaces ready.
 * Belongs here: how the embedded server is fetched, started and stopped. Not here: workers, clients, what runs on it.
 */
export { type FindOptions, type FoundTemporal, findTemporal } from './find.ts';
export { CLI_VERSION } from './release.ts';
export { type StartOptions, startTemporal, type Temporal } from './start.ts';
