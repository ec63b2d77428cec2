/**
 * An element with its properties and children; texts are never read as markup.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] `class`, `on<event>` functions, everything else as an attribute
 * @param {...(Node | string)} children
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/**
 * Puts a floating element below a rectangle, or above it when there is more room, and inside the window.
 * @param {HTMLElement} element
 * @param {{left: number, top: number, bottom: number}} beside
 */
export function floatBeside(element, { left, top, bottom }) {
  const { width, height } = element.getBoundingClientRect();
  const [roomBelow, roomAbove] = [innerHeight - bottom, top];
  const y = height <= roomBelow || roomBelow >= roomAbove ? bottom : top - height;
  element.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`;
  element.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
}

/** Spreadsheet columns are A, B, … Z, AA, … @param {number} column @returns {string} */
export const letters = (column) =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
