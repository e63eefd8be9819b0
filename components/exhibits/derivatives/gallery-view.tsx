import { SlopePlot } from './plots.tsx';
import { createDerivativeGallery, type Exhibit } from './gallery.ts';
import { galleryWords } from './gallery-words.ts';

export interface DerivativeGalleryViewProps {
  range: [low: number, high: number];
}

/** Small pictures on like axes: what each wrong derivative does, and the signature it leaves. */
export function DerivativeGalleryView({ range }: DerivativeGalleryViewProps) {
  return (
    <div class="exhibit-body">
      <p class="figure-finding">Nine wrong derivatives, and the signature each leaves</p>
      <ol class="derivative-gallery picture-rows">
        {createDerivativeGallery(range).map((exhibit) => (
          <GalleryEntry key={exhibit.id} exhibit={exhibit} />
        ))}
      </ol>
    </div>
  );
}

function GalleryEntry({ exhibit }: { exhibit: Exhibit }) {
  const { id, functionText, derivativeText, given, signature, explored } = exhibit;
  const argument = given === 'activation' ? 'a' : 'z';
  return (
    <li>
      <p class="small-picture-name">{galleryWords.name(id)}</p>
      <SlopePlot model={explored} isSmall />
      <p class="derivative-gallery-code">
        <code>f(z) = {functionText.replace(/\bx\b/g, 'z')}</code>
        <code>
          f′({argument}) = {derivativeText.replace(/\bx\b/g, argument)}
        </code>
      </p>
      <p>
        <b>Signature.</b> {galleryWords.signature(signature)}
      </p>
      <p>{galleryWords.origin(id)}</p>
    </li>
  );
}
