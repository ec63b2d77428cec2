import { fetchView, Refused } from './api.js';
import { bindCellBar } from './cellbar.js';
import { bindClipboard } from './clipboard.js';
import { Grid } from './grid.js';
import { bindKeyboard } from './keyboard.js';
import { bindMouse } from './mouse.js';
import { bindTabs } from './tabs.js';
import { bindTools } from './tools.js';
import { bindVoice } from './voice.js';

const asked = JSON.parse(document.getElementById('sheet').textContent);
const voice = bindVoice();
const grid = new Grid(asked.id, document.getElementById('grid'), voice);
bindTools(grid);
bindTabs(grid, document.getElementById('tabs'));
bindCellBar(grid);
bindKeyboard(grid);
bindMouse(grid);
bindClipboard(grid);

/** The tab that holds the row that the address asks for. */
async function tabWith(row) {
  const { tabs } = await fetchView(asked.id, asked.tab);
  const order = [...tabs].sort(
    (a, b) => Number(String(b.sheetId) === asked.tab) - Number(String(a.sheetId) === asked.tab),
  );
  for (const { sheetId } of order) {
    const { tab } = await fetchView(asked.id, sheetId);
    const column = tab?.columns.findIndex(({ title }) => title === 'ID') ?? -1;
    if (column >= 0 && tab.rows.some(([, texts]) => texts[column] === row)) return sheetId;
  }
  return undefined;
}

try {
  const found = asked.row ? await tabWith(asked.row) : undefined;
  await grid.open(found ?? asked.tab);
  if (found !== undefined) {
    grid.selection.selectRows(grid.model.rowOf(asked.row));
    grid.reveal();
  } else if (asked.row) grid.say(`There is no row ${asked.row} in this spreadsheet.`, true);
  grid.focus();
  grid.follow((connected) => voice.connection(connected));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  grid.say(error.message, true);
}
