/**
 * Tells the page around an embedded exhibit how high it is, in pixels, whenever that changes: a message
 * `{ bookHeight: 640 }`. The few lines that are copied with an embed code (share-panel.tsx) give the frame that height.
 */
if (parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ bookHeight: height }, '*');
  }).observe(document.body);
}
