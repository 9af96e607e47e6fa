import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport, type Plugin, type Rolldown } from 'vite'
import type { Family } from '../../flows/flow.ts'
import type { Table } from '../engine/table.ts'
import { tokenOf } from '../engine/environment.ts'
import { environments, nodeOf } from '../engine/graph.ts'
import type { Proofs } from '../engine/proven.ts'
import { singleFileName } from '../engine/title.ts'
import { published } from '../engine/published.ts'
import { linkTitles, summariesOf } from './content.ts'
import type { Chart } from './geometry.ts'
import { layout } from './layout.ts'
import { singleFile } from './single.ts'
import { siteFiles } from './site-files.ts'
import { siteUrlOf } from './site-url.ts'

const everyFamily = fileURLToPath(new URL('./families.ts', import.meta.url))
const pageRenderer = fileURLToPath(new URL('../prerender/render.tsx', import.meta.url))
const index = 'virtual:index'
const data = 'virtual:family-data'
const chart = 'virtual:chart'
const signatures = 'virtual:signatures'
const styles = 'virtual:environments.css'
/** Where the dev server answers with a family's data; the build gives it a file instead. */
const devPath = '/@family/'

/**
 * Everything derived from the families before the browser sees it: `virtual:family-data` (where the data of each family is fetched),
 * `virtual:index` (what the home page shows of all), `virtual:signatures` (what the matcher knows), `virtual:chart` (a loader of laid-out geometry per family), one page per address, and `flows.json` with its
 * schema. In dev a changed family renews all.
 */
export function flowchart(): Plugin {
  let content: Promise<Content> | undefined
  const read = () => (content ??= readContent())
  const all = () => read().then(({ families }) => families)
  const publisher = () =>
    read().then(
      ({ families, proofs }) =>
        (family: Family) =>
          published(family, linkTitles(families, family), fixesOnly(family, proofs[family.id] ?? {})),
    )
  const files = new Map<string, string>()
  const charts = new Map<Family, Promise<Chart>>()
  const chartOf = (family: Family) => {
    const laidOut = charts.get(family) ?? layout(family)
    charts.set(family, laidOut)
    return laidOut
  }
  let building = false
  let single = false

  return {
    name: 'flowchart',
    configResolved(config) {
      building = config.command === 'build'
      single = config.mode === 'single'
    },
    resolveId: (id) => ([index, data, chart, signatures, styles].includes(id) || id.startsWith(`${chart}/`) ? `\0${id}` : undefined),

    async load(id) {
      const list = await all()
      const publish = await publisher()
      if (id === `\0${index}`) return `export const families = ${JSON.stringify(summariesOf(list))}`
      if (id === `\0${styles}`) return environmentStyles()
      if (id === `\0${signatures}`) return `export const table = ${JSON.stringify((await read()).table)}`
      if (id === `\0${data}`) {
        if (building && !single)
          for (const family of list)
            files.set(family.id, this.emitFile({ type: 'asset', name: `${family.id}.json`, source: publish(family) }))
        const held = (family: Family) =>
          single
            ? `() => JSON.parse(${JSON.stringify(publish(family))})`
            : building
              ? `import.meta.ROLLUP_FILE_URL_${files.get(family.id)}`
              : JSON.stringify(devPath + family.id)
        return `export const familyData = { ${list.map((family) => `${JSON.stringify(family.id)}: ${held(family)}`).join(', ')} }`
      }
      if (id === `\0${chart}`) {
        const loaders = list.map((family) => `${JSON.stringify(family.id)}: () => import('${chart}/${family.id}')`)
        return `export const charts = { ${loaders.join(', ')} }`
      }
      const family = id.startsWith(`\0${chart}/`) && list.find((each) => id === `\0${chart}/${each.id}`)
      return family ? `export default ${JSON.stringify(await chartOf(family))}` : undefined
    },

    transformIndexHtml: {
      order: 'pre',
      handler: async () => [{ tag: 'script', children: (await renderModule()).headScript(), injectTo: 'head' }],
    },

    configureServer(server) {
      server.middlewares.use(devPath, (request, response, next) => {
        void Promise.all([all(), publisher()]).then(([list, publish]) => {
          const family = list.find(({ id }) => request.url === `/${id}`)
          if (family) response.setHeader('Content-Type', 'application/json').end(publish(family))
          else next()
        }, next)
      })
    },

    hotUpdate({ file, modules }) {
      if (!file.includes('/flows/') || !file.endsWith('.ts')) return undefined
      content = undefined
      const derived = [...this.environment.moduleGraph.idToModuleMap].flatMap(([id, module]) =>
        id.startsWith('\0virtual:') ? [module] : [],
      )
      for (const module of derived) this.environment.moduleGraph.invalidateModule(module)
      return [...modules, ...derived]
    },

    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const home = bundle['index.html']
        if (home?.type !== 'asset') return
        const list = await all()
        const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
        const sheet = takeStyles(String(home.source), bundle)
        const template = String(home.source).replace(styleLink, () => `<style>${sheet}</style>`)
        if (single) {
          const html = singleFile(template, bundle, readFileSync('public/icon.svg', 'utf8'))
          for (const file of Object.keys(bundle)) delete bundle[file]
          emit(singleFileName, html)
          return
        }
        const dataFile = (family: Family) => this.getFileName(files.get(family.id) ?? '')
        const { proofs } = await read()
        const site = { families: list, proofs, template, sheet, dataFile, chartOf, siteUrl: siteUrlOf(process.env) }
        const made = await siteFiles(site, await renderModule())
        for (const { path: file, text } of made)
          if (file === 'index.html') home.source = text
          else emit(file, text)
        console.log(`Built ${list.length} families on ${made.filter(({ path: file }) => file.endsWith('.html')).length} pages.`)
      },
    },
  }
}

/** Shows what holds in the environment of `<html data-env>`, and hides what holds elsewhere. */
const environmentStyles = (): string =>
  environments
    .map(tokenOf)
    .map((token) => `:root[data-env='${token}'] [data-in]:not([data-in~='${token}']){display:none}`)
    .join('\n')

const styleLink = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/

/** The text of the page's style sheet, which goes into the page: one request less before the first paint. The file is not needed then. */
function takeStyles(html: string, bundle: Rolldown.OutputBundle): string {
  const file = styleLink.exec(html)?.[1] ?? ''
  const sheet = bundle[file]
  if (sheet?.type !== 'asset') throw new Error('The home page names no style sheet.')
  delete bundle[file]
  forgetFile(path.basename(file), bundle)
  return String(sheet.source).trim()
}

/** Parts of the app that are loaded later list all files they need. One that is in the page already is no longer one: they name the app in its place, which is there. */
function forgetFile(name: string, bundle: Rolldown.OutputBundle): void {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const app = chunks.find((chunk) => chunk.isEntry)
  for (const chunk of app ? chunks : []) chunk.code = chunk.code.replaceAll(`"./${name}"`, `"./${path.basename(app?.fileName ?? '')}"`)
}

type RenderModule = typeof import('../prerender/render.tsx')
/** Runs the app's own components in the build. */
async function renderModule(): Promise<RenderModule> {
  const { module } = await runnerImport<RenderModule>(pageRenderer, { logLevel: 'warn' })
  return module
}

/** Pages say it of fixes. */
const fixesOnly = (family: Family, proofs: Proofs): Proofs =>
  Object.fromEntries(Object.entries(proofs).filter(([id]) => nodeOf(family, id)?.meta.kind === 'fix'))

type Content = { families: readonly Family[]; table: Table; proofs: Readonly<Record<string, Proofs>> }

/** Runs the families in a module runner of their own, so that a change in dev is seen. */
async function readContent(): Promise<Content> {
  const { module } = await runnerImport<Content>(everyFamily, { logLevel: 'warn' })
  return module
}
