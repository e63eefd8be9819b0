/** Builds the sandbox's document: one HTML text with its policy, its script and the scripts of its workers inside. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** No network, no storage, no page, no styles, no pictures: only scripts of its own and workers made from them. */
const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

export async function sandboxDocument(): Promise<string> {
  const [frame, runtime, transpile] = await Promise.all(
    ['frame.ts', 'runtime.worker.ts', 'transpile.worker.ts'].map(bundle),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Sandbox</title>
</head>
<body>
<script>const workerSources = ${withinScript(JSON.stringify({ runtime, transpile }))};</script>
<script>${withinScript(frame!)}</script>
</body>
</html>
`;
}

/** One script with all it imports. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(`./runtime/${entry}`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`The sandbox's script ${entry} was not bundled.`);
  return output.output[0].code;
}

/** Keeps a script's text from ending the element it stands in. */
function withinScript(text: string): string {
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
