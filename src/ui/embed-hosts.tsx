import { Inline } from './prose.tsx'

/** What each documentation system lets through, and where the element's script belongs. */
const hosts: readonly (readonly [host: string, use: string, note: string])[] = [
  ['docs.openclaw.ai', 'Frame', 'HTML in a page passes; a script in it does not run after the first page.'],
  ['Mintlify', 'Frame', 'The element too, when a `.js` file in the content folder loads `embed.js`.'],
  [
    'Docusaurus',
    'Frame in MDX; element',
    'Name `embed.js` in `scripts` of the configuration, with `type: "module"`. A script in MDX does not run.',
  ],
  [
    'VitePress',
    'Frame; element',
    'Put the script into `head` of the configuration, and let `vue.template.compilerOptions.isCustomElement` know `openclaw-flowchart`.',
  ],
  ['MkDocs Material', 'Frame; element', 'Name `embed.js` in `extra_javascript`, with `type: module`. Works with instant navigation.'],
  ['Sphinx', 'Frame in `.. raw:: html`; element', 'Name `embed.js` in `html_js_files`, with `type` `module`.'],
  ['Plain HTML', 'Frame; element', 'Both as they are.'],
  ['GitHub, Discord, Slack', 'Markdown', 'They take frames and scripts out.'],
]

/** The table of hosts, and what a host may have to allow. */
export function EmbedHosts() {
  return (
    <section aria-labelledby="hosts" className="mt-14">
      <h2 id="hosts" className="text-2xl font-bold tracking-tight">
        Where it goes
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a phone, and keys must reach that */}
      <div role="region" aria-label="Table of hosts" tabIndex={0} className="mt-4 overflow-x-auto">
        <table className="w-full min-w-[34rem] border-collapse text-left">
          <thead>
            <tr className="border-b border-strong text-sm">
              <th className="py-2 pr-6 font-semibold">Host</th>
              <th className="py-2 pr-6 font-semibold">Use</th>
              <th className="py-2 font-semibold">Note</th>
            </tr>
          </thead>
          <tbody>
            {hosts.map(([host, use, note]) => (
              <tr key={host} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-6 font-semibold">
                  {host}
                </th>
                <td className="py-2 pr-6">
                  <Inline text={use} />
                </td>
                <td className="py-2">
                  <Inline text={note} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="mt-8 text-lg font-bold">Good to know</h3>
      <ul className="mt-2 max-w-prose list-disc space-y-2 pl-5">
        <li>
          <Inline
            text={
              'The fix for one message: `error="pairing required"` in place of `family` opens the step that handles it; a frame takes `embed/#error=pairing%20required`.'
            }
          />
        </li>
        <li>
          <Inline
            text={
              'Copying needs `allow="clipboard-write"` on the frame, and no `Permissions-Policy` of your page against it. Without, the text is selected and the reader presses the keys.'
            }
          />
        </li>
        <li>
          <Inline text={'A page with a content security policy adds this site to `frame-src`, and for the element to `script-src`.'} />
        </li>
        <li>
          <Inline
            text={
              'In a sandbox, `allow-scripts` is enough to read and to walk; copying and the link to the full page want `allow-same-origin allow-popups allow-popups-to-escape-sandbox` too.'
            }
          />
        </li>
        <li>
          <Inline
            text={
              'The element takes `family`, `node`, `error`, `install`, `os`, `release`, `theme`, `view`, `height`, `max-height`, `loading` (`lazy`, `eager`, `click`) and `params`, and all can change at any time. It sends `openclaw-flowchart:ready`, `:navigate`, `:copy`, `:outcome` and `:error`; nothing that is typed or pasted leaves the frame. Types: `embed.d.ts` beside `embed.js`.'
            }
          />
        </li>
      </ul>
    </section>
  )
}
