/** The buttons above the grid. @param {import('./grid.js').Grid} grid */
export function bindTools(grid) {
  const at = (id) => document.getElementById(id);
  const press = (id, act) =>
    at(id).addEventListener('click', () => {
      void act();
      grid.focus();
    });
  press('undo', () => grid.acts.back('undo'));
  press('redo', () => grid.acts.back('redo'));
  press('above', () => grid.acts.insertRows(false));
  press('below', () => grid.acts.insertRows(true));
  press('delete', () => grid.acts.deleteRows());
  at('filters').addEventListener('click', () => {
    grid.filter.on = !grid.filter.on;
    at('filters').setAttribute('aria-pressed', String(grid.filter.on));
    void grid.redraw(true);
  });
  at('book').addEventListener('change', ({ target }) => {
    location.search = new URLSearchParams({ id: target.value }).toString();
  });
  addEventListener('beforeunload', (event) => {
    if (grid.editor.open || grid.acts.waiting > 0) event.preventDefault();
  });
  grid.onShow(() => {
    const { view, filter, selection, model } = grid;
    at('undo').disabled = !view.canUndo;
    at('redo').disabled = !view.canRedo;
    grid.element.setAttribute('aria-label', model.tab.title);
    at('about').textContent = model.tab.about;
    at('shown').textContent = filter.active ? `${selection.rows.length} of ${model.tab.rows.length} rows shown` : '';
    const address = new URL(location.href);
    address.searchParams.set('id', grid.id);
    address.searchParams.set('tab', grid.tab);
    if (address.href !== location.href) history.replaceState(null, '', address);
  });
}
