// Comfort for the page of the communication officer: a button that copies the text. Without it the text is selected and copied as anywhere.
for (const text of /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll('textarea[data-copy]'))) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = text.dataset.copy ?? '';
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = ` ${text.dataset.copied ?? ''}`;
    } catch {
      // A browser that does not let pages copy: the text is selected, and its own command copies it.
      said.textContent = '';
    }
  });
  text.after(button, said);
}
