import { fileURLToPath } from 'node:url'
import { runnerImport, type Plugin } from 'vite'
import type { Family } from '../../flows/flow.ts'
import { familyMeta, nodesOf } from '../engine/graph.ts'
import { contentOf } from './content.ts'
import { layout } from './layout.ts'
import { notFoundPage, pagesOf } from './pages.ts'
import schema from './flows.schema.json' with { type: 'json' }

const everyFamily = fileURLToPath(new URL('./families.ts', import.meta.url))
const index = 'virtual:families'
const chart = 'virtual:chart'

/**
 * Everything derived from the families before the browser sees it: `virtual:families` (what the home page shows), `virtual:chart`
 * (a loader of laid-out geometry per family), one page per address, and `flows.json` with its schema. In dev a changed family renews all.
 */
export function flowchart(): Plugin {
  let families: Promise<readonly Family[]> | undefined
  const all = () => (families ??= readFamilies())

  return {
    name: 'flowchart',
    resolveId: (id) => (id === index || id === chart || id.startsWith(`${chart}/`) ? `\0${id}` : undefined),

    async load(id) {
      if (id === `\0${index}`) return `export const families = ${JSON.stringify(summariesOf(await all()))}`
      if (id === `\0${chart}`) {
        const loaders = (await all()).map((family) => `${JSON.stringify(family.id)}: () => import('${chart}/${family.id}')`)
        return `export const charts = { ${loaders.join(', ')} }`
      }
      if (!id.startsWith(`\0${chart}/`)) return undefined
      const family = (await all()).find((each) => id.endsWith(`/${each.id}`))
      return family && `export default ${JSON.stringify(await layout(family))}`
    },

    hotUpdate({ file, modules }) {
      if (!file.includes('/flows/') || !file.endsWith('.ts')) return undefined
      families = undefined
      const derived = [...this.environment.moduleGraph.idToModuleMap].flatMap(([id, module]) => (id.startsWith('\0virtual:') ? [module] : []))
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
        for (const { path, html } of pagesOf(String(home.source), list)) emit(path, html)
        emit('404.html', notFoundPage(String(home.source)))
        emit('flows.json', `${JSON.stringify(contentOf(list), null, 1)}\n`)
        emit('flows.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
      },
    },
  }
}

/** Runs the families in a module runner of their own, so that a change in dev is seen. */
async function readFamilies(): Promise<readonly Family[]> {
  const { module } = await runnerImport<{ families: readonly Family[] }>(everyFamily, { logLevel: 'warn' })
  return module.families
}

/** What the first page load needs to know of every family: little, for it is part of every page. */
function summariesOf(all: readonly Family[]): object[] {
  const mentioned = new Set(all.flatMap(placesIn))
  return all.map((family) => {
    const { title, summary, group, messages } = familyMeta(family)
    const titles = nodesOf(family).flatMap(({ id, meta }) => (mentioned.has(`${family.id}/${id}`) ? [[id, meta.title]] : []))
    return { id: family.id, title, summary, group, message: messages[0] ?? '', titles: Object.fromEntries(titles) }
  })
}

/** The places of other families that a family links to. */
const placesIn = (family: Family): string[] => [
  ...familyMeta(family).prevention,
  ...nodesOf(family).flatMap(({ meta }) => (meta.kind === 'jump' ? [meta.to] : meta.kind === 'fix' ? (meta.prevention ?? []) : [])),
]
