import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Fields = Readonly<Record<string, string>>;
type Element = Tree.Element;

const isElement = (node: Tree.Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

function* elements(node: Tree.Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

/**
 * The page's form that posts, filled in as a browser would: what is preset, then `fields` over it.
 * @throws Error when the page has no such form, or no control for one of the fields.
 */
export function formIn(html: string, fields: Fields): { readonly action: string; readonly body: URLSearchParams } {
  const form = [...elements(parse(html))].find(
    (element) => element.tagName === 'form' && attribute(element, 'method')?.toLowerCase() === 'post',
  );
  if (!form) throw new Error('this page has no form to send');
  const body = new URLSearchParams();
  const names = new Set<string>();
  for (const control of elements(form)) {
    const name = attribute(control, 'name');
    if (name === undefined) continue;
    names.add(name);
    const preset = presetOf(control);
    // Of several boxes each one that is ticked is sent.
    if (preset !== undefined && attribute(control, 'type') === 'checkbox') body.append(name, preset);
    else if (preset !== undefined) body.set(name, preset);
  }
  for (const [name, value] of Object.entries(fields)) {
    if (!names.has(name)) throw new Error(`this page has no field "${name}"`);
    body.set(name, value);
  }
  return { action: attribute(form, 'action') ?? '', body };
}

function presetOf(control: Element): string | undefined {
  const value = attribute(control, 'value') ?? '';
  switch (control.tagName) {
    case 'input':
      if (attribute(control, 'type') === 'radio' || attribute(control, 'type') === 'checkbox')
        return attribute(control, 'checked') === undefined ? undefined : value;
      return value;
    case 'select': {
      const options = [...elements(control)].filter((element) => element.tagName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      return chosen ? (attribute(chosen, 'value') ?? textOf(chosen)) : undefined;
    }
    case 'textarea':
      return textOf(control);
    default:
      return undefined;
  }
}

const textOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
