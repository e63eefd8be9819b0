/** What Share opens: a link and a frame for the exhibit as it stands, with what is to be locked or hidden for whoever opens it. */
import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { writeAssignment, writeHuntLink, writeLongTexts } from '../../../src/book/index.ts';
import { listText } from '../../../src/words/lists.ts';
import { nameInSentence } from '../../../src/words/names.ts';
import { fieldsIn, hasValue, isAsBuilt, labelOf, valueOf, type Field } from './fields.ts';
import { adoptStyles } from '../../ui/adopt-styles.ts';
import fieldStyles from '../../ui/typed-field.css?inline';
import styles from './share-panel.css?inline';

adoptStyles(fieldStyles);
adoptStyles(styles);

/** Opens the panel of an exhibit, or closes it. */
export function toggleShare(button: HTMLElement): void {
  const exhibit = button.closest<HTMLElement>('[data-exhibit]')!;
  const open = exhibit.querySelector<HTMLElement>(':scope > .share-panel');
  button.setAttribute('aria-expanded', String(!open));
  if (open) {
    render(null, open);
    open.remove();
    return;
  }
  const panel = Object.assign(document.createElement('div'), { className: 'share-panel not-content' });
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', 'Share');
  button.after(panel);
  const close = () => {
    toggleShare(button);
    button.focus();
  };
  render(<SharePanel exhibit={exhibit} onClose={close} />, panel);
  panel.querySelector<HTMLElement>('summary, button')?.focus();
}

type Mode = 'free' | 'lock' | 'hide';
const modes: Record<Mode, string> = { free: 'Can be changed', lock: 'Locked', hide: 'Hidden' };

interface SharePanelProps {
  exhibit: HTMLElement;
  onClose: () => void;
}

function SharePanel({ exhibit, onClose }: SharePanelProps) {
  const [chosen, setChosen] = useState<Record<string, Mode>>({});
  const [said, setSaid] = useState('');
  const [uncopied, setUncopied] = useState<string | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  const fields = fieldsIn(exhibit);

  const copy = async (made: Promise<{ text: string; says: string }>) => {
    const { text, says } = await made;
    try {
      await navigator.clipboard.writeText(text);
      setUncopied(undefined);
      setSaid(`Copied. ${says}`);
    } catch {
      setUncopied(text);
      setSaid(`This browser does not let the page copy; the text stands below, selected. ${says}`);
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.select();
      });
    }
  };

  const hunt = async () => {
    const made = await huntOf(exhibit);
    if (made) await copy(Promise.resolve(made));
    else
      setSaid('All faults are mended here: leave one or more unmended, and those are the ones to be found.');
  };

  return (
    <div onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <p>As it stands now, for others: a link to it on this page, or a frame for a page of your own.</p>
      {fields.length > 0 && (
        <details>
          <summary>Lock or hide something for whoever opens it</summary>
          <ul class="share-fields">
            {fields.map((one) => (
              <li key={one.name}>
                <label>
                  <span>
                    {labelOf(one)} {labelOf(one) !== one.name && <small>{one.name}</small>}
                  </span>
                  <select
                    class="typed-field"
                    value={chosen[one.name] ?? 'free'}
                    onChange={(event) =>
                      setChosen({ ...chosen, [one.name]: event.currentTarget.value as Mode })
                    }
                  >
                    {(Object.keys(modes) as Mode[]).map((mode) => (
                      <option key={mode} value={mode}>
                        {modes[mode]}
                      </option>
                    ))}
                  </select>
                </label>
              </li>
            ))}
          </ul>
          <p class="share-note">
            A lock is a courtesy, not a protection: whoever changes the address changes what it locks.
          </p>
        </details>
      )}
      <div class="share-buttons">
        <button type="button" class="button" onClick={() => void copy(linkOf(exhibit, chosen))}>
          Copy assignment link
        </button>
        <button type="button" class="button" onClick={() => void copy(embedOf(exhibit, chosen))}>
          Copy embed code
        </button>
        {exhibit.dataset['hunt'] !== undefined && (
          <button type="button" class="button" onClick={() => void hunt()}>
            Copy bug hunt link
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onClose}>
          Close
        </button>
      </div>
      <p class="share-said" role="status">
        {said}
      </p>
      {uncopied !== undefined && (
        <textarea
          ref={field}
          class="share-text"
          readOnly
          rows={4}
          aria-label="To be copied"
          value={uncopied}
        />
      )}
    </div>
  );
}

/** A text longer than this stands behind the #. */
const longestInQuery = 120;

interface Made {
  query: string;
  hash: string;
  /** What is in it, in a sentence. */
  says: string;
}

/** @param name As the page calls the exhibit; none for an address that is about it alone. */
async function madeOf(
  exhibit: HTMLElement,
  chosen: Readonly<Record<string, Mode>>,
  name: string | undefined,
): Promise<Made> {
  const fields = fieldsIn(exhibit);
  const isExercise = exhibit.classList.contains('exercise-place');
  const bench = exhibit.querySelector('[data-bench]');
  const among = (mode: Mode) => fields.filter((field) => (chosen[field.name] ?? 'free') === mode);
  const isSaid = (field: Field): boolean => {
    if (!hasValue(field) || (isExercise && field.name === 'answer')) return false;
    const isProgram = field.elements[0]!.dataset['program'] !== undefined;
    // The program on a bench comes with the bench's own link.
    if (isProgram) return bench === null && !isAsGiven(field);
    return field.name === 'seed' || (chosen[field.name] ?? 'free') !== 'free' || !isAsBuilt(field);
  };
  const said = fields.filter(isSaid).map((field): [Field, string] => [field, valueOf(field)!]);
  const isLong = ([{ elements }, value]: [Field, string]) =>
    value.length > longestInQuery || elements[0]!.dataset['program'] !== undefined;
  const [long, short] = [said.filter(isLong), said.filter((one) => !isLong(one))];
  const valuesOf = (some: [Field, string][]) => new Map(some.map(([field, value]) => [field.name, value]));
  const [lock, hide] = [among('lock'), among('hide')];
  const namesOf = (some: readonly Field[]) => some.map((field) => field.name);
  const query = writeAssignment({
    ...(name !== undefined && { exhibit: name }),
    values: valuesOf(short),
    lock: namesOf(lock),
    hide: namesOf(hide),
  });
  const ofBench = bench && (await linkOfBench(bench));
  const hash = ofBench?.hash ?? (long.length > 0 ? `#${await writeLongTexts(valuesOf(long))}` : '');
  const labels = (some: readonly Field[]) => listText(some.map((field) => nameInSentence(labelOf(field))));
  const says = [
    said.length > 0 && `It says ${labels(said.map(([field]) => field))}.`,
    ofBench?.says,
    lock.length > 0 && `Locked: ${labels(lock)}.`,
    hide.length > 0 && `Hidden: ${labels(hide)}.`,
  ];
  return { query, hash, says: says.filter(Boolean).join(' ') };
}

/** Whether a program is the one that its reader was given: nothing offers to go back to that. */
const isAsGiven = ({ elements }: Field): boolean =>
  elements[0]!.querySelector<HTMLInputElement>('.code-compare input')?.disabled ?? true;

async function linkOfBench(bench: Element): Promise<{ hash: string; says: string } | undefined> {
  const made = await new Promise<{ link: string; says: string } | undefined>((done) => {
    const detail = (link: Promise<{ link: string; says: string }>) => void link.then(done);
    bench.dispatchEvent(new CustomEvent('book:ask-link', { detail }));
  });
  return made && { hash: new URL(made.link, location.href).hash, says: made.says };
}

const placeOf = (exhibit: HTMLElement): string => exhibit.dataset['exhibit']!;

async function linkOf(exhibit: HTMLElement, chosen: Readonly<Record<string, Mode>>) {
  const name = placeOf(exhibit).split('/').at(-1)!;
  const { query, hash, says } = await madeOf(exhibit, chosen, name);
  return {
    text: `${location.origin}${location.pathname}${query}${hash}`,
    says: `The link opens this page at this exhibit. ${says}`,
  };
}

async function embedOf(exhibit: HTMLElement, chosen: Readonly<Record<string, Mode>>) {
  const { query, hash, says } = await madeOf(exhibit, chosen, undefined);
  const address = `${embedAddress(placeOf(exhibit))}${query}${hash}`;
  const title = `${document.querySelector('h1')?.textContent?.trim() ?? document.title}: ${placeOf(exhibit).split('/').at(-1)}`;
  const [whole, panel] = [exhibit, exhibit.querySelector('.share-panel')!].map((one) => one.getBoundingClientRect().height); // prettier-ignore
  // The frame's own head, and some room for a width that is not this one.
  const height = Math.round(whole! - panel!) + 100;
  return {
    text: embedCode(address, title, height),
    says: `The code shows this exhibit alone, in a frame that is as high as it needs; “theme=dark” or “theme=light” in its address chooses the theme. ${says}`,
  };
}

/** A bug hunt with the faults that the board has not mended; undefined if it has mended all. */
async function huntOf(board: HTMLElement): Promise<{ text: string; says: string } | undefined> {
  const [place, bench] = board.dataset['hunt']!.split(' ') as [string, string];
  const faults = [...board.querySelectorAll<HTMLInputElement>('[data-field="mended"] input')]
    .filter(({ checked }) => !checked)
    .map(({ value }) => value);
  if (faults.length === 0) return undefined;
  const hash = await writeHuntLink({ bench, faults });
  const what = faults.length === 1 ? 'the fault that is' : `the ${faults.length} faults that are`;
  return {
    text: `${embedAddress(place)}#${hash}`,
    says: `The link opens the program alone, with ${what} not mended here, and names none of them. It can’t be read at a glance; it is no secret.`,
  };
}

const embedAddress = (place: string): string =>
  `${location.origin}${import.meta.env.BASE_URL.replace(/\/+$/, '')}/embed/${place}/`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The lines that somebody puts into a page of their own. Without the script the frame keeps its height, and scrolls. */
const embedCode = (
  address: string,
  title: string,
  height: number,
): string => `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" allow="clipboard-write" style="width: 100%; height: ${height}px; border: 0"></iframe>
<script>
  // Gives the frame the height that its exhibit asks for.
  addEventListener('message', ({ data, source }) => {
    for (const frame of document.getElementsByTagName('iframe'))
      if (frame.contentWindow === source && data && data.bookHeight > 0) frame.style.height = data.bookHeight + 'px';
  });
</script>
`;
