/** A sink in a process of its own; it says its port and takes whatever comes. */
import { openSink } from './sink.ts';

const { port } = await openSink({ forget: true });
console.log(port);
