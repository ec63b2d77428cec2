export { googleClients } from '../sheets/index.ts';
