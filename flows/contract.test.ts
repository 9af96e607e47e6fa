import { describe, expect, test } from 'vitest'
import { environments, familyMeta, nodeOf, nodesOf, answersAt, type Node } from '../src/engine/graph.ts'
import { placeholdersIn } from '../src/engine/fill.ts'
import { commandFor, expectationOf, stepsOf } from '../src/engine/step.ts'
import { staleForm } from '../src/engine/stale.ts'
import { shortestTrail } from '../src/engine/walk.ts'
import type { Commands, Env, Family } from './flow.ts'
import { parameters } from './parameters.ts'
import { stale } from './stale.ts'
import { familyIds, loadFamily } from './registry.ts'

const families = new Map(await Promise.all(familyIds.map(async (id) => [id, await loadFamily(id)] as const)))

/** Forms that no release has, or that do harm: they may stand in corrections only. */
const invented = [
  ...stale.map(({ old }) => staleForm(old)),
  /\bconfig reset\b/,
  /\bopenclaw logs\b.*--tail/,
  /\b3001\b/,
  /systemctl (status|restart|start|stop) openclaw\b/,
  /\bpkill\b/,
  /gateway\.mode (remote|hybrid)/,
  /docker (kill|rm -f)\b/,
  /rm -rf/,
]
/** What Windows PowerShell 5.1 does not understand, or understands differently. */
const unixOnly = [/&&/, /\bsudo\b/, /\$\(/, /~\//, /^export /m, /\bcurl /, /\|\s*(grep|head|tail)\b/, /\/dev\/null/, /\bprintf\b/, /\\$/m]
const service = /\bopenclaw gateway (start|stop|restart)\b/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/

const at = ({ install, os, release }: Env) => `${install}/${os}/${release}`
const reachable = (family: Family, node: Node) => environments.filter((env) => shortestTrail(family, env, node.id))
const everyCommands = ({ meta }: Node): Commands[] => [
  ...stepsOf(meta).flatMap(({ run }) => (run ? [run] : [])),
  ...(meta.kind === 'fix' ? [meta.verify.run] : []),
]
const everyText = (commands: Commands, env: Env) => {
  const { text, otherwise } = commandFor(commands, env)
  return [text, ...otherwise.map((other) => other.text)].filter((typed) => typed !== null)
}
const placeExists = (place: string) => {
  const [id = '', node] = place.split('/')
  const family = families.get(id)
  return family !== undefined && (node === undefined || nodeOf(family, node) !== undefined)
}

describe.each([...families])('%s', (id, family) => {
  const meta = familyMeta(family)
  const nodes = nodesOf(family)

  test('is named after its file and introduces itself', () => {
    expect(family.id, 'the machine id is the file name').toBe(id)
    expect(id).toMatch(kebab)
    expect(meta.kind).toBe('family')
    expect(meta.title.length, 'shorten the title').toBeLessThanOrEqual(48)
    expect(meta.summary, 'the summary is a sentence').toMatch(/\.$/)
    expect(new Set(meta.messages).size, 'a message stands twice').toBe(meta.messages.length)
    for (const place of meta.prevention) expect(placeExists(place), `prevention names ${place}, which does not exist`).toBe(true)
  })

  test('is data that replay and chart can read', () => {
    const declared = Object.keys(family.states)
    expect(nodes.map((node) => node.id).toSorted(), 'a state no answer leads to').toEqual(declared.toSorted())
    for (const state of Object.values(family.states)) {
      expect(state.key, 'ids are kebab-case').toMatch(kebab)
      expect(state.always ?? [], `${state.key}: no always`).toEqual([])
      expect(state.after, `${state.key}: no after`).toEqual([])
      expect(state.invoke, `${state.key}: no invoke`).toEqual([])
      expect([...state.entry, ...state.exit], `${state.key}: no actions`).toEqual([])
      expect(Object.keys(state.states), `${state.key}: no nesting`).toEqual([])
      for (const transition of [...state.transitions.values()].flat()) {
        expect(transition.actions, `${state.key}: no actions`).toEqual([])
        expect(typeof (transition.guard ?? ''), `${state.key}: guards are named in flow.ts`).toBe('string')
        expect(transition.description, `${state.key}: the answer ${transition.eventType} needs a description, its label`).toBeTruthy()
        expect(transition.eventType, 'answer ids are kebab-case').toMatch(kebab)
      }
    }
  })

  test('runs in no circle', () => {
    const done = new Set<string>()
    const visit = (node: string, trail: string[]) => {
      expect(trail, `a circle: ${[...trail, node].join(' → ')}`).not.toContain(node)
      if (done.has(node)) return
      for (const { to } of nodeOf(family, node)!.answers) visit(to, [...trail, node])
      done.add(node)
    }
    visit(nodes[0]!.id, [])
  })

  test('has titles that fit a box and differ', () => {
    for (const { id: node, meta: said } of nodes) expect(said.title.length, `${node}: at most 64 characters`).toBeLessThanOrEqual(64)
    const titles = nodes.map((node) => node.meta.title)
    expect(new Set(titles).size, `a title stands twice: ${titles.filter((title, i) => titles.indexOf(title) !== i)}`).toBe(titles.length)
  })

  describe.each(nodes.map((node) => [node.id, node] as const))('%s', (_, node) => {
    const envs = reachable(family, node)

    test('can be reached, and leads on', () => {
      expect(envs, 'no environment leads here: check the guards').not.toEqual([])
      const final = node.meta.kind === 'jump' || node.meta.kind === 'end'
      for (const env of envs) {
        const answers = answersAt(family, node, env)
        if (final) expect(answers, `${at(env)}: a ${node.meta.kind} has no answers`).toEqual([])
        else expect(answers, `${at(env)}: a dead end, give it an answer`).not.toEqual([])
        expect(new Set(answers.map(({ label }) => label)).size, `${at(env)}: two answers read the same`).toBe(answers.length)
        expect(answers.length, `${at(env)}: at most seven answers`).toBeLessThanOrEqual(7)
        if (node.meta.kind === 'fix')
          expect(
            answers.map((answer) => answer.id),
            `${at(env)}: a fix has an answer “broken”`,
          ).toContain('broken')
      }
      if (!final && node.meta.kind !== 'fix')
        expect(Math.max(...envs.map((env) => answersAt(family, node, env).length)), 'one answer is no question').toBeGreaterThan(1)
      expect(family.states[node.id]!.type === 'final', 'jump and end are final, nothing else is').toBe(final)
    })

    test('names places that exist', () => {
      if (node.meta.kind === 'jump') expect(placeExists(node.meta.to), `${node.meta.to} does not exist`).toBe(true)
      if (node.meta.kind === 'fix')
        for (const place of node.meta.prevention ?? []) expect(placeExists(place), `${place} does not exist`).toBe(true)
    })

    test('says where it is from', () => {
      if (node.meta.kind === 'fix' || node.meta.kind === 'check')
        expect(node.meta.sources ?? [], 'name a docs page or guide section').not.toEqual([])
      for (const source of node.meta.sources ?? []) expect(source).toMatch(/^(guide#.+|[a-z0-9-]+(\/[a-z0-9-]+)*(#[a-z0-9-]+)?)$/)
    })

    test('has something to type, or a reason, in every environment', () => {
      for (const env of envs) {
        for (const step of stepsOf(node.meta)) {
          const command = commandFor(step.run, env)
          if (command.text === null) expect(command.none, `${at(env)}: “${step.text}” has neither text nor reason (none)`).toBeTruthy()
          else expect(command.text.trim(), `${at(env)}: “${step.text}” has an empty or untrimmed text`).toBe(command.text || ' ')
        }
        if (node.meta.kind === 'check')
          expect(
            commandFor(node.meta.run, env).text,
            `${at(env)}: a check needs a command; guard it away or make it a question`,
          ).not.toBeNull()
        if (node.meta.kind !== 'fix') continue
        expect(
          stepsOf(node.meta).some(({ run }) => run && commandFor(run, env).text),
          `${at(env)}: a fix without a command is a question or an end`,
        ).toBe(true)
        expect(commandFor(node.meta.verify.run, env).text, `${at(env)}: verify needs a command`).not.toBeNull()
        const { expect: lines, empty } = expectationOf(node.meta.verify, env)
        expect(lines.length > 0 || empty === true, `${at(env)}: verify expects nothing`).toBe(true)
      }
      for (const commands of everyCommands(node))
        for (const env of environments) {
          const { text, none } = commandFor(commands, env)
          if (text === null) expect(none, `${at(env)}: every null has a reason in none`).toBeTruthy()
        }
    })

    test('types nothing that no release knows', () => {
      for (const commands of everyCommands(node))
        for (const env of environments)
          for (const text of everyText(commands, env)) {
            for (const form of invented) expect(text, `${at(env)}: invented or harmful, put it in a correction`).not.toMatch(form)
            if (env.os === 'windows' && commandFor(commands, env).language === 'shell')
              for (const form of unixOnly) expect(text, `${at(env)}: not PowerShell`).not.toMatch(form)
            expect(text, 'no typographic characters in a command').not.toMatch(/[“”‘’–—\u00a0\u200b]/)
          }
    })

    test('asks only for declared parameters, in words of their own', () => {
      for (const commands of everyCommands(node))
        for (const env of environments)
          for (const text of everyText(commands, env)) {
            for (const name of placeholdersIn(text)) expect(Object.keys(parameters), `<${name}> is not in parameters.ts`).toContain(name)
            if (commandFor(commands, env).language !== 'shell') continue
            for (const word of text.split(/\s+/).filter((part) => placeholdersIn(part).length > 0))
              expect(word, 'a word with a placeholder holds no quotes and no $: values are quoted when filled in').not.toMatch(/['"`$]/)
          }
    })

    test('gives service commands their other form', () => {
      for (const { run } of stepsOf(node.meta)) {
        if (!run || !service.test(commandFor(run, { install: 'native', os: 'linux', release: '2026.9.6' }).text ?? '')) continue
        expect(run.otherwise?.length ?? 0, 'say what to do when the gateway is not a service (otherwise)').toBeGreaterThan(0)
      }
    })

    test('deletes only after a backup', () => {
      const steps = stepsOf(node.meta)
      const first = steps.findIndex(({ risk }) => risk === 'deletes-data')
      if (first < 0) return
      expect(
        steps.slice(0, first).some(({ text }) => /back ?up|copy/i.test(text)),
        'a step before it makes the backup',
      ).toBe(true)
    })
  })
})

/** Where the jumps of a family lead, itself left out. */
const jumpsOf = (id: string) =>
  new Set(
    nodesOf(families.get(id)!)
      .flatMap(({ meta }) => (meta.kind === 'jump' ? [meta.to.split('/')[0]!] : []))
      .filter((to) => to !== id),
  )
const others = familyIds.filter((id) => id !== 'triage')

describe('one family leads to another', () => {
  const fromTriage = jumpsOf('triage')

  test.each(others)('%s is reached from triage', (id) => {
    expect([...fromTriage], 'add an answer with a jump to triage.ts').toContain(id)
  })

  test.each(others)('%s is where another family sends its reader', (id) => {
    const from = others.filter((other) => jumpsOf(other).has(id))
    expect(from, 'no family besides triage jumps here: find the answer whose next place this is').not.toEqual([])
  })

  // Prevention is shown once a fix has worked: triage and not-the-gateway hold no fix, and prevention would name itself.
  const fixing = others.filter((id) => id !== 'prevention' && nodesOf(families.get(id)!).some(({ meta }) => meta.kind === 'fix'))

  test.each(fixing)('%s says what keeps it from coming back', (id) => {
    const { prevention } = familyMeta(families.get(id)!)
    expect(prevention.length, 'one to four places of prevention').toBeGreaterThanOrEqual(1)
    expect(prevention.length, 'one to four places of prevention').toBeLessThanOrEqual(4)
    expect(new Set(prevention).size, 'a place stands twice').toBe(prevention.length)
    for (const place of prevention) expect(place, 'a node of prevention').toMatch(/^prevention\/./)
  })
})

test('what replaces stale advice stands at a place that exists', () => {
  for (const { old, place } of stale) expect(placeExists(place), `${old}: ${place} does not exist`).toBe(true)
})

test('every family of the guide is there', () => {
  for (const id of [
    'gateway-start-blocked',
    'gateway-not-ready',
    'device-token-mismatch',
    'connect-failed',
    'send-failed',
    'disconnected-4008',
    'access-not-configured',
    'pairing-required',
    'docker',
    'full-reset',
    'prevention',
    'triage',
  ])
    expect(familyIds).toContain(id)
})
