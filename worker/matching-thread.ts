/** The other side of matching.ts: matches the market it is given, answers once, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { bothWays, type Market } from '../domain/matching/index.ts';

parentPort?.postMessage(bothWays(workerData as Market));
