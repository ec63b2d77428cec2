import type { Message } from '../../messages.ts';
import type { Person } from './types.ts';

/** A new address from the form: the person is asked at the old one, once for each address. */
export function askAddress({ facts, out }: Person): void {
  if (!facts.newAddress || out.memory.addressAsked === facts.newAddress) return;
  out.remember({ addressAsked: facts.newAddress });
  out.letter('confirm-address', facts.id, `address/${facts.newAddress}`, { data: { address: facts.newAddress } });
}

/** The button in the letter to the old address: from now on letters go to the new one. */
export function confirmAddress({ facts, out }: Person, message: Message): void {
  const given = String(message.data?.address ?? '');
  if (given === out.memory.address) return out.answer('address-confirmed');
  if (given === '' || given !== facts.newAddress) return out.refuse('address-changed');
  out.remember({ address: given });
  out.cells.systemNote = 'The new address was confirmed from the old one; letters go there.';
  out.note('New address confirmed from the old one', facts.role);
  out.answer('address-confirmed');
}
