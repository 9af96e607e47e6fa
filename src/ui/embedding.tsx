import { createElement, useEffect, useState } from 'react'
import { installs, oses, type Family } from '../../flows/flow.ts'
import { elementSnippet, iframeSnippet, markdownSnippet, type Choice } from '../embed/snippets.ts'
import { installNames, osNames } from '../engine/environment.ts'
import { nodesOf } from '../engine/graph.ts'
import { embeddingSummary, embeddingTitle } from '../engine/title.ts'
import { CopyButton } from './copy-button.tsx'
import { useDeferred } from './deferred.ts'
import { EmbedHosts } from './embed-hosts.tsx'
import { NumberField, SelectField } from './field.tsx'
import { useFile, usePrerendered, useSite } from './session-context.tsx'

/** Stands for the site's address in a page that was built and that no script has looked at. */
const someHost = 'https://HOST/'

/** For who writes docs: choose what to show, see it, copy it. */
export default function Embedding() {
  const families = useDeferred(useSite().summaries)
  const atRoot = useFile()
  const prerendered = usePrerendered()
  const [family, setFamily] = useState(families.find(({ message }) => message !== undefined)?.id ?? '')
  const [node, setNode] = useState('')
  const [look, setLook] = useState({ install: '', os: '', theme: '', view: '', height: 640 })
  const loaded = useFamily(family)
  const nodes = loaded ? nodesOf(loaded) : []
  const title = nodes.find(({ id }) => id === node)?.meta.title ?? families.find(({ id }) => id === family)?.title ?? 'All errors'
  const choice: Choice = { ...set({ family, node, ...look }), height: look.height, title: `${title} (OpenClaw gateway)` }
  const base = prerendered ? someHost : atRoot('')
  const { head, element } = elementSnippet(choice, base)
  const change = (part: keyof typeof look) => (value: string) => setLook((before) => ({ ...before, [part]: value }))

  return (
    <div className="mx-auto max-w-6xl px-4 pt-10 pb-24 wide:px-6">
      <h1 data-heading tabIndex={-1} className="text-3xl font-bold tracking-tight text-balance sm:text-4xl">
        {embeddingTitle}
      </h1>
      <p className="mt-3 max-w-prose text-lg text-pretty text-ink2">{embeddingSummary}</p>
      <p className="without-script mt-3 max-w-prose">Below, {someHost} stands for the address of this site.</p>
      <div className="mt-8 grid gap-x-10 gap-y-8 wide:grid-cols-[20rem_minmax(0,1fr)]">
        <form aria-label="What to show" className="needs-script grid content-start gap-4" onSubmit={(event) => event.preventDefault()}>
          <SelectField
            label="Error"
            value={family}
            options={[['', 'All errors, with the paste box'], ...families.map((each) => [each.id, each.title] as const)]}
            onChange={(value) => {
              setFamily(value)
              setNode('')
            }}
          />
          <SelectField
            label="Step"
            value={node}
            options={[['', 'From the top'], ...nodes.map(({ id, meta }) => [id, meta.title] as const)]}
            onChange={setNode}
          />
          <SelectField
            label="Install"
            value={look.install}
            options={[['', 'The reader says'], ...installs.map((install) => [install, installNames[install]] as const)]}
            onChange={change('install')}
          />
          <SelectField
            label="System"
            value={look.os}
            options={[['', 'What the reader uses'], ...oses.map((os) => [os, osNames[os]] as const)]}
            onChange={change('os')}
          />
          <SelectField label="Theme" value={look.theme} options={themeOptions} onChange={change('theme')} />
          <SelectField label="View" value={look.view} options={viewOptions} onChange={change('view')} />
          <NumberField
            label="Height in px"
            value={look.height}
            least={200}
            most={3000}
            onChange={(height) => setLook((before) => ({ ...before, height }))}
          />
        </form>
        <div className="min-w-0">
          <Snippet title="Frame" what="the frame" text={iframeSnippet(choice, base)}>
            Valid as HTML and as JSX, complete without any script of yours. Taller content scrolls inside.
          </Snippet>
          <Snippet title="Element" what="the element" text={`${head}\n\n${element}`}>
            Takes the height of its content and your page’s theme, loads when it comes near, and tells your page what happens. The first two
            lines belong once into the page’s head.
          </Snippet>
          <Snippet title="Markdown" what="the Markdown link" text={markdownSnippet(choice, base)}>
            A picture of the chart that leads here: for READMEs, issues and chats, where frames are taken out.
          </Snippet>
        </div>
      </div>
      <section aria-labelledby="preview" className="needs-script screen-only mt-10">
        <h2 id="preview" className="text-2xl font-bold tracking-tight">
          Preview
        </h2>
        <Preview choice={choice} />
      </section>
      <EmbedHosts />
    </div>
  )
}

const themeOptions = [
  ['', 'As the page around'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const
const viewOptions = [
  ['', 'Steps and chart'],
  ['steps', 'Steps'],
  ['chart', 'Chart'],
] as const

/** What is chosen, without what is left open. */
const set = (parts: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === 'string' && part[1] !== ''))

/** The family whose steps are offered, once it is there. */
function useFamily(id: string): Family | undefined {
  const { loadFamily } = useSite()
  const [loaded, setLoaded] = useState<Family>()
  useEffect(() => {
    let stale = false
    if (id !== '')
      loadFamily(id).then(
        (family) => !stale && setLoaded(family),
        () => {},
      )
    return () => {
      stale = true
    }
  }, [id, loadFamily])
  return loaded?.id === id ? loaded : undefined
}

function Snippet({ title, what, text, children }: { title: string; what: string; text: string; children: string }) {
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="text-xl font-bold tracking-tight">{title}</h2>
      <p className="mt-1 max-w-prose text-ink2">{children}</p>
      <div className="mt-2 overflow-hidden rounded-md bg-code text-codeink ring-1 ring-codeline ring-inset">
        <pre className="px-4 pt-3 pb-2 font-mono text-sm leading-6 wrap-anywhere whitespace-pre-wrap">
          <code>{text}</code>
        </pre>
        <p className="px-2 pb-2 text-right">
          <CopyButton text={text} what={what} className="min-h-11 bg-codeline px-4 text-sm text-codeink hover:bg-[#3a4557]" />
        </p>
      </div>
    </section>
  )
}

/** The element itself, as it would stand in somebody's page. */
function Preview({ choice }: { choice: Choice }) {
  const { atRoot } = useSite()
  const prerendered = usePrerendered()
  useEffect(() => {
    void import('../embed/element.ts').then(({ defineFlowchart }) => defineFlowchart(new URL(atRoot(''))))
  }, [atRoot])
  const { title, ...attributes } = choice
  return (
    <div className="mt-4 overflow-hidden rounded-lg border border-line" style={{ minHeight: choice.height }}>
      {!prerendered && createElement('openclaw-flowchart', attributes, <span>{title}</span>)}
    </div>
  )
}
