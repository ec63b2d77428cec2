import { el } from './dom.js';

/**
 * A dropdown: a field that narrows the list, and the list. Enter takes the marked choice.
 * @param {{choices: readonly string[], strict: boolean}} column
 * @param {string} current
 * @param {string | undefined} typed what was typed to open it
 * @param {() => void} done a choice was clicked
 */
export function choiceField({ choices, strict }, current, typed, done) {
  const all = current ? ['', ...choices] : [...choices];
  let shown = all;
  let marked = Math.max(0, all.indexOf(current));
  const input = el('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'choice-list',
    'aria-label': 'Choice',
    placeholder: current || 'Choose',
    value: typed ?? '',
    autocomplete: 'off',
  });
  const list = el('ul', { id: 'choice-list', role: 'listbox', 'aria-label': 'Choices' });
  const element = el('div', { class: 'editor choices' }, input, list);

  function draw() {
    list.replaceChildren(
      ...shown.map((choice, i) =>
        el(
          'li',
          { role: 'option', id: `choice-${i}`, 'aria-selected': String(i === marked), 'data-choice': i },
          choice || '(empty)',
        ),
      ),
      ...(shown.length === 0 ? [el('li', { class: 'quiet' }, strict ? 'Not in the list' : 'As typed')] : []),
    );
    input.setAttribute('aria-activedescendant', `choice-${marked}`);
    list.children[marked]?.scrollIntoView({ block: 'nearest' });
  }
  function narrow() {
    const wanted = input.value.trim().toLowerCase();
    shown = wanted ? all.filter((choice) => choice.toLowerCase().includes(wanted)) : all;
    marked = wanted ? 0 : Math.max(0, all.indexOf(current));
    draw();
  }
  input.addEventListener('input', narrow);
  list.addEventListener('click', (event) => {
    const { choice } = event.target.dataset;
    if (choice === undefined) return;
    marked = Number(choice);
    done();
  });
  narrow();
  return {
    element,
    focus() {
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    },
    /** Arrows move the mark. @returns {boolean} whether the key was used up */
    key({ key }) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (!step || shown.length === 0) return Boolean(step);
      marked = (marked + step + shown.length) % shown.length;
      draw();
      return true;
    },
    value: () => shown[marked] ?? input.value.trim(),
  };
}

/** Several choices in one cell, written with commas. Words that are not in the list stay. */
export function manyField({ choices }, current) {
  const given = current
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  const all = [...choices, ...given.filter((word) => !choices.includes(word))];
  const boxes = all.map((choice) => el('input', { type: 'checkbox', value: choice, checked: given.includes(choice) }));
  const element = el(
    'div',
    { class: 'editor choices many', role: 'group', 'aria-label': 'Choices' },
    ...boxes.map((box) => el('label', { class: 'option' }, box, box.value)),
  );
  return {
    element,
    focus: () => boxes[0]?.focus(),
    key({ key }) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (!step) return false;
      boxes.at((boxes.indexOf(document.activeElement) + step) % boxes.length)?.focus();
      return true;
    },
    value: () =>
      boxes
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(', '),
  };
}
