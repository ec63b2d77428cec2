import { choiceField, manyField } from './choices.js';
import { el } from './dom.js';

const ISO_DAY = /^(\d{4}-\d\d-\d\d)?$/;

/**
 * The field in which a cell is edited: `element`, `focus()`, `key(event)` true when it used the key up, `value()`.
 * @param {{kind: string, title: string, choices: readonly string[], strict: boolean}} column
 * @param {string} current
 * @param {string | undefined} typed what was typed to open it: it replaces what is there
 * @param {() => void} done
 */
export function fieldFor(column, current, typed, done) {
  if (column.kind === 'list') return choiceField(column, current, typed, done);
  if (column.kind === 'many' && typed === undefined) return manyField(column, current);
  if (column.kind === 'date' && typed === undefined && ISO_DAY.test(current)) return dateField(column.title, current);
  return textField(column, current, typed);
}

function dateField(title, current) {
  const input = el('input', { type: 'date', class: 'editor', value: current, 'aria-label': title, max: '9999-12-31' });
  return {
    element: input,
    focus: () => input.focus(),
    key: ({ key }) => key.startsWith('Arrow'),
    value: () => input.value,
  };
}

function textField({ kind, title }, current, typed) {
  const area = el('textarea', {
    class: kind === 'long' ? 'editor long' : 'editor',
    'aria-label': title,
    rows: kind === 'long' ? 6 : 1,
    spellcheck: kind === 'long' ? 'true' : 'false',
  });
  area.value = typed ?? current;
  const newLine = () => area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  return {
    element: area,
    focus() {
      area.focus();
      area.setSelectionRange(area.value.length, area.value.length);
    },
    key({ key, altKey, ctrlKey, metaKey }) {
      if (key === 'Enter' && (altKey || ctrlKey || metaKey)) {
        newLine();
        return true;
      }
      // whoever typed over a cell goes on with the arrows; whoever opened it moves within the text
      return key.startsWith('Arrow') && typed === undefined ? null : false;
    },
    value: () => area.value,
  };
}
