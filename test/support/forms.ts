import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** All forms of a page that post, filled in as a browser would send them untouched. */
export function formsIn(html: string, base: string): { readonly action: string; readonly body: URLSearchParams }[] {
  return [...elements(parse(html))]
    .filter((element) => element.tagName === 'form' && attribute(element, 'method') === 'post')
    .map((form) => ({
      action: new URL(attribute(form, 'action') ?? '', base).href,
      body: new URLSearchParams([...elements(form)].flatMap(field)),
    }));
}

type Element = Tree.Element;
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
function* elements(node: Tree.Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

function field(control: Element): [string, string][] {
  const name = attribute(control, 'name');
  if (name === undefined || control.tagName === 'button') return [];
  if (control.tagName === 'textarea')
    return [[name, control.childNodes.map((node) => ('value' in node ? node.value : '')).join('')]];
  if (control.tagName === 'select') {
    const options = [...elements(control)].filter(({ tagName }) => tagName === 'option');
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
    const words = chosen?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
    return [[name, (chosen && attribute(chosen, 'value')) ?? words]];
  }
  const isChoice = ['radio', 'checkbox'].includes(attribute(control, 'type') ?? '');
  return isChoice && attribute(control, 'checked') === undefined ? [] : [[name, attribute(control, 'value') ?? '']];
}
